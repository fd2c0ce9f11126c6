package dev.holdfast.catalogue;

import dev.holdfast.quantities.Period;
import dev.holdfast.quantities.WorkingCalendar;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The documents that are in force together, for as long as none of them changes. */
final class State {

    private final Period valid;
    private final Map<String, Map<String, Held>> kinds = new HashMap<>();
    private final Map<SpecPart<?>, Map<String, ?>> parts = new ConcurrentHashMap<>();
    private final Map<Optional<TeamName>, WorkingCalendar> calendars = new ConcurrentHashMap<>();
    private volatile @Nullable Groups groups;
    private volatile @Nullable BlastRadius radius;

    State(Period valid, Collection<Held> inForce) {
        this.valid = valid;
        inForce.stream().sorted(Comparator.comparing(held -> held.document().name())).forEach(held -> {
            var document = held.document();
            kinds.computeIfAbsent(document.kind(), kind -> new LinkedHashMap<>()).put(document.name(), held);
        });
    }

    Period valid() {
        return valid;
    }

    @Nullable Held held(String kind, String name) {
        return kind(kind).get(name);
    }

    List<Document> documents(String kind) {
        return kind(kind).values().stream().map(Held::document).toList();
    }

    /** Worked out when it is first asked for; twice at worst, and alike. */
    Groups groups() {
        var known = groups;
        if (known != null) return known;
        var found = Groups.of(parts(ServicePart.IT).values(), parts(TeamPart.IT).values(), parts(PersonPart.IT).values());
        groups = found;
        return found;
    }

    BlastRadius radius() {
        var known = radius;
        if (known != null) return known;
        var found = BlastRadius.among(parts(ServicePart.IT).values());
        radius = found;
        return found;
    }

    /** A team's own working hours, or the organisation's: without public holidays, worked out once. */
    WorkingCalendar calendar(@Nullable TeamName team) {
        return calendars.computeIfAbsent(Optional.ofNullable(team), asked -> hours(team).resolved(this::holidays));
    }

    WorkingHours hours(@Nullable TeamName team) {
        var declared = team == null
                ? parts(OrganisationPart.IT).values().stream().findFirst().map(Organisation::workingHours)
                : Optional.ofNullable(parts(TeamPart.IT).get(team.value())).map(Team::own);
        return declared.orElse(WorkingHours.DEFAULT);
    }

    private Set<LocalDate> holidays(String calendar) {
        var found = parts(HolidayCalendarPart.IT).get(calendar);
        return found == null ? Set.of() : found.dates();
    }

    @SuppressWarnings("unchecked")
    <T> Map<String, T> parts(SpecPart<T> part) {
        return (Map<String, T>) parts.computeIfAbsent(part, this::all);
    }

    private Map<String, ?> all(SpecPart<?> part) {
        var all = new LinkedHashMap<String, Object>();
        kind(part.kind()).forEach((name, held) -> held.part(part).ifPresent(value -> all.put(name, value)));
        return Collections.unmodifiableMap(all);
    }

    /** By name, in the order of the names. */
    private Map<String, Held> kind(String kind) {
        var found = kinds.get(kind);
        return found == null ? Map.of() : found;
    }
}
