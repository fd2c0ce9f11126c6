package dev.holdfast.portal.web.pay;

import dev.holdfast.operatingmodel.Remuneration.Rate;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import dev.holdfast.quantities.Money;
import dev.holdfast.remuneration.Bearer;
import dev.holdfast.remuneration.DayClass;
import dev.holdfast.remuneration.Line;
import dev.holdfast.remuneration.Statement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How pay is written: amounts with pennies, hours without digits that say nothing. */
final class PayWords {

    /** The most rows of a list; its CSV has all. */
    static final int SHOWN = 200;

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

    private PayWords() {}

    static String month(YearMonth month) {
        return MONTH.format(month);
    }

    static String money(BigDecimal amount, Currency currency) {
        return (amount.signum() < 0 ? "−" : "") + Figures.exactly(new Money(amount.abs(), currency));
    }

    static String hours(BigDecimal hours) {
        var rounded = hours.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.setScale(Math.max(0, rounded.scale())).toPlainString() + " h";
    }

    static String rate(@Nullable Rate rate, Currency currency) {
        return rate == null ? "" : "%s a %s".formatted(money(rate.amount(), currency), rate.per().word()).replace(" a hour", " an hour");
    }

    static String dayClass(@Nullable DayClass dayClass) {
        if (dayClass == null) return "";
        return switch (dayClass) {
            case WEEKDAY -> "Weekday";
            case WEEKEND -> "Weekend";
            case HOLIDAY -> "Public holiday";
        };
    }

    static Status status(Statement statement) {
        return statement.isApproved() ? new Status("Approved", Shape.CHECK, Tone.SAFE) : new Status("Draft", Shape.RING, Tone.QUIET);
    }

    static BigDecimal hours(Collection<Line> lines, Line.Kind kind) {
        return lines.stream().filter(line -> line.kind() == kind).map(Line::hours).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static BigDecimal amount(Collection<Line> lines, Line.Kind kind) {
        return lines.stream().filter(line -> line.kind() == kind).map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static String bearer(Bearer bearer) {
        return switch (bearer.kind()) {
            case SERVICE, DUTY -> bearer.name();
            case DOMAIN -> bearer.name() + ", domain";
            case TEAM -> bearer.name() + ", team";
        };
    }

    static @Nullable String address(Bearer bearer) {
        return switch (bearer.kind()) {
            case SERVICE -> "/services/" + bearer.name();
            case DOMAIN -> "/domains/" + bearer.name();
            case TEAM -> "/teams/" + bearer.name();
            case DUTY -> null;
        };
    }

    /** What a heading says where the list below it is cut. */
    static String cut(int all) {
        return all <= SHOWN ? "" : ": the first %d of %s".formatted(SHOWN, Figures.count(all));
    }
}
