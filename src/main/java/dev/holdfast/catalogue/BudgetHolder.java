package dev.holdfast.catalogue;

import org.jspecify.annotations.Nullable;

/** Who holds a team's budget, and for which function of the organisation. */
public record BudgetHolder(PersonName person, @Nullable Function function) {

    /** A function of the organisation that has a budget. */
    public enum Function {
        PRODUCT,
        DELIVERY,
        OPERATIONS
    }
}
