package dev.holdfast.remuneration;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Divides an amount into rounded parts that sum to it exactly: the largest remainders get the last units, of equal ones the first. */
final class Parts {

    private Parts() {}

    /** Rounded to that scale so that together they are the rounded sum. */
    static List<BigDecimal> of(List<BigDecimal> exact, int scale) {
        var sum = exact.stream().reduce(BigDecimal.ZERO, BigDecimal::add).setScale(scale, RoundingMode.HALF_UP);
        var parts = new ArrayList<>(exact.stream().map(part -> part.setScale(scale, RoundingMode.FLOOR)).toList());
        var left = sum.subtract(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).movePointRight(scale).intValueExact();
        var unit = BigDecimal.ONE.movePointLeft(scale);
        IntStream.range(0, exact.size())
                .boxed()
                .sorted(Comparator.comparing((Integer index) -> exact.get(index).subtract(parts.get(index)), Collections.reverseOrder()))
                .limit(left)
                .forEach(index -> parts.set(index, parts.get(index).add(unit)));
        return parts;
    }

    /** So many equal parts of a rounded amount, which may be less than nothing. */
    static List<BigDecimal> equal(BigDecimal amount, int parts) {
        var unit = BigDecimal.ONE.movePointLeft(amount.scale());
        var each = amount.divide(BigDecimal.valueOf(parts), amount.scale(), RoundingMode.FLOOR);
        var left = amount.subtract(each.multiply(BigDecimal.valueOf(parts))).divide(unit).intValueExact();
        return IntStream.range(0, parts).mapToObj(index -> index < left ? each.add(unit) : each).toList();
    }
}
