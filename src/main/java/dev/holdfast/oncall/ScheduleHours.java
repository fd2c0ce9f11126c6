package dev.holdfast.oncall;

import java.util.Locale;

/** The hours for which a schedule is meant. */
enum ScheduleHours {
    WORKING,
    OUT_OF_HOURS,
    ALWAYS;

    /** How well it fits, the least best; negative where it does not. */
    int fits(Hours hours) {
        if (this == ALWAYS) {
            return 1;
        }
        return name().equals(hours.name()) ? 0 : -1;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
