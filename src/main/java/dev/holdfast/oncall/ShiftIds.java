package dev.holdfast.oncall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives shifts ids: {@code layer.turn} with the number of the part where the layers leave several of a turn, or the
 * override's own. What an override cuts one of them into is counted on, and nothing else is named otherwise.
 */
final class ShiftIds {

    private final Timeline timeline;
    private final List<MadeOverride> made;
    private final Map<String, Integer> times = new HashMap<>();
    private final Map<Turn, List<Shift>> parts = new HashMap<>();

    private ShiftIds(Timeline timeline, List<MadeOverride> made) {
        this.timeline = timeline;
        this.made = made;
    }

    private record Turn(Roster roster, int layer, long number) {}

    /** The shifts ascend; {@code made} are the overrides made by hand, those made last at the end. */
    static List<KnownShift> of(Timeline timeline, List<MadeOverride> made, List<Shift> shifts) {
        var ids = new ShiftIds(timeline, made);
        var known = new ArrayList<KnownShift>(shifts.size());
        shifts.forEach(shift -> known.add(new KnownShift(ids.counted(ids.of(shift)), shift)));
        return known;
    }

    private String counted(String id) {
        var time = times.merge(id, 1, Integer::sum);
        return time == 1 ? id : id + "-" + time;
    }

    private String of(Shift shift) {
        var layer = shift.layer();
        var turn = shift.turn();
        return layer == null || turn == null ? override(shift.from()) : layer + "." + turn + part(shift.from(), layer, turn);
    }

    private String part(Instant from, int layer, long turn) {
        var roster = roster(from);
        if (layer >= roster.layers().size()) return "";
        var parts = this.parts.computeIfAbsent(new Turn(roster, layer, turn), ShiftIds::parts);
        for (var index = 1; index < parts.size(); index++) {
            if (parts.get(index).contains(from)) return "." + index;
        }
        return "";
    }

    /** What the layers leave of a turn, before any override: its windows, and what lies between those of layers above. */
    private static List<Shift> parts(Turn turn) {
        var rotation = turn.roster().layers().get(turn.layer());
        return new Roster(turn.roster().layers(), List.of()).shifts(rotation.handOff(turn.number()), rotation.handOff(turn.number() + 1)).stream()
                .filter(shift -> Integer.valueOf(turn.layer()).equals(shift.layer()))
                .toList();
    }

    /** One that the document declares has no id: it is known by when it begins. */
    private String override(Instant from) {
        for (var override : made.reversed()) {
            if (override.inForce().filter(it -> it.contains(from)).isPresent()) return override.id();
        }
        return roster(from).overrides().reversed().stream()
                .filter(override -> override.contains(from))
                .findFirst()
                .map(override -> "at." + override.from().getEpochSecond())
                .orElse("at." + from.getEpochSecond());
    }

    private Roster roster(Instant at) {
        return timeline.versions().stream()
                .filter(version -> version.contains(at))
                .findFirst()
                .map(Timeline.Version::roster)
                .orElse(new Roster(List.of(), List.of()));
    }
}
