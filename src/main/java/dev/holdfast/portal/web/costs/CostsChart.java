package dev.holdfast.portal.web.costs;

import dev.holdfast.insurance.StandbyCost;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.quantities.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Standby a week over the number of teams, three lines that are named at their ends. Positions are per cent of the plot. */
public record CostsChart(String label, List<Line> lines, List<Mark> money, List<Mark> teams) {

    private static final int POINTS = 60;
    private static final int MARKS = 4;
    private static final BigDecimal AIR = new BigDecimal("1.08");

    /** @param style what the line stands for: every, level, ops */
    public record Line(String path, String style, String words, String endY) {}

    /** Something on an axis. */
    public record Mark(String at, String words, String anchor) {}

    /** The numbers of teams at which the lines are worked out, evenly up to the largest. */
    static List<Integer> numbers(int most) {
        return IntStream.rangeClosed(1, POINTS)
                .map(point -> Math.max(1, Math.toIntExact((long) most * point / POINTS)))
                .distinct()
                .boxed()
                .toList();
    }

    static CostsChart of(List<StandbyCost> costs) {
        var last = costs.getLast();
        var height = last.everyTeam().max(last.byLevel()).max(last.opsRunIt());
        var drawing = new Drawing(last.teams(), height.isZero() ? BigDecimal.ONE : height.amount().multiply(AIR));
        var label = "Standby a week for 1 to %s: %s with a schedule each, %s by level, %s run by operations."
                .formatted(Figures.count(last.teams(), "team"), Figures.money(last.everyTeam()), Figures.money(last.byLevel()), Figures.money(last.opsRunIt()));
        var lines = drawing.apart(List.of(
                drawing.line(costs, StandbyCost::everyTeam, "every", "every team"),
                drawing.line(costs, StandbyCost::byLevel, "level", "by level"),
                drawing.line(costs, StandbyCost::opsRunIt, "ops", "operations")));
        return new CostsChart(label, lines, drawing.money(height), drawing.teams());
    }

    private record Drawing(int most, BigDecimal height) {

        /** Under that many per cent apart, two names would lie on each other. */
        private static final double LEGIBLE = 9;

        Line line(List<StandbyCost> costs, Function<StandbyCost, Money> which, String style, String words) {
            var path = new StringBuilder("M0 100");
            for (var cost : costs) {
                path.append('L').append(x(cost.teams())).append(' ').append(y(which.apply(cost)));
            }
            return new Line(path.toString(), style, words, y(which.apply(costs.getLast())));
        }

        /** The names, from the highest line down, each below the one before. */
        List<Line> apart(List<Line> lines) {
            var sorted = lines.stream().sorted((one, two) -> Double.compare(Double.parseDouble(one.endY()), Double.parseDouble(two.endY()))).toList();
            var placed = new ArrayList<Line>();
            var above = Double.NEGATIVE_INFINITY;
            for (var line : sorted) {
                above = Math.max(Double.parseDouble(line.endY()), above + LEGIBLE);
                placed.add(new Line(line.path(), line.style(), line.words(), percent(above)));
            }
            return placed;
        }

        List<Mark> money(Money highest) {
            return IntStream.rangeClosed(1, MARKS)
                    .mapToObj(step -> highest.times(BigDecimal.valueOf(step).divide(BigDecimal.valueOf(MARKS), MathContext.DECIMAL64)))
                    .map(level -> new Mark(percent(Double.parseDouble(y(level))), Figures.money(level), ""))
                    .toList();
        }

        List<Mark> teams() {
            return IntStream.rangeClosed(1, MARKS)
                    .map(step -> Math.toIntExact((long) most * step / MARKS))
                    .filter(number -> number > 0)
                    .distinct()
                    .mapToObj(number -> new Mark(percent(100.0 * number / most), Figures.count(number), number == most ? "end" : "mid"))
                    .toList();
        }

        private String x(int teams) {
            return decimal(100.0 * teams / most);
        }

        private String y(Money cost) {
            return decimal(100 - 100 * cost.amount().divide(height, MathContext.DECIMAL64).doubleValue());
        }

        private static String percent(double value) {
            return decimal(value) + "%";
        }

        private static String decimal(double value) {
            return String.format(Locale.ROOT, "%.3f", value);
        }
    }
}
