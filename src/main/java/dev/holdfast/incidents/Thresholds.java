package dev.holdfast.incidents;

import dev.holdfast.quantities.Money;

/** From which expected loss on an incident is high or medium. */
public record Thresholds(Money high, Money medium) {

    public LossSize sizeOf(Money loss) {
        if (loss.compareTo(high) >= 0) {
            return LossSize.HIGH;
        }
        return loss.compareTo(medium) >= 0 ? LossSize.MEDIUM : LossSize.LOW;
    }
}
