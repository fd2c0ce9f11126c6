package dev.holdfast;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Runs like the real clock, and can be moved forward. Timers that become due are woken at once; what looks every so often, and
 * looked while time was moved, looks again (see {@link TestServer}).
 */
public final class TestClock extends Clock {

    private final Clock real = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    private final AtomicReference<Moved> ahead = new AtomicReference<>(new Moved(Duration.ZERO, Instant.MIN));
    private final Runnable moved;

    /** How far it is before the real clock, and the first instant since it is. */
    private record Moved(Duration by, Instant since) {}

    TestClock(Runnable moved) {
        this.moved = moved;
    }

    public void advance(Duration by) {
        if (by.isNegative()) throw new IllegalArgumentException("Time does not go back");
        ahead.updateAndGet(before -> {
            var further = before.by().plus(by);
            return new Moved(further, real.instant().plus(further));
        });
        moved.run();
    }

    public void advanceTo(Instant instant) {
        advance(Duration.between(instant(), instant));
    }

    /** Whether it was moved after an instant that it has shown. */
    boolean movedAfter(Instant shown) {
        return shown.isBefore(ahead.get().since());
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead.get().by());
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
