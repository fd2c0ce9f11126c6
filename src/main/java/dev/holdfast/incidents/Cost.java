package dev.holdfast.incidents;

import dev.holdfast.quantities.Money;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an incident costs at an instant (rules 10 and 11). Where nothing can be reckoned every figure is null and
 * {@code notApplicable} says why.
 *
 * @param becomesMajorAt when it will be major if nobody revises anything
 * @param effectiveness the share of the loss at tolerable that was protected, to four digits
 */
public record Cost(
        @Nullable String notApplicable,
        @Nullable Money soFar,
        @Nullable Money ratePerHour,
        @Nullable Money expected,
        @Nullable Money atTolerable,
        boolean stated,
        @Nullable Instant becomesMajorAt,
        @Nullable Money protectedLoss,
        @Nullable BigDecimal effectiveness,
        @Nullable Money overrun) {

    static Cost unknown(String why) {
        return new Cost(why, null, null, null, null, false, null, null, null, null);
    }
}
