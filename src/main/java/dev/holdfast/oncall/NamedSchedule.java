package dev.holdfast.oncall;

/** A schedule in force, with its name, the order in which it was first applied, and itself through its versions. */
record NamedSchedule(String name, long place, Schedule schedule, Timeline timeline) {

    Holder holder() {
        return schedule.holder();
    }
}
