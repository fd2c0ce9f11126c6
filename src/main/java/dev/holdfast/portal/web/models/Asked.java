package dev.holdfast.portal.web.models;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/** What stands in the address: filters, the view, the chosen service. What is not there is not asked for. */
record Asked(Map<String, String> fields) {

    /** What narrows the services. */
    static final List<String> FILTERS = List.of("q", "domain", "team", "kind", "model", "caution", "level", "demand", "called");

    private static final List<String> KNOWN =
            List.of("q", "domain", "team", "kind", "model", "caution", "level", "demand", "called", "view", "service", "cursor");

    static Asked of(Map<String, String> all) {
        var fields = new LinkedHashMap<String, String>();
        for (var name : KNOWN) {
            var value = all.getOrDefault(name, "").strip();
            if (!value.isEmpty()) fields.put(name, value);
        }
        return new Asked(fields);
    }

    String of(String name) {
        return fields.getOrDefault(name, "");
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    boolean isFiltered() {
        return FILTERS.stream().anyMatch(this::has);
    }

    Asked with(String name, String value) {
        var changed = new LinkedHashMap<>(fields);
        changed.put(name, value);
        return new Asked(changed);
    }

    Asked without(String... names) {
        var changed = new LinkedHashMap<>(fields);
        List.of(names).forEach(changed::remove);
        return new Asked(changed);
    }

    String address(String path) {
        var address = UriComponentsBuilder.fromPath(path);
        fields.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(fields).toUriString();
    }
}
