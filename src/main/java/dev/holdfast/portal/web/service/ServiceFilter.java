package dev.holdfast.portal.web.service;

import dev.holdfast.catalogue.Service;
import dev.holdfast.operatingmodel.Selected;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What of the services is asked for, by what stands in the address; an empty text asks for nothing. */
record ServiceFilter(Map<String, String> asked, @Nullable String cursor) {

    static final List<String> FIELDS = List.of("q", "domain", "team", "model", "level", "lifecycle", "kind", "look", "sort");

    static ServiceFilter of(Map<String, String> parameters) {
        var asked = new LinkedHashMap<String, String>();
        FIELDS.forEach(field -> {
            var value = parameters.getOrDefault(field, "").strip();
            if (!value.isEmpty()) asked.put(field, value);
        });
        return new ServiceFilter(asked, parameters.get("cursor"));
    }

    String of(String field) {
        return asked.getOrDefault(field, "");
    }

    boolean isNarrowed() {
        return asked.keySet().stream().anyMatch(field -> !field.equals("sort"));
    }

    /** The same with another value in one field, from the top. */
    String with(String field, String value) {
        var changed = new LinkedHashMap<>(asked);
        changed.put(field, value);
        return new ServiceFilter(changed, null).address("/services", null);
    }

    String address(String path, @Nullable String next) {
        var address = UriComponentsBuilder.fromPath(path);
        asked.forEach((field, value) -> {
            if (!value.isEmpty()) address.queryParam(field, "{" + field + "}");
        });
        if (next != null) address.queryParam("cursor", "{cursor}");
        var values = new LinkedHashMap<String, Object>(asked);
        values.put("cursor", next == null ? "" : next);
        return address.encode().buildAndExpand(values).toUriString();
    }

    boolean takes(Service service, @Nullable Selected selected) {
        return is("domain", service.domain()) && is("team", service.owner()) && is("model", model(selected)) && is("level", level(selected))
                && is("lifecycle", lower(service.lifecycle())) && is("kind", service.kind() == null ? "none" : lower(service.kind()))
                && looks(service, selected) && names(service);
    }

    static String model(@Nullable Selected selected) {
        return selected == null || selected.operatingModel() == null ? "none" : selected.operatingModel().word();
    }

    static String level(@Nullable Selected selected) {
        return selected == null || selected.level() == null ? "none" : selected.level().toString();
    }

    /** Whether something is not said of it that somebody in the night would look for. */
    static boolean isIncomplete(Service service, @Nullable Selected selected) {
        return service.owner() == null || selected == null || !selected.missing().isEmpty() || !service.links().containsKey("runbook");
    }

    static boolean hasCautions(@Nullable Selected selected) {
        return selected != null && !selected.cautions().isEmpty();
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private boolean names(Service service) {
        var words = of("q").toLowerCase(Locale.ROOT);
        return words.isEmpty() || (service.name() + " " + service.shown()).toLowerCase(Locale.ROOT).contains(words);
    }

    private boolean looks(Service service, @Nullable Selected selected) {
        return switch (of("look")) {
            case "missing" -> isIncomplete(service, selected);
            case "caution" -> hasCautions(selected);
            default -> true;
        };
    }

    private boolean is(String field, @Nullable Object value) {
        return !asked.containsKey(field) || value != null && of(field).equals(value.toString());
    }
}
