package dev.holdfast.catalogue;

import java.net.URI;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Public holidays by date: those that the document writes, and beside them those that were read from its address and
 * count. Where both know a day, the document's name of it stands.
 */
public record HolidayCalendar(
        String name,
        @Nullable String title,
        SortedMap<LocalDate, String> declared,
        @Nullable URI from,
        SortedMap<LocalDate, String> read) {

    public HolidayCalendar {
        declared = Collections.unmodifiableSortedMap(new TreeMap<>(declared));
        read = Collections.unmodifiableSortedMap(new TreeMap<>(read));
    }

    public SortedMap<LocalDate, String> days() {
        var days = new TreeMap<>(read);
        days.putAll(declared);
        return days;
    }

    Set<LocalDate> dates() {
        return days().keySet();
    }

    /** The title, or the name where there is none. */
    public String shown() {
        return title == null ? name : title;
    }
}
