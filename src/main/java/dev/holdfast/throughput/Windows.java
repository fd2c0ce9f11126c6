package dev.holdfast.throughput;

import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;

/** The consecutive windows of a target's length in a period, the open one included, and how many saw a deployment. */
record Windows(int everyDays, long all, long used) {

    private static final int ENOUGH_PERCENT = 80;

    static Windows of(Instant from, Instant to, int days, long[] arrivals) {
        var length = Duration.ofDays(days).toMillis();
        var all = Math.ceilDiv(Math.max(0, Duration.between(from, to).toMillis()), length);
        var used = new BitSet();
        for (var at : arrivals) used.set(Math.toIntExact((at - from.toEpochMilli()) / length));
        return new Windows(days, all, used.cardinality());
    }

    boolean met() {
        return all > 0 && used * 100 >= all * ENOUGH_PERCENT;
    }
}
