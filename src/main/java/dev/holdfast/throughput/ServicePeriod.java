package dev.holdfast.throughput;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one service within a period.
 *
 * @param arrivals in order of time
 * @param unattributed when incidents began of which no cause is known
 * @param everyDays how often its target wants a deployment; null without a target
 */
record ServicePeriod(List<Arrival> arrivals, List<Instant> unattributed, @Nullable Integer everyDays) {

    ServicePeriod {
        arrivals = List.copyOf(arrivals);
        unattributed = List.copyOf(unattributed);
    }

    /** When, in order. */
    long[] deployed() {
        return forward(Arrival::at);
    }

    /** How long lay between the starts of one deployment and the next. */
    long[] gaps() {
        var starts = forward(Arrival::startedAt);
        Arrays.sort(starts);
        var gaps = new long[Math.max(0, starts.length - 1)];
        for (var each = 0; each < gaps.length; each++) gaps[each] = starts[each + 1] - starts[each];
        return gaps;
    }

    private long[] forward(ToLongFunction<Arrival> at) {
        var all = new long[arrivals.size()];
        var count = 0;
        for (var arrival : arrivals) if (arrival.isForward()) all[count++] = at.applyAsLong(arrival);
        return Arrays.copyOf(all, count);
    }
}
