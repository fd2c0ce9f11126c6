package dev.holdfast.portal.web;

import dev.holdfast.quantities.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;

/** How figures are written: money {@code $41,389}, durations {@code 1:40:48}, shares {@code 70 %}. */
public final class Figures {

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
    private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private Figures() {}

    public static String money(Money money) {
        var rounded = money.amount().setScale(0, RoundingMode.HALF_UP);
        return (rounded.signum() < 0 ? "−" : "") + sign(money) + grouped(rounded.abs());
    }

    /** With cents, for what is small: a second of a loss. */
    public static String exactly(Money money) {
        var format = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.UK));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return sign(money) + format.format(money.amount());
    }

    /** Short, for charts: {@code $640K}, {@code $1.2M}. */
    public static String tight(Money money) {
        var amount = money.amount();
        if (amount.compareTo(BILLION) >= 0) return sign(money) + scaled(amount, BILLION) + "B";
        if (amount.compareTo(MILLION) >= 0) return sign(money) + scaled(amount, MILLION) + "M";
        return amount.compareTo(THOUSAND) >= 0 ? sign(money) + scaled(amount, THOUSAND) + "K" : money(money);
    }

    /** The currency's sign, followed by a space where it is a code. */
    public static String sign(Money money) {
        var symbol = money.currency().getSymbol(Locale.US);
        return symbol.length() > 2 ? symbol + "\u202f" : symbol;
    }

    public static String clock(Duration time) {
        var whole = time.isNegative() ? Duration.ZERO : time;
        return whole.toHours() > 0
                ? "%d:%02d:%02d".formatted(whole.toHours(), whole.toMinutesPart(), whole.toSecondsPart())
                : "%d:%02d".formatted(whole.toMinutes(), whole.toSecondsPart());
    }

    /** In words, for sentences: "12 minutes", "16 hours", "3 days". */
    public static String words(Duration time) {
        if (time.toMinutes() < 1) return count(time.toSeconds(), "second");
        if (time.toHours() < 1) return count(time.toMinutes(), "minute");
        return time.toHours() < 48 ? count(time.toHours(), "hour") : count(time.toDays(), "day");
    }

    /** A share of one as per cent, without digits that say nothing. */
    public static String percent(BigDecimal share) {
        var percent = share.movePointRight(2).setScale(1, RoundingMode.HALF_UP).stripTrailingZeros();
        return percent.setScale(Math.max(0, percent.scale())).toPlainString() + "\u202f%";
    }

    /** A number alone, with a comma between thousands. */
    public static String count(long number) {
        return grouped(BigDecimal.valueOf(number));
    }

    public static String count(long number, String noun) {
        return grouped(BigDecimal.valueOf(number)) + " " + (number == 1 ? noun : noun + "s");
    }

    public static String people(int number) {
        return number == 1 ? "1 person" : grouped(BigDecimal.valueOf(number)) + " people";
    }

    private static String scaled(BigDecimal amount, BigDecimal unit) {
        var scaled = amount.divide(unit, 1, RoundingMode.HALF_UP).stripTrailingZeros();
        return scaled.setScale(Math.max(0, scaled.scale())).toPlainString();
    }

    private static String grouped(BigDecimal whole) {
        return new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.UK)).format(whole);
    }
}
