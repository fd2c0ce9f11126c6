package dev.holdfast.operatingmodel;

import dev.holdfast.quantities.Money;
import java.math.BigDecimal;
import java.util.Currency;

/** What an hour of unavailability costs: revenue lost and costs incurred, both kept. */
public record Exposure(BigDecimal revenue, BigDecimal cost) {

    public Exposure {
        if (revenue.signum() < 0 || cost.signum() < 0) {
            throw new IllegalArgumentException("An exposure of " + revenue + " and " + cost + " is negative");
        }
    }

    public static Exposure of(String revenue) {
        return new Exposure(new BigDecimal(revenue), BigDecimal.ZERO);
    }

    /** Both together, in the organisation's currency. */
    public BigDecimal perHour() {
        return revenue.add(cost);
    }

    public Money perHour(Currency currency) {
        return new Money(perHour(), currency);
    }

    Exposure larger(Exposure other) {
        return other.perHour().compareTo(perHour()) > 0 ? other : this;
    }
}
