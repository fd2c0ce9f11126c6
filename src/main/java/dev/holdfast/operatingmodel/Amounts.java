package dev.holdfast.operatingmodel;

import dev.holdfast.catalogue.SpecReader;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Amounts of documents, which are never negative. */
final class Amounts {

    private Amounts() {}

    static @Nullable BigDecimal notNegative(SpecReader spec, String field, @Nullable BigDecimal amount) {
        if (amount == null || amount.signum() >= 0) return amount;
        spec.fault(field, "OUT_OF_RANGE", amount.toPlainString() + " is negative");
        return null;
    }
}
