package dev.holdfast.feeds;

import dev.holdfast.quantities.WallClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A meeting of a team to which change or incident managers have a standing invitation (C10).
 *
 * @param name its own within the team
 * @param everyDays by the wall clock; null where it is held once
 * @param zone null for that of the team's working hours
 * @param until the last day on which it may be held; null where it goes on
 */
record Meeting(
        String name, Kind kind, @Nullable String title, LocalDateTime start, @Nullable Integer everyDays, Duration lasts, @Nullable ZoneId zone,
        @Nullable LocalDate until, @Nullable URI address) {

    /** What it is for. */
    enum Kind {
        PLANNING("Planning"),
        DEMO("Demo"),
        CHAOS_DAY("Chaos Day");

        private final String shown;

        Kind(String shown) {
            this.shown = shown;
        }

        String shown() {
            return shown;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** One time that it is held. */
    record Held(LocalDate day, Instant from, Instant to) {}

    String shown() {
        return title == null ? kind.shown() : title;
    }

    /** The times that touch {@code [from, to)}, in order: the wall clock's, also when the clocks change. */
    List<Held> between(Instant from, Instant to, ZoneId usual) {
        var its = zone == null ? usual : zone;
        var held = new ArrayList<Held>();
        for (var at = first(from, its); at != null; at = next(at)) {
            if (until != null && at.toLocalDate().isAfter(until)) break;
            var begins = WallClock.startOf(at, its);
            if (!begins.isBefore(to)) break;
            var ends = begins.plus(lasts);
            if (ends.isAfter(from)) held.add(new Held(at.toLocalDate(), begins, ends));
        }
        return List.copyOf(held);
    }

    /** One that may still go on at that instant, so that no earlier ones are looked through. */
    private LocalDateTime first(Instant from, ZoneId its) {
        if (everyDays == null) return start;
        var days = ChronoUnit.DAYS.between(start, from.minus(lasts).atZone(its).toLocalDateTime());
        return start.plusDays(Math.max(0, days / everyDays - 1) * everyDays);
    }

    private @Nullable LocalDateTime next(LocalDateTime at) {
        return everyDays == null ? null : at.plusDays(everyDays);
    }
}
