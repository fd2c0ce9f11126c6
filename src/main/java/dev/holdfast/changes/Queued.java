package dev.holdfast.changes;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change in the list of what waits, with what else a change manager wants to know beside it (C3).
 *
 * @param freezes in force or near, that stop it; the soonest first
 * @param builtAt when its version was first built; null where nobody told
 */
public record Queued(Weighed weighed, List<FreezeWindow> freezes, @Nullable Instant builtAt) {

    private static final int DIGITS = 4;

    public Queued {
        freezes = List.copyOf(freezes);
    }

    public Change change() {
        return weighed.change();
    }

    /** What share of its lead time until now it has waited for a decision, at most one; empty where its build is not known. */
    public Optional<BigDecimal> waitingShare(Instant now) {
        if (builtAt == null || !builtAt.isBefore(now)) return Optional.empty();
        var waited = BigDecimal.valueOf(change().waited(now).toSeconds());
        var leadTime = Duration.between(builtAt, now).toSeconds();
        if (leadTime == 0) return Optional.empty();
        return Optional.of(waited.divide(BigDecimal.valueOf(leadTime), DIGITS, RoundingMode.HALF_UP).min(BigDecimal.ONE));
    }
}
