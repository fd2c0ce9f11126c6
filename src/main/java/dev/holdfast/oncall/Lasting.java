package dev.holdfast.oncall;

import java.time.Duration;

/** How long something takes, in words. */
final class Lasting {

    private Lasting() {}

    static String words(Duration length) {
        if (length.compareTo(Duration.ofHours(1)) < 0) return count(Math.max(1, length.toMinutes()), "minute");
        var minutes = length.toMinutesPart();
        return length.compareTo(Duration.ofHours(72)) >= 0 ? count(length.toDays(), "day")
                : minutes == 0 ? count(length.toHours(), "hour")
                : count(length.toHours(), "hour") + " " + count(minutes, "minute");
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
