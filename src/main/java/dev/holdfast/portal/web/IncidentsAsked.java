package dev.holdfast.portal.web;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.ServiceScope;
import dev.holdfast.incidents.IncidentFilter;
import dev.holdfast.incidents.IncidentType;
import dev.holdfast.incidents.State;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Which incidents the address of a page asks for. What stands there and means nothing is left out. */
record IncidentsAsked(
        String state, String type, String service, String team, String domain, String from, String to, @Nullable String cursor) {

    static IncidentsAsked of(Map<String, String> given) {
        return new IncidentsAsked(
                one(given, "state", Set.of("open", "resolved", "all"), "all"), one(given, "type", Set.of("major", "minor"), ""),
                text(given, "service"), text(given, "team"), text(given, "domain"), day(given, "from"), day(given, "to"), given.get("cursor"));
    }

    private static String text(Map<String, String> given, String field) {
        return given.getOrDefault(field, "").strip();
    }

    private static String one(Map<String, String> given, String field, Set<String> known, String otherwise) {
        var value = text(given, field);
        return known.contains(value) ? value : otherwise;
    }

    private static String day(Map<String, String> given, String field) {
        try {
            return LocalDate.parse(text(given, field)).toString();
        } catch (DateTimeParseException noDay) {
            return "";
        }
    }

    /** Whether anything narrows the list. */
    boolean narrows() {
        return !state.equals("all") || Stream.of(type, service, team, domain, from, to).anyMatch(it -> !it.isEmpty());
    }

    boolean wantsOpen() {
        return !state.equals("resolved");
    }

    boolean wantsPast() {
        return !state.equals("open");
    }

    /** All of them, open and over. */
    IncidentFilter filter(CatalogueView view, ReaderTime time) {
        var kind = type.equals("major") ? IncidentType.MAJOR : type.equals("minor") ? IncidentType.MINOR : null;
        return new IncidentFilter(new ServiceScope(service, team, domain).services(view), states(), kind, start(from, 0, time), start(to, 1, time));
    }

    private Set<State> states() {
        return switch (state) {
            case "open" -> IncidentFilter.open().states();
            case "resolved" -> Set.of(State.RESOLVED);
            default -> Set.of();
        };
    }

    private static @Nullable Instant start(String day, int daysLater, ReaderTime time) {
        return day.isEmpty() ? null : LocalDate.parse(day).plusDays(daysLater).atStartOfDay(time.zone()).toInstant();
    }

    /** The same in an address, with a state of its own and from a cursor on. */
    String address(String path, String otherState, @Nullable String next) {
        var values = new LinkedHashMap<String, String>();
        if (!otherState.equals("all")) values.put("state", otherState);
        values.putAll(Map.of("type", type, "service", service, "team", team, "domain", domain, "from", from, "to", to));
        if (next != null) values.put("cursor", next);
        var address = UriComponentsBuilder.fromPath(path);
        List.of("state", "type", "service", "team", "domain", "from", "to", "cursor").stream()
                .filter(field -> !values.getOrDefault(field, "").isEmpty())
                .forEach(field -> address.queryParam(field, "{" + field + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }
}
