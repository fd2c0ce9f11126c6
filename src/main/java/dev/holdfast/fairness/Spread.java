package dev.holdfast.fairness;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** How unevenly something is spread: the greatest over the median. */
public final class Spread {

    private Spread() {}

    /** Null where there is nobody, or where the one in the middle had nothing. */
    public static @Nullable BigDecimal of(Collection<Long> values) {
        if (values.isEmpty()) return null;
        var sorted = values.stream().sorted().toList();
        var twice = BigDecimal.valueOf(sorted.get((sorted.size() - 1) / 2)).add(BigDecimal.valueOf(sorted.get(sorted.size() / 2)));
        return twice.signum() == 0 ? null : BigDecimal.valueOf(sorted.getLast() * 2).divide(twice, 1, RoundingMode.HALF_UP);
    }
}
