package dev.holdfast.catalogue;

import dev.holdfast.quantities.WeekWindow;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Windows of the week as documents write them: {@code {days: [MON], from: "09:00", to: "24:00"}}. */
final class Windows {

    private Windows() {}

    static @Nullable WeekWindow read(SpecReader spec) {
        var days = days(spec);
        var from = spec.required("from", spec.time("from"));
        var untilMidnight = "24:00".equals(spec.text("to"));
        var to = untilMidnight ? LocalTime.MIDNIGHT : spec.required("to", spec.time("to"));
        return days.isEmpty() || from == null || to == null ? null : new WeekWindow(days, from, to, untilMidnight);
    }

    private static Set<DayOfWeek> days(SpecReader spec) {
        if (!spec.has("days")) return EnumSet.allOf(DayOfWeek.class);
        var days = EnumSet.noneOf(DayOfWeek.class);
        var texts = spec.texts("days");
        for (var index = 0; index < texts.size(); index++) {
            var day = day(texts.get(index));
            if (day == null) {
                spec.fault("days[" + index + "]", "UNKNOWN_VALUE", texts.get(index) + " is not a day such as MON");
            } else {
                days.add(day);
            }
        }
        if (texts.isEmpty()) {
            spec.fault("days", "OUT_OF_RANGE", "days names at least one day");
        }
        return days;
    }

    private static @Nullable DayOfWeek day(String text) {
        for (var day : DayOfWeek.values()) {
            if (day.name().substring(0, 3).equals(text)) return day;
        }
        return null;
    }
}
