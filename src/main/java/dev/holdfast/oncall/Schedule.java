package dev.holdfast.oncall;

import java.util.List;

/** A schedule as its document declares it: whose, for which hours, its layers with the file's overrides, and who goes along. */
record Schedule(Holder holder, ScheduleHours hours, boolean primary, Roster roster, List<Shadow> shadows) {

    Schedule {
        shadows = List.copyOf(shadows);
    }

    Schedule(Holder holder, ScheduleHours hours, boolean primary, Roster roster) {
        this(holder, hours, primary, roster, List.of());
    }
}
