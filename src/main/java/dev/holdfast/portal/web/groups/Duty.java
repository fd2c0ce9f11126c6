package dev.holdfast.portal.web.groups;

import dev.holdfast.oncall.OnCallNow;
import dev.holdfast.oncall.Shift;
import dev.holdfast.portal.web.MeantHours;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.quantities.Period;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A shift of a person, and the parts of it in which they are called: those in the hours for which the schedule is meant. */
public record Duty(OnCallNow schedule, Shift shift, List<Period> parts) {

    public Duty {
        parts = List.copyOf(parts);
    }

    public Optional<Period> at(Instant now) {
        return parts.stream().filter(part -> part.contains(now)).findFirst();
    }

    public Optional<Period> firstAfter(Instant now) {
        return parts.stream().filter(part -> part.from().isAfter(now)).findFirst();
    }

    /** As a line of a list: the days, what of them, and by which schedule. */
    public ShiftLine line(ReaderTime time) {
        var from = parts.getFirst().from();
        var to = MeantHours.end(parts.getLast());
        var title = GroupWords.title(schedule);
        if (parts.size() > 1) return new ShiftLine(time.day(from) + " to " + time.day(to), words(), title);
        var sameDay = time.local(from).toLocalDate().equals(time.local(to).toLocalDate());
        return new ShiftLine(time.day(from), time.time(from) + " to " + (sameDay ? "" : day(to, time)) + time.time(to), title);
    }

    private static String day(Instant to, ReaderTime time) {
        return time.day(to) + " ";
    }

    private String words() {
        return switch (schedule.hours()) {
            case "working" -> "working hours";
            case "out-of-hours" -> "nights and weekends";
            default -> "all hours";
        };
    }

    /** A shift as it is listed. */
    public record ShiftLine(String days, String hours, String schedule) {}
}
