package dev.holdfast.incidents;

import dev.holdfast.quantities.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What restoring early protected of the loss that the tolerable unavailability would have brought (rule 11). Without
 * a loss at tolerable, effectiveness is not applicable and empty.
 */
public record Protection(Money atTolerable, Money protectedLoss, Money overrun) {

    private static final int DIGITS = 4;

    /** As if the impact ended at an instant, of a target that tolerates so much a week. */
    public static Protection of(Course course, Duration tolerable, Instant end) {
        var limit = course.startedAt().plus(tolerable);
        var atTolerable = Loss.at(course, limit);
        var loss = Loss.at(course, end);
        var none = Money.zero(course.currency());
        return end.isAfter(limit)
                ? new Protection(atTolerable, none, loss.minus(atTolerable).max(none))
                : new Protection(atTolerable, atTolerable.minus(loss), none);
    }

    public Optional<BigDecimal> effectiveness() {
        return atTolerable.isZero()
                ? Optional.empty()
                : Optional.of(protectedLoss.shareOf(atTolerable).setScale(DIGITS, RoundingMode.HALF_UP));
    }
}
