package dev.holdfast.incidents;

import java.math.BigDecimal;
import java.time.Instant;

/** The share of a service that is lost from an instant on, between 0 and 1. */
public record Impact(Instant at, BigDecimal share) {

    public Impact {
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("An impact of " + share.toPlainString() + " is not between 0 and 1");
        }
    }
}
