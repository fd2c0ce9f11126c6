package dev.holdfast.portal.web;

import dev.holdfast.oncall.OnCallNow;
import dev.holdfast.quantities.WorkingCalendar;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a reader is on call: until when, or from when today's hours change. */
final class DutyWords {

    private static final String WORKING = "working";
    private static final String OUT_OF_HOURS = "out-of-hours";

    private DutyWords() {}

    /** By the schedules whose turn it is theirs; a schedule of some hours only counts in those. Empty where not on call. */
    static Optional<String> words(Collection<OnCallNow> turns, WorkingCalendar calendar, ReaderTime time) {
        var now = time.now();
        var edge = calendar.nextEdge(now);
        var working = calendar.isWorking(now);
        var until = turns.stream().filter(turn -> counts(turn, working)).flatMap(turn -> end(turn, edge)).max(Comparator.naturalOrder());
        if (until.isPresent()) return Optional.of("on call until " + day(until.get(), time));
        if (turns.stream().anyMatch(turn -> counts(turn, working))) return Optional.of("on call");
        return turns.stream()
                .filter(turn -> turn.until() == null || edge.isBefore(turn.until()))
                .findFirst()
                .map(turn -> "on call from " + day(edge, time));
    }

    private static boolean counts(OnCallNow turn, boolean working) {
        return !turn.hours().equals(working ? OUT_OF_HOURS : WORKING);
    }

    private static Stream<Instant> end(OnCallNow turn, Instant edge) {
        @Nullable Instant until = turn.until();
        var limited = turn.hours().equals(WORKING) || turn.hours().equals(OUT_OF_HOURS);
        if (until == null) return limited ? Stream.of(edge) : Stream.empty();
        return Stream.of(limited && edge.isBefore(until) ? edge : Objects.requireNonNull(until));
    }

    /** The time today, the day of the week within a week, else the day. */
    private static String day(Instant at, ReaderTime time) {
        var day = time.local(at).toLocalDate();
        if (day.equals(time.today())) return time.time(at);
        return day.isBefore(time.today().plusDays(7)) ? time.day(at).substring(0, 3) + " " + time.time(at) : time.day(at);
    }
}
