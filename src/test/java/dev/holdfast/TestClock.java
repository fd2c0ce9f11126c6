package dev.holdfast;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** Runs like the real clock, and can be moved forward. Timers that become due are woken at once. */
public final class TestClock extends Clock {

    private final Clock real = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final Runnable moved;

    TestClock(Runnable moved) {
        this.moved = moved;
    }

    public void advance(Duration by) {
        if (by.isNegative()) throw new IllegalArgumentException("Time does not go back");
        ahead.updateAndGet(before -> before.plus(by));
        moved.run();
    }

    public void advanceTo(Instant instant) {
        advance(Duration.between(instant(), instant));
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Zones are passed explicitly");
    }
}
