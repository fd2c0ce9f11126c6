package dev.holdfast.paging.web;

import dev.holdfast.paging.Asked;
import dev.holdfast.paging.SubjectBrief;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page of somebody who was just woken, ready to be read: what it is, what it costs, and one thing to do. */
public record AcknowledgePage(
        boolean major,
        String heading,
        String service,
        @Nullable String perHour,
        @Nullable String since,
        @Nullable String why,
        @Nullable String next,
        List<String> others,
        @Nullable String answer,
        @Nullable String address) {

    public AcknowledgePage {
        others = List.copyOf(others);
    }

    static AcknowledgePage of(Asked asked) {
        var first = asked.first();
        var paging = asked.paging();
        var waiting = asked.briefs().stream().anyMatch(SubjectBrief::wantsAnswer);
        return new AcknowledgePage(
                first.major(),
                first.summary(),
                first.service().value(),
                asked.perHour(),
                asked.since(),
                paging.schedule() == null ? "Nobody is on call: you stand in" : paging.schedule(),
                waiting && paging.nextStepAt() != null ? asked.clock(paging.nextStepAt()) : null,
                asked.briefs().stream()
                        .skip(1)
                        .map(other -> other.number() + ", " + other.service() + ": " + other.summary())
                        .toList(),
                waiting ? null : answer(asked),
                first.url().toString());
    }

    /** What there is to say where there is nothing left to do. */
    static AcknowledgePage ended(String heading, String why) {
        return new AcknowledgePage(false, heading, "", null, null, null, null, List.of(), why, null);
    }

    /** Whether the button is there. */
    public boolean waits() {
        return answer == null;
    }

    private static String answer(Asked asked) {
        return switch (asked.first().standing()) {
            case SubjectBrief.Standing.Acknowledged(var by, var person, var at) ->
                (asked.person().name().equals(person) ? "You" : by) + " acknowledged at " + asked.clock(at) + ".";
            case SubjectBrief.Standing.Resolved(var at) -> "It is resolved.";
            case SubjectBrief.Standing.Waiting() -> "It waits for somebody.";
        };
    }
}
