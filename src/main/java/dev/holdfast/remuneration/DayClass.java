package dev.holdfast.remuneration;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.holdfast.operatingmodel.Remuneration;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;

/** The class of a local day by which standby is paid: a public holiday before a weekend, a weekend before a weekday. */
public enum DayClass {
    WEEKDAY,
    WEEKEND,
    HOLIDAY;

    static DayClass of(LocalDate day, Set<LocalDate> holidays) {
        if (holidays.contains(day)) return HOLIDAY;
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0 ? WEEKEND : WEEKDAY;
    }

    Remuneration.Rate of(Remuneration.Standby rates) {
        return switch (this) {
            case WEEKDAY -> rates.weekday();
            case WEEKEND -> rates.weekend();
            case HOLIDAY -> rates.holiday();
        };
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
