package dev.holdfast.paging.web;

import dev.holdfast.paging.LossPoint;
import dev.holdfast.quantities.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The loss from the start to now, and dashed to where it stands an hour from the start if it goes on as it does; beyond
 * most of an hour, a quarter of its life further. Positions are per cent of a plot of 100 by 100.
 *
 * @param end the instant at which the drawing ends
 * @param lost what is lost by then
 */
public record WokenCurve(String area, String line, String ahead, String nowX, String nowY, Instant end, Money lost) {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MOST_OF_IT = Duration.ofMinutes(48);
    private static final BigDecimal ROOM = new BigDecimal("1.05");

    /** Empty where nothing is known to be lost by the end. */
    static Optional<WokenCurve> of(List<LossPoint> growth, @Nullable Money perHour) {
        if (growth.size() < 2 || perHour == null) return Optional.empty();
        var start = growth.getFirst().at();
        var now = growth.getLast();
        if (!now.at().isAfter(start)) return Optional.empty();
        var lived = Duration.between(start, now.at());
        var end = lived.compareTo(MOST_OF_IT) < 0 ? start.plus(HOUR) : now.at().plus(lived.dividedBy(4));
        var lost = now.lost().plus(perHour.anHourOver(Duration.between(now.at(), end)));
        if (lost.isZero()) return Optional.empty();
        var plane = new Plane(start, end, lost.amount().multiply(ROOM));
        var line = plane.line(growth);
        var area = line + "L%s 100L0 100Z".formatted(plane.x(now.at()));
        var ahead = plane.line(List.of(now, new LossPoint(end, lost)));
        return Optional.of(new WokenCurve(area, line, ahead, plane.x(now.at()) + "%", plane.y(now.lost()) + "%", end, lost));
    }

    private record Plane(Instant start, Instant end, BigDecimal height) {

        String line(List<LossPoint> points) {
            var line = new StringBuilder();
            for (var point : points) line.append(line.isEmpty() ? 'M' : 'L').append(x(point.at())).append(' ').append(y(point.lost()));
            return line.toString();
        }

        String x(Instant at) {
            return decimal(100.0 * Duration.between(start, at).toMillis() / Duration.between(start, end).toMillis());
        }

        String y(Money lost) {
            return decimal(100 - 100 * lost.amount().divide(height, MathContext.DECIMAL64).doubleValue());
        }

        private static String decimal(double value) {
            return String.format(Locale.ROOT, "%.2f", value);
        }
    }
}
