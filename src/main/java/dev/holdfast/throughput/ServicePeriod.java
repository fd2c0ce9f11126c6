package dev.holdfast.throughput;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
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
        return arrivals.stream().filter(Arrival::isForward).mapToLong(Arrival::at).toArray();
    }

    /** How long lay between the starts of one deployment and the next. */
    long[] gaps() {
        var starts = arrivals.stream().filter(Arrival::isForward).mapToLong(Arrival::startedAt).sorted().toArray();
        return IntStream.range(1, starts.length).mapToLong(each -> starts[each] - starts[each - 1]).toArray();
    }
}
