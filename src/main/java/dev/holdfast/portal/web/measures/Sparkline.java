package dev.holdfast.portal.web.measures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A trend as a line that breaks where nothing is known. Positions are per cent of the plot.
 *
 * @param path of the line, empty where no two neighbours are known
 * @param dots known values without a neighbour, and the last one
 */
public record Sparkline(String label, String path, List<Dot> dots, String first, String last) {

    public record Dot(String x, String y) {}

    /** @param values null where nothing is known */
    static Sparkline of(String label, List<? extends @Nullable Double> values, String first, String last) {
        var top = values.stream().filter(Objects::nonNull).mapToDouble(Double::doubleValue).max().orElse(0);
        var path = new StringBuilder();
        var dots = new ArrayList<Dot>();
        var end = values.size() - 1;
        for (var each = 0; each <= end; each++) {
            var value = values.get(each);
            if (value == null) continue;
            var before = each > 0 && values.get(each - 1) != null;
            var after = each < end && values.get(each + 1) != null;
            var x = number(end == 0 ? 100 : 100.0 * each / end);
            var y = number(top == 0 ? 100 : 100 - 100 * value / top);
            if (before || after) path.append(before ? 'L' : 'M').append(x).append(' ').append(y);
            if (!before && !after || each == end) dots.add(new Dot(x + "%", y + "%"));
        }
        return new Sparkline(label, path.toString(), dots, first, last);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
