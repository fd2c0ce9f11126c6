package dev.holdfast.throughput;

import dev.holdfast.deployments.Deployment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What happened to a service in one month of UTC: a row of the roll-up, kept whole, since no median follows from medians. */
record Month(List<Arrival> arrivals, List<Instant> unattributed) {

    private static final Deployment.Kind[] KINDS = Deployment.Kind.values();
    private static final int SUCCEEDED = 1;
    private static final int FAILED = 2;
    private static final int LEAD_TIME = 4;
    private static final int RECOVERY = 8;
    private static final int KIND = 16;

    Month {
        arrivals = List.copyOf(arrivals);
        unattributed = List.copyOf(unattributed);
    }

    /** By their first days. */
    static TreeMap<LocalDate, Month> of(Reckoning.Reckoned reckoned) {
        var arrivals = byMonth(reckoned.arrivals(), Arrival::at);
        var unattributed = byMonth(reckoned.unattributed(), Function.identity());
        var months = new TreeMap<LocalDate, Month>();
        arrivals.forEach((month, those) -> months.put(month, new Month(those, unattributed.getOrDefault(month, List.of()))));
        unattributed.forEach((month, those) -> months.putIfAbsent(month, new Month(List.of(), those)));
        return months;
    }

    static LocalDate first(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1);
    }

    private static <T> TreeMap<LocalDate, List<T>> byMonth(List<T> all, Function<T, Instant> at) {
        var months = new TreeMap<LocalDate, List<T>>();
        all.forEach(each -> months.computeIfAbsent(first(at.apply(each)), unseen -> new ArrayList<>()).add(each));
        return months;
    }

    byte[] packed() {
        var bytes = Bytes.writing().write(unattributed.size());
        unattributed.forEach(at -> bytes.write(at.toEpochMilli()));
        var last = 0L;
        for (var arrival : arrivals) {
            var at = arrival.at().toEpochMilli();
            bytes.write(flags(arrival)).write(at - last).write(at - arrival.startedAt().toEpochMilli());
            if (arrival.leadTime() != null) bytes.write(arrival.leadTime().toMillis());
            if (arrival.recovery() != null) bytes.write(arrival.recovery().toMillis());
            bytes.write(arrival.commitTimes().size());
            arrival.commitTimes().forEach(time -> bytes.write(time.toMillis()));
            last = at;
        }
        return bytes.written();
    }

    static Month unpacked(byte[] packed) {
        var bytes = Bytes.reading(packed);
        var unattributed = new ArrayList<Instant>();
        for (var left = bytes.read(); left > 0; left--) unattributed.add(Instant.ofEpochMilli(bytes.read()));
        var arrivals = new ArrayList<Arrival>();
        var last = 0L;
        while (bytes.hasMore()) {
            var flags = (int) bytes.read();
            last += bytes.read();
            var started = last - bytes.read();
            var leadTime = duration(bytes, flags & LEAD_TIME);
            var recovery = duration(bytes, flags & RECOVERY);
            arrivals.add(new Arrival(
                    Instant.ofEpochMilli(last), Instant.ofEpochMilli(started), (flags & SUCCEEDED) != 0, KINDS[flags / KIND], leadTime, durations(bytes),
                    (flags & FAILED) != 0, recovery));
        }
        return new Month(arrivals, unattributed);
    }

    private static int flags(Arrival arrival) {
        return (arrival.succeeded() ? SUCCEEDED : 0) + (arrival.failed() ? FAILED : 0) + (arrival.leadTime() == null ? 0 : LEAD_TIME)
                + (arrival.recovery() == null ? 0 : RECOVERY) + arrival.kind().ordinal() * KIND;
    }

    private static @Nullable Duration duration(Bytes bytes, int there) {
        return there == 0 ? null : Duration.ofMillis(bytes.read());
    }

    private static List<Duration> durations(Bytes bytes) {
        var count = (int) bytes.read();
        if (count == 0) return List.of();
        var durations = new ArrayList<Duration>(count);
        for (var left = count; left > 0; left--) durations.add(Duration.ofMillis(bytes.read()));
        return durations;
    }
}
