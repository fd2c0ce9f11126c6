package dev.holdfast.oncall;

/** Whether a turn passes on every day of the calendar, or only on days on which the rotation is active. */
enum Turns {
    CALENDAR,
    ACTIVE
}
