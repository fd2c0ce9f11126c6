package dev.holdfast.oncall;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The overrides that people made, as far as they were asked for: of no schedule twice, and of several with one question. */
final class Overridden {

    private final Function<Collection<String>, List<MadeOverride>> made;
    private final Map<String, List<ScheduleOverride>> known = new HashMap<>();

    Overridden(Function<Collection<String>, List<MadeOverride>> made) {
        this.made = made;
    }

    Map<String, List<ScheduleOverride>> of(Collection<String> schedules) {
        var unknown = new HashSet<>(schedules);
        unknown.removeAll(known.keySet());
        if (!unknown.isEmpty()) {
            unknown.forEach(schedule -> known.put(schedule, List.of()));
            inForce(made.apply(unknown)).forEach(known::put);
        }
        return known;
    }

    private static Map<String, List<ScheduleOverride>> inForce(List<MadeOverride> made) {
        var bySchedule = new HashMap<String, List<ScheduleOverride>>();
        made.forEach(override -> override.inForce().ifPresent(part ->
                bySchedule.computeIfAbsent(override.schedule(), unseen -> new ArrayList<>()).add(part)));
        return bySchedule;
    }
}
