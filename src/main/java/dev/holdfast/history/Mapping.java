package dev.holdfast.history;

import dev.holdfast.http.Fault;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.tables.Table;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which column tells which fact.
 *
 * @param said by the name of the fact: the head of a column, {@code =text} for what all rows have in common, empty for nothing
 *     where a column would be taken by its head; beside them {@code timeZone} and {@code timeFormat}
 */
public record Mapping(Map<String, String> said) {

    public static final String TIME_ZONE = "timeZone";
    public static final String TIME_FORMAT = "timeFormat";
    public static final Mapping NONE = new Mapping(Map.of());

    public Mapping {
        said = Map.copyOf(said);
    }

    /** In one order, so that equal mappings read alike. */
    Map<String, String> inOrder() {
        return new TreeMap<>(said);
    }

    /** The column that tells a fact: as somebody said, else by the heads; empty where none does. */
    public String column(Kind.Fact fact, List<String> heads) {
        var chosen = said.get(fact.name());
        return chosen != null ? chosen : fact.among(heads).orElse("");
    }

    /** @throws Unprocessable with each thing that is wrong with it for a table of these heads */
    Bound bind(Kind kind, List<String> heads) {
        var faults = new ArrayList<Fault>();
        said.keySet().stream()
                .filter(name -> !name.equals(TIME_ZONE) && !name.equals(TIME_FORMAT))
                .filter(name -> kind.facts().stream().noneMatch(fact -> fact.name().equals(name)))
                .forEach(name -> faults.add(Fault.at("mapping." + name, "UNKNOWN_VALUE", "Rows of %s tell no “%s”.".formatted(kind.word(), name))));
        var places = new HashMap<String, Place>();
        for (var fact : kind.facts()) place(fact, heads, faults).ifPresent(place -> places.put(fact.name(), place));
        var zone = zone(faults);
        var times = times(zone, faults);
        if (!faults.isEmpty()) throw new Unprocessable(faults);
        return new Bound(Map.copyOf(places), times);
    }

    private Optional<Place> place(Kind.Fact fact, List<String> heads, List<Fault> faults) {
        var column = column(fact, heads);
        if (!column.isEmpty() && heads.contains(column)) return Optional.of(new Place(column, heads.indexOf(column), null));
        if (column.startsWith("=") && column.length() > 1) return Optional.of(new Place(fact.name(), -1, column.substring(1).strip()));
        if (!column.isEmpty()) {
            faults.add(Fault.at("mapping." + fact.name(), "UNKNOWN_REFERENCE", "There is no column “%s”.".formatted(column)));
        } else if (fact.needed()) {
            faults.add(Fault.at("mapping." + fact.name(), "REQUIRED", "%s: say which column tells it, or =… where all rows have it in common.".formatted(fact.label())));
        }
        return Optional.empty();
    }

    private @Nullable ZoneId zone(List<Fault> faults) {
        var name = said.getOrDefault(TIME_ZONE, "");
        if (name.isBlank()) return null;
        try {
            return ZoneId.of(name.strip());
        } catch (DateTimeException unknown) {
            faults.add(Fault.at("mapping." + TIME_ZONE, "UNKNOWN_VALUE", "“%s” is no time zone such as Europe/London.".formatted(name)));
            return null;
        }
    }

    private Times times(@Nullable ZoneId zone, List<Fault> faults) {
        var format = said.getOrDefault(TIME_FORMAT, "");
        try {
            return Times.of(zone, format.isBlank() ? null : format.strip());
        } catch (IllegalArgumentException unknown) {
            faults.add(Fault.at("mapping." + TIME_FORMAT, "UNKNOWN_VALUE", "“%s” is no format such as dd/MM/yyyy HH:mm.".formatted(format)));
            return Times.of(zone, null);
        }
    }

    /** @param constant what all rows have in common; null where a column tells it */
    record Place(String name, int column, @Nullable String constant) {

        String of(Table.Row row) {
            return constant == null ? row.cell(column) : constant;
        }
    }

    /** A mapping that fits its table. */
    record Bound(Map<String, Place> places, Times times) {}
}
