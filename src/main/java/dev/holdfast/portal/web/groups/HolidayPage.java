package dev.holdfast.portal.web.groups;

import dev.holdfast.portal.web.Pair;
import dev.holdfast.portal.web.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A holiday calendar: which days count, for whom, where they are from, and what its address says otherwise. */
public record HolidayPage(
        String name,
        String title,
        String lede,
        List<Status> facts,
        @Nullable String edit,
        List<Day> days,
        int past,
        @Nullable Waiting waiting,
        List<Pair> about,
        List<Pair> users) {

    public HolidayPage {
        days = List.copyOf(days);
    }

    /** A day ahead; {@code source} says whether it is written here or was read. */
    public record Day(String day, String name, String source) {}

    /** News of the address that does not count yet. */
    public record Waiting(String id, String counts, List<Turn> turns, boolean mayDecide) {}

    /** A day that changes, and how. */
    public record Turn(Status status, String day, String name) {}
}
