package dev.holdfast.calendars;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

/** In which days ahead two readings of a calendar differ: what a day becomes a holiday, stops being one, is called otherwise. */
public record HolidayChange(
        SortedMap<LocalDate, String> added, SortedMap<LocalDate, String> removed, SortedMap<LocalDate, String> renamed) {

    static HolidayChange between(SortedMap<LocalDate, String> before, SortedMap<LocalDate, String> after) {
        var added = new TreeMap<>(after);
        added.keySet().removeAll(before.keySet());
        var removed = new TreeMap<>(before);
        removed.keySet().removeAll(after.keySet());
        var renamed = new TreeMap<>(after);
        renamed.entrySet().removeIf(day -> !before.containsKey(day.getKey()) || day.getValue().equals(before.get(day.getKey())));
        return new HolidayChange(added, removed, renamed);
    }

    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && renamed.isEmpty();
    }
}
