package dev.holdfast.quantities;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A decimal amount in one currency: exact inside, rounded half-up only to be shown. */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);
    private static final BigDecimal NANOS_PER_SECOND = BigDecimal.valueOf(1_000_000_000L);

    /** To be copied by who formats: making one takes ten times as long. */
    private static final Map<Currency, NumberFormat> FOR_PEOPLE = new ConcurrentHashMap<>();

    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }

    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    public Money plus(Money other) {
        return new Money(amount.add(same(other).amount), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(same(other).amount), currency);
    }

    public Money times(BigDecimal factor) {
        return new Money(amount.multiply(factor), currency);
    }

    /** This much an hour, over so long a time: exact to 34 digits. */
    public Money anHourOver(Duration time) {
        return new Money(amount.multiply(hours(time), MathContext.DECIMAL128), currency);
    }

    /** The share that this is of a whole, to 34 digits. The whole is not zero. */
    public BigDecimal shareOf(Money whole) {
        return amount.divide(same(whole).amount, MathContext.DECIMAL128);
    }

    public Money max(Money other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    /** Half-up to the digits that the currency has. */
    public Money rounded() {
        return new Money(amount.setScale(Math.max(0, currency.getDefaultFractionDigits()), RoundingMode.HALF_UP), currency);
    }

    /** Whole units, half-up, as people write it: {@code $41,389}. */
    public String forPeople() {
        return ((NumberFormat) FOR_PEOPLE.computeIfAbsent(currency, Money::formatForPeople).clone()).format(amount);
    }

    private static NumberFormat formatForPeople(Currency currency) {
        var format = NumberFormat.getCurrencyInstance(Locale.US);
        format.setCurrency(currency);
        format.setMaximumFractionDigits(0);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(same(other).amount);
    }

    @Override
    public String toString() {
        return rounded().amount.toPlainString() + " " + currency.getCurrencyCode();
    }

    private static BigDecimal hours(Duration time) {
        var seconds = BigDecimal.valueOf(time.getSeconds())
                .add(BigDecimal.valueOf(time.getNano()).divide(NANOS_PER_SECOND));
        return seconds.divide(SECONDS_PER_HOUR, MathContext.DECIMAL128);
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Cannot reckon " + currency + " with " + other.currency);
        }
        return other;
    }
}
