package dev.holdfast.oncall;

import dev.holdfast.quantities.Period;
import java.time.Instant;
import java.util.stream.Stream;

/** A part of a shift that falls into the leave of who has it. */
public record LeaveClash(String schedule, Instant from, Instant to) {

    /** What of it falls into that leave. */
    Stream<LeaveClash> within(Leave leave) {
        return new Period(from, to).cutTo(leave.period()).stream()
                .flatMap(part -> Stream.ofNullable(part.to()).map(end -> new LeaveClash(schedule, part.from(), end)));
    }
}
