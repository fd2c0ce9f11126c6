package dev.holdfast.throughput;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** The days, ISO weeks, months or quarters of a zone that a period touches; the first and the last may be cut. */
public final class Buckets {

    /** How long each is. */
    public enum Length {
        DAY,
        WEEK,
        MONTH,
        QUARTER;

        private LocalDate first(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
                case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
            };
        }

        private LocalDate next(LocalDate first) {
            return switch (this) {
                case DAY -> first.plusDays(1);
                case WEEK -> first.plusWeeks(1);
                case MONTH -> first.plusMonths(1);
                case QUARTER -> first.plusMonths(3);
            };
        }
    }

    private final List<Instant> edges;
    private final long[] millis;

    private Buckets(List<Instant> edges) {
        this.edges = List.copyOf(edges);
        this.millis = edges.stream().mapToLong(Instant::toEpochMilli).toArray();
    }

    static Buckets of(Instant from, Instant to, ZoneId zone, Length length) {
        var edges = new ArrayList<Instant>(List.of(from));
        var day = length.next(length.first(from.atZone(zone).toLocalDate()));
        for (; day.atStartOfDay(zone).toInstant().isBefore(to); day = length.next(day)) edges.add(day.atStartOfDay(zone).toInstant());
        edges.add(to);
        return new Buckets(edges);
    }

    int count() {
        return edges.size() - 1;
    }

    /** Where each begins, and where the last ends. */
    List<Instant> edges() {
        return edges;
    }

    /** Of an instant within the period. */
    int of(Instant at) {
        return of(at.toEpochMilli());
    }

    /** Of one of many in order of time, of which that before it was in this one. */
    int of(long at, int last) {
        var bucket = last;
        while (bucket + 1 < count() && millis[bucket + 1] <= at) bucket++;
        return millis[bucket] <= at ? bucket : of(at);
    }

    int of(long at) {
        var low = 0;
        var high = count() - 1;
        while (low < high) {
            var middle = (low + high + 1) >>> 1;
            if (millis[middle] <= at) low = middle;
            else high = middle - 1;
        }
        return low;
    }
}
