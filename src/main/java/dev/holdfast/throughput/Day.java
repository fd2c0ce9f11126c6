package dev.holdfast.throughput;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** When deployments of all services started that arrived on one day of UTC, in order of time. */
record Day(List<Start> starts) {

    private static final Comparator<Start> IN_ORDER = Comparator.comparingLong(Start::at).thenComparingLong(Start::startedAt).thenComparingInt(Start::service);

    Day {
        starts = List.copyOf(starts);
    }

    /** Of a service by its number, in milliseconds. */
    record Start(int service, long at, long startedAt) {}

    static LocalDate of(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** With these in the place of what it had of their services. */
    Day with(Set<Integer> services, List<Start> those) {
        var all = new ArrayList<>(starts.stream().filter(start -> !services.contains(start.service())).toList());
        all.addAll(those);
        all.sort(IN_ORDER);
        return new Day(all);
    }

    byte[] packed() {
        var bytes = Bytes.writing();
        var last = 0L;
        for (var start : starts) {
            bytes.write(start.service()).write(start.at() - last).write(start.at() - start.startedAt());
            last = start.at();
        }
        return bytes.written();
    }

    interface Each {
        void start(int service, long at, long startedAt);
    }

    /** Goes through what was packed without making objects of it. */
    static void each(byte[] packed, Each each) {
        var bytes = Bytes.reading(packed);
        var last = 0L;
        while (bytes.hasMore()) {
            var service = (int) bytes.read();
            last += bytes.read();
            each.start(service, last, last - bytes.read());
        }
    }

    static Day unpacked(byte[] packed) {
        var starts = new ArrayList<Start>();
        each(packed, (service, at, startedAt) -> starts.add(new Start(service, at, startedAt)));
        return new Day(starts);
    }
}
