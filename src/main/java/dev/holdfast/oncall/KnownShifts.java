package dev.holdfast.oncall;

import dev.holdfast.catalogue.Documents;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/** The shifts of a schedule for those who follow each of them as its times move: whole ones, with ids. */
@Service
public class KnownShifts {

    /** What is cut into parts is counted from its first part, which may lie before what is asked for. */
    private static final Duration PARTS = Duration.ofDays(60);

    private final Documents documents;
    private final ScheduleBook book;
    private final OverrideStore overrides;

    KnownShifts(Documents documents, ScheduleBook book, OverrideStore overrides) {
        this.documents = documents;
        this.book = book;
        this.overrides = overrides;
    }

    /** Those that reach into a part of time; none of what is no schedule. */
    public List<KnownShift> of(String schedule, Instant from, Instant to) {
        return documents.holding(() -> {
            var timeline = book.timeline(schedule);
            return ShiftIds.of(timeline, overrides.of(schedule), whole(timeline, from.minus(PARTS), to)).stream()
                    .filter(known -> known.shift().to().isAfter(from))
                    .toList();
        });
    }

    /** As {@link Timeline#shifts}, the first and the last not cut where the question begins and ends. */
    static List<Shift> whole(Timeline timeline, Instant from, Instant to) {
        var shifts = new ArrayList<>(timeline.shifts(from, to));
        if (shifts.isEmpty()) return shifts;
        var begun = timeline.at(shifts.getFirst().from()).from();
        if (begun != null && begun.isBefore(shifts.getFirst().from())) {
            var first = shifts.removeFirst();
            shifts.addFirst(first.between(begun, first.to()));
        }
        var ends = timeline.at(shifts.getLast().from()).until();
        if (ends != null && ends.isAfter(shifts.getLast().to())) {
            var last = shifts.removeLast();
            shifts.addLast(last.between(last.from(), ends));
        }
        return shifts;
    }
}
