package dev.holdfast.operatingmodel;

import dev.holdfast.quantities.WeekWindow;
import java.math.BigDecimal;
import java.time.Instant;
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
                .flatMap(day -> Stream.ofNullable(window.on(day, zone)))
                .anyMatch(period -> period.contains(instant));
    }

    /** The first beginning or end of the window after an instant. */
    Optional<Instant> nextEdge(Instant after, ZoneId zone) {
        var date = after.atZone(zone).toLocalDate();
        return date.minusDays(1)
                .datesUntil(date.plusDays(DAYS_AROUND))
                .flatMap(day -> Stream.ofNullable(window.on(day, zone)))
                .flatMap(Edges::of)
                .filter(edge -> edge.isAfter(after))
                .min(Instant::compareTo);
    }

    static BigDecimal at(List<ProfileShare> profile, Instant instant, ZoneId zone) {
        return profile.reversed().stream()
                .filter(part -> part.covers(instant, zone))
                .findFirst()
                .map(ProfileShare::share)
                .orElse(BigDecimal.ONE);
    }
}
