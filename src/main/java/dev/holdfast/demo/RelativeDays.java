package dev.holdfast.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days that are counted from a today: {@code {monday-140}} is twenty weeks before the Monday of its week. */
record RelativeDays(LocalDate today) {

    private static final Pattern DAY = Pattern.compile("\\{(today|monday|quarter|year|nextyear|peak)([+-]\\d{1,3})?}");
    private static final Pattern NAMED = Pattern.compile("(today|monday|quarter|year|nextyear|peak)([+-]\\d{1,3})?");

    /** The text with every day in braces written as a date. */
    String fill(String text) {
        return DAY.matcher(text).replaceAll(day -> at(day.group(1), day.group(2)).toString());
    }

    /** @param day such as {@code today-2} */
    LocalDate day(String day) {
        Matcher named = NAMED.matcher(day);
        if (!named.matches()) throw new IllegalArgumentException("No day: " + day);
        return at(named.group(1), named.group(2));
    }

    private LocalDate at(String name, String offset) {
        return from(name).plusDays(offset == null ? 0 : Integer.parseInt(offset));
    }

    private LocalDate from(String name) {
        return switch (name) {
            case "monday" -> today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case "quarter" -> today.withMonth((today.getMonthValue() - 1) / 3 * 3 + 1).withDayOfMonth(1);
            case "year" -> today.withDayOfYear(1);
            case "nextyear" -> today.withDayOfYear(1).plusYears(1);
            // Far enough ahead to be prepared for, near enough to be seen on two weeks of schedules.
            case "peak" -> today.plusDays(2).with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
            default -> today;
        };
    }
}
