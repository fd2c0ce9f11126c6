package dev.holdfast.throughput;

import java.time.Duration;
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

    List<Instant> deployed() {
        return arrivals.stream().filter(Arrival::isForward).map(Arrival::at).toList();
    }

    /** How long lay between the starts of one deployment and the next. */
    List<Duration> gaps() {
        var starts = arrivals.stream().filter(Arrival::isForward).map(Arrival::startedAt).sorted().toList();
        return IntStream.range(1, starts.size()).mapToObj(each -> Duration.between(starts.get(each - 1), starts.get(each))).toList();
    }
}
