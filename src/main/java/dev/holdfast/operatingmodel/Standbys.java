package dev.holdfast.operatingmodel;

import dev.holdfast.operatingmodel.Remuneration.Rate;
import dev.holdfast.quantities.Money;
import dev.holdfast.quantities.WorkingCalendar;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Currency;
import java.util.Set;

/** What one person's standby costs in a usual week, without holidays (rule 15). */
final class Standbys {

    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final int MINUTES_A_DAY = (int) Duration.ofDays(1).toMinutes();
    private static final BigDecimal MINUTES_AN_HOUR = BigDecimal.valueOf(60);

    private Standbys() {}

    static Money perWeek(Remuneration.Standby rates, WorkingCalendar calendar, Currency currency) {
        var working = workingMinutes(calendar);
        var weekday = outOfHours(working, false);
        var weekend = outOfHours(working, true);
        var all = weekday.add(weekend);
        var amount = cost(rates.weekday(), weekday, DayOfWeek.values().length - WEEKEND.size(), all)
                .add(cost(rates.weekend(), weekend, WEEKEND.size(), all));
        return new Money(amount, currency);
    }

    /** A week's rate falls on the classes of day by their hours out of hours. */
    private static BigDecimal cost(Rate rate, BigDecimal minutes, int days, BigDecimal allMinutes) {
        return switch (rate.per()) {
            case HOUR -> rate.amount().multiply(minutes.divide(MINUTES_AN_HOUR, MathContext.DECIMAL128));
            case DAY -> rate.amount().multiply(BigDecimal.valueOf(days));
            case WEEK -> allMinutes.signum() == 0
                    ? BigDecimal.ZERO
                    : rate.amount().multiply(minutes).divide(allMinutes, MathContext.DECIMAL128);
        };
    }

    private static BigDecimal outOfHours(BitSet working, boolean weekend) {
        var minutes = Arrays.stream(DayOfWeek.values())
                .filter(day -> WEEKEND.contains(day) == weekend)
                .mapToInt(day -> MINUTES_A_DAY - working.get(start(day), start(day) + MINUTES_A_DAY).cardinality())
                .sum();
        return BigDecimal.valueOf(minutes);
    }

    /** The minutes of the week, from Monday on, in which somebody works. */
    private static BitSet workingMinutes(WorkingCalendar calendar) {
        var working = new BitSet();
        var week = MINUTES_A_DAY * DayOfWeek.values().length;
        for (var window : calendar.windows()) {
            for (var day : window.days()) {
                var from = start(day) + minute(window.from());
                var to = start(day) + (window.toEndOfDay() ? MINUTES_A_DAY : minute(window.to()));
                var end = to > from ? to : to + MINUTES_A_DAY;
                working.set(from, Math.min(end, week));
                working.set(0, Math.max(0, end - week));
            }
        }
        return working;
    }

    private static int start(DayOfWeek day) {
        return day.ordinal() * MINUTES_A_DAY;
    }

    private static int minute(LocalTime time) {
        return time.toSecondOfDay() / (int) Duration.ofMinutes(1).toSeconds();
    }
}
