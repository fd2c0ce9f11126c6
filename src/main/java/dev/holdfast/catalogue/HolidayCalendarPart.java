package dev.holdfast.catalogue;

import java.time.LocalDate;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * All fields of a HolidayCalendar. What was read from its address and counts stands in {@code read}: no file says it or
 * is answered it, and it stays until what an address says replaces it.
 */
final class HolidayCalendarPart implements SpecPart<HolidayCalendar> {

    static final HolidayCalendarPart IT = new HolidayCalendarPart();
    static final String KIND = "HolidayCalendar";
    static final String READ = "read";

    private static final int MOST_DAYS = 2000;
    private static final int LONGEST_NAME = 200;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Set<String> fields() {
        return Set.of("days", "from", READ);
    }

    @Override
    public HolidayCalendar read(SpecReader spec) {
        if (!spec.has("days") && !spec.has("from")) {
            spec.fault("days", "REQUIRED", "A holiday calendar has days, or an address from which they are read");
        }
        return new HolidayCalendar(
                spec.name(), spec.title(), days(spec, "days"), spec.address("from"), days(spec, READ));
    }

    private static SortedMap<LocalDate, String> days(SpecReader spec, String field) {
        var days = new TreeMap<LocalDate, String>();
        var written = spec.objects(field);
        if (written.size() > MOST_DAYS) {
            spec.fault(field, "OUT_OF_RANGE", "A holiday calendar has at most " + MOST_DAYS + " days");
        }
        for (var each : written) {
            var date = each.required("date", each.date("date"));
            var name = each.text("name");
            if (date == null) continue;
            if (date.getYear() < 1 || date.getYear() > 9999) {
                each.fault("date", "OUT_OF_RANGE", "A date lies between the years 1 and 9999");
            } else if (name != null && name.length() > LONGEST_NAME) {
                each.fault("name", "OUT_OF_RANGE", "The name of a day has at most " + LONGEST_NAME + " characters");
            } else if (days.putIfAbsent(date, name == null ? "" : name) != null) {
                each.fault("date", "DUPLICATE_NAME", date + " is there already");
            }
        }
        return days;
    }

    @Override
    public void shown(String name, ObjectNode spec) {
        spec.remove(READ);
    }
}
