package dev.holdfast.portal.web;

import java.time.Duration;
import java.util.Locale;

/** A tolerance being used up: what was used before, what this uses, and the rest, with the figures in words. */
public record Gauge(String before, String now, String words) {

    public static Gauge of(Duration whole, Duration usedBefore, Duration usedNow) {
        var left = whole.minus(usedBefore).minus(usedNow);
        var words = "Of %s a week, %s used before, %s by this, %s left".formatted(
                Figures.clock(whole), Figures.clock(usedBefore), Figures.clock(usedNow), Figures.clock(left));
        var before = share(usedBefore, whole);
        return new Gauge(percent(before), percent(Math.min(share(usedNow, whole), 100 - before)), words);
    }

    public static Gauge of(Duration whole, Duration used) {
        var words = "Of %s a week, %s used, %s left".formatted(
                Figures.clock(whole), Figures.clock(used), Figures.clock(whole.minus(used)));
        return new Gauge(percent(0), percent(share(used, whole)), words);
    }

    private static double share(Duration part, Duration whole) {
        return whole.isZero() ? 100 : Math.clamp(100.0 * part.toMillis() / whole.toMillis(), 0, 100);
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.3f%%", value);
    }
}
