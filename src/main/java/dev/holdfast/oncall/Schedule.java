package dev.holdfast.oncall;

/** A schedule as its document declares it: whose, for which hours, and its layers with the file's overrides. */
record Schedule(Holder holder, ScheduleHours hours, boolean primary, Roster roster) {}
