package dev.holdfast.throughput;

import dev.holdfast.deployments.Deployment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What happened to a service in one month of UTC: a row of the roll-up, kept whole, since no median follows from medians. */
record Month(List<Arrival> arrivals, List<Instant> unattributed) {

    private static final Deployment.Kind[] KINDS = Deployment.Kind.values();
    private static final long[] NO_TIMES = {};
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
        var arrivals = byMonth(reckoned.arrivals(), each -> Instant.ofEpochMilli(each.at()));
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
            bytes.write(flags(arrival)).write(arrival.at() - last).write(arrival.at() - arrival.startedAt());
            if (arrival.leadTime() != Arrival.UNKNOWN) bytes.write(arrival.leadTime());
            if (arrival.recovery() != Arrival.UNKNOWN) bytes.write(arrival.recovery());
            bytes.write(arrival.commitTimes().length);
            for (var time : arrival.commitTimes()) bytes.write(time);
            last = arrival.at();
        }
        return bytes.written();
    }

    /** Goes through what was packed, without keeping it. */
    static void each(byte[] packed, Consumer<Arrival> arrivals, Consumer<Instant> unattributed) {
        var bytes = Bytes.reading(packed);
        for (var left = bytes.read(); left > 0; left--) unattributed.accept(Instant.ofEpochMilli(bytes.read()));
        var last = 0L;
        while (bytes.hasMore()) {
            var flags = (int) bytes.read();
            last += bytes.read();
            var started = last - bytes.read();
            var leadTime = duration(bytes, flags & LEAD_TIME);
            var recovery = duration(bytes, flags & RECOVERY);
            arrivals.accept(new Arrival(
                    last, started, (flags & SUCCEEDED) != 0, KINDS[flags / KIND], leadTime, durations(bytes), (flags & FAILED) != 0, recovery));
        }
    }

    /** What a packed month says of the time before an instant. */
    static Reckoning.Reckoned before(Instant end, byte @Nullable [] packed) {
        var arrivals = new ArrayList<Arrival>();
        var unattributed = new ArrayList<Instant>();
        if (packed != null) {
            each(packed, arrival -> {
                if (arrival.at() < end.toEpochMilli()) arrivals.add(arrival);
            }, at -> {
                if (at.isBefore(end)) unattributed.add(at);
            });
        }
        return new Reckoning.Reckoned(arrivals, unattributed);
    }

    private static int flags(Arrival arrival) {
        return (arrival.succeeded() ? SUCCEEDED : 0) + (arrival.failed() ? FAILED : 0) + (arrival.leadTime() == Arrival.UNKNOWN ? 0 : LEAD_TIME)
                + (arrival.recovery() == Arrival.UNKNOWN ? 0 : RECOVERY) + arrival.kind().ordinal() * KIND;
    }

    private static long duration(Bytes bytes, int there) {
        return there == 0 ? Arrival.UNKNOWN : bytes.read();
    }

    private static long[] durations(Bytes bytes) {
        var count = (int) bytes.read();
        if (count == 0) return NO_TIMES;
        var durations = new long[count];
        for (var each = 0; each < count; each++) durations[each] = bytes.read();
        return durations;
    }
}
