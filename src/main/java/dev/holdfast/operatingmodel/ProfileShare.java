package dev.holdfast.operatingmodel;

import dev.holdfast.quantities.Period;
import dev.holdfast.quantities.WallClock;
import dev.holdfast.quantities.WeekWindow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The share of the exposure that is lost in a window of the week, by wall clock. */
public record ProfileShare(WeekWindow window, BigDecimal share) {

    private static final int DAYS_AROUND = 8;

    boolean covers(Instant instant, ZoneId zone) {
        var date = instant.atZone(zone).toLocalDate();
        return Stream.of(date.minusDays(1), date)
                .flatMap(day -> on(day, zone).stream())
                .anyMatch(period -> period.contains(instant));
    }

    /** The first beginning or end of the window after an instant. */
    Optional<Instant> nextEdge(Instant after, ZoneId zone) {
        var date = after.atZone(zone).toLocalDate();
        return date.minusDays(1)
                .datesUntil(date.plusDays(DAYS_AROUND))
                .flatMap(day -> on(day, zone).stream())
                .flatMap(Edges::of)
                .filter(edge -> edge.isAfter(after))
                .min(Instant::compareTo);
    }

    private Optional<Period> on(LocalDate day, ZoneId zone) {
        if (!window.days().contains(day.getDayOfWeek())) {
            return Optional.empty();
        }
        var endsNextDay = window.toEndOfDay() || !window.to().isAfter(window.from());
        var end = window.toEndOfDay()
                ? day.plusDays(1).atStartOfDay()
                : (endsNextDay ? day.plusDays(1) : day).atTime(window.to());
        var from = WallClock.startOf(day.atTime(window.from()), zone);
        var to = WallClock.endOf(end, zone);
        return from.isBefore(to) ? Optional.of(new Period(from, to)) : Optional.empty();
    }


    static BigDecimal at(List<ProfileShare> profile, Instant instant, ZoneId zone) {
        return profile.reversed().stream()
                .filter(part -> part.covers(instant, zone))
                .findFirst()
                .map(ProfileShare::share)
                .orElse(BigDecimal.ONE);
    }
}
