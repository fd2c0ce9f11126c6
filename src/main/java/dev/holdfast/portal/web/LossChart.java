package dev.holdfast.portal.web;

import dev.holdfast.quantities.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The loss over time: solid to now, dashed to an hour from the start, the line from which it is major, what happened on the way.
 * Positions are per cent of the plot, so that words keep their size while lines stretch.
 */
public record LossChart(
        String label,
        String area,
        String curve,
        @Nullable String ahead,
        Level top,
        @Nullable Level major,
        List<Tick> ticks,
        List<Leader> leaders,
        Dot end,
        @Nullable Dot crossing,
        List<Row> rows) {

    /** A dollar level: where it lies and what stands beside it. */
    public record Level(String y, String words) {}

    /** A time under the axis; the first is set at its start, the last at its end. */
    public record Tick(String x, String words, String anchor) {}

    /** Something that happened, on a leader above the curve. */
    public record Leader(String x, String y, String wordsY, String words) {}

    /** A point that is named. */
    public record Dot(String x, String y, String wordsY, String words, String anchor) {}

    /** One line of the same as a table. */
    public record Row(String time, String lost) {}

    /** How much was lost until an instant. */
    public record Point(Instant at, Money lost) {}

    /** Something that happened, in two or three words. */
    public record Event(Instant at, String words) {}

    /**
     * What the chart draws: the course so far, what an hour costs from now on (nothing once it is over), and its marks.
     *
     * @param major whether it is major already, so that the loss from which it would be is only a figure on the way
     */
    public record Course(
            List<Point> points, @Nullable Money ratePerHour, Money majorFrom, boolean major, List<Event> events) {

        Point first() {
            return points.getFirst();
        }

        Point last() {
            return points.getLast();
        }

        boolean over() {
            return ratePerHour == null;
        }
    }

    public static LossChart of(Course course, ReaderTime time) {
        return new Drawing(course, time).chart();
    }

    private static final class Drawing {

        private static final Duration HOUR = Duration.ofHours(1);
        private static final int TICKS = 6;
        private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);
        private static final BigDecimal LOW = BigDecimal.valueOf(8);

        private final Course course;
        private final ReaderTime time;
        private final Instant start;
        private final Instant end;
        private final Money atEnd;
        private final BigDecimal height;

        Drawing(Course course, ReaderTime time) {
            this.course = course;
            this.time = time;
            this.start = course.first().at();
            this.end = end();
            this.atEnd = lostAt(end);
            this.height = atEnd.isZero() ? BigDecimal.ONE : atEnd.amount().multiply(new BigDecimal("1.1"));
        }

        private Instant end() {
            var last = course.last().at();
            if (course.over()) return last.isAfter(start.plusSeconds(60)) ? last : start.plusSeconds(60);
            var lived = Duration.between(start, last);
            return lived.compareTo(HOUR.multipliedBy(4).dividedBy(5)) < 0 ? start.plus(HOUR) : last.plus(lived.dividedBy(4));
        }

        private Money lostAt(Instant at) {
            var rate = course.ratePerHour();
            var last = course.last();
            return rate == null || !at.isAfter(last.at())
                    ? last.lost()
                    : last.lost().plus(rate.anHourOver(Duration.between(last.at(), at)));
        }

        LossChart chart() {
            var line = path(course.points());
            var area = line + "L%s 100L%s 100Z".formatted(x(course.last().at()), x(start));
            var ahead = course.over() ? null : "M%s %sL%s %s".formatted(
                    x(course.last().at()), y(course.last().lost()), x(end), y(atEnd));
            return new LossChart(label(), area, line, ahead, top(), major(), ticks(), leaders(), now(), crossing(), rows());
        }

        private String label() {
            var now = "Loss since " + time.time(start) + ": " + Figures.money(course.last().lost());
            return course.over() ? now + " when it was restored"
                    : now + " now, " + Figures.money(atEnd) + " at " + time.time(end) + " if nothing changes";
        }

        private Level top() {
            var when = end.equals(start.plus(HOUR)) ? " after one hour" : " at " + time.time(end);
            var words = Figures.money(atEnd) + (course.over() ? ", restored " + time.time(end) : when);
            return new Level(percent(y(atEnd)), words);
        }

        private @Nullable Level major() {
            var from = course.majorFrom();
            if (from.amount().compareTo(height) > 0 || from.isZero()) return null;
            var low = from.amount().multiply(LOW).compareTo(height) < 0;
            if (low) return new Level(percent(y(from)), "");
            return new Level(percent(y(from)), Figures.money(from) + (course.major() ? "" : " · major from here"));
        }

        private List<Tick> ticks() {
            var ticks = new ArrayList<Tick>();
            var step = Duration.between(start, end).dividedBy(TICKS);
            for (var i = 0; i <= TICKS; i++) {
                var at = start.plus(step.multipliedBy(i));
                ticks.add(new Tick(percent(x(at)), time.time(at), i == 0 ? "" : i == TICKS ? "end" : "mid"));
            }
            return List.copyOf(ticks);
        }

        private List<Leader> leaders() {
            var leaders = new ArrayList<Leader>();
            var level = 58.0;
            for (var event : course.events().stream().limit(4).toList()) {
                leaders.add(new Leader(
                        percent(x(event.at())), percent(y(between(event.at()))), percent(decimal(level)), event.words()));
                level += 7;
            }
            return List.copyOf(leaders);
        }

        private Money between(Instant at) {
            var before = course.first();
            for (var point : course.points()) {
                if (point.at().isAfter(at)) return interpolated(before, point, at);
                before = point;
            }
            return before.lost();
        }

        private static Money interpolated(Point from, Point to, Instant at) {
            var whole = Duration.between(from.at(), to.at()).toMillis();
            if (whole == 0) return to.lost();
            var share = BigDecimal.valueOf(Duration.between(from.at(), at).toMillis())
                    .divide(BigDecimal.valueOf(whole), MathContext.DECIMAL64);
            return from.lost().plus(to.lost().minus(from.lost()).times(share));
        }

        private Dot now() {
            var last = course.last();
            var words = course.over() ? "" : "now " + Figures.money(last.lost());
            var low = last.lost().amount().multiply(LOW).compareTo(height) < 0;
            return new Dot(percent(x(last.at())), percent(y(last.lost())), low ? "-0.625rem" : "1rem", words, share(last.at()) > 0.7 ? "end" : "");
        }

        private @Nullable Dot crossing() {
            var at = crossedAt();
            if (at == null || at.isAfter(end)) return null;
            var words = course.major() ? "at " + time.time(at) : "major at " + time.time(at) + " if nothing changes";
            var left = share(at) > (course.major() ? 0.85 : 0.6);
            return new Dot(percent(x(at)), percent(y(course.majorFrom())), left ? "-0.5rem" : "0.9375rem", words, left ? "end" : "");
        }

        /** When as much is lost as makes an incident major, if it goes on as it does. */
        private @Nullable Instant crossedAt() {
            var rate = course.ratePerHour();
            var last = course.last();
            if (rate == null || rate.isZero() || last.lost().compareTo(course.majorFrom()) >= 0) return null;
            var hours = course.majorFrom().minus(last.lost()).shareOf(rate);
            return last.at().plusSeconds(hours.multiply(SECONDS_PER_HOUR).longValue());
        }

        private List<Row> rows() {
            var rows = new ArrayList<Row>();
            for (var point : course.points()) rows.add(new Row(time.exact(point.at()), Figures.money(point.lost())));
            if (!course.over()) rows.add(new Row(time.exact(end), Figures.money(atEnd) + " if nothing changes"));
            return List.copyOf(rows);
        }

        private String path(List<Point> points) {
            var path = new StringBuilder();
            for (var point : points) {
                path.append(path.isEmpty() ? 'M' : 'L').append(x(point.at())).append(' ').append(y(point.lost()));
            }
            return path.toString();
        }

        private double share(Instant at) {
            return (double) Duration.between(start, at).toMillis() / Duration.between(start, end).toMillis();
        }

        private String x(Instant at) {
            return decimal(100 * Math.clamp(share(at), 0, 1));
        }

        private String y(Money lost) {
            return decimal(100 - 100 * lost.amount().divide(height, MathContext.DECIMAL64).doubleValue());
        }

        private static String decimal(double value) {
            return String.format(Locale.ROOT, "%.3f", value);
        }

        private static String percent(String value) {
            return value + "%";
        }
    }
}
