package dev.holdfast.throughput;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Durations, of which medians and percentiles are asked; kept as milliseconds, since there may be a million. */
final class Samples {

    private long[] millis = new long[8];
    private int count;
    private boolean sorted = true;

    void add(long sample) {
        if (count == millis.length) millis = Arrays.copyOf(millis, count * 2);
        millis[count++] = sample;
        sorted = false;
    }

    int count() {
        return count;
    }

    /** The mean of the middle two of an even number. */
    Optional<Duration> median() {
        return percentile(50);
    }

    /** Between its two neighbours by a straight line. */
    Optional<Duration> percentile(int percent) {
        if (count == 0) return Optional.empty();
        if (!sorted) Arrays.sort(millis, 0, count);
        sorted = true;
        var hundredths = (long) (count - 1) * percent;
        var below = Math.toIntExact(hundredths / 100);
        var rest = hundredths % 100;
        var value = rest == 0 ? millis[below] : millis[below] + (millis[below + 1] - millis[below]) * rest / 100;
        return Optional.of(Duration.ofMillis(value));
    }
}
