package dev.holdfast.fairness;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.quantities.Period;
import dev.holdfast.quantities.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What callouts out of hours leave of a person's rest: eleven hours from the end of the last one before work begins
 * (Directive 2003/88/EC). The earliest start is after these, or when work begins.
 */
public record Rest(
        PersonName person, List<Period> calledOut, Instant nextStart, Instant earliestStart, Duration shortfall, @Nullable Cover cover) {

    static final Duration ENOUGH = Duration.ofHours(11);

    /** Who could work in their place until then. */
    public record Cover(PersonName person, Instant from, Instant to) {}

    public Rest {
        calledOut = List.copyOf(calledOut);
    }

    static Rest before(PersonName person, List<Period> calledOut, Instant nextStart) {
        var rested = calledOut.stream().map(CalledOut::end).max(Instant::compareTo).orElseThrow().plus(ENOUGH);
        var shortfall = rested.isAfter(nextStart) ? Duration.between(nextStart, rested) : Duration.ZERO;
        return new Rest(person, calledOut, nextStart, rested, shortfall, null);
    }

    /** For each start of work that callouts out of hours came before: what rest they leave. */
    static List<Rest> of(PersonName person, List<Period> callouts, WorkingCalendar calendar) {
        var before = new TreeMap<Instant, List<Period>>();
        for (var callout : callouts) {
            if (!calendar.isWorking(callout.from())) {
                before.computeIfAbsent(calendar.nextWorkingStart(callout.from()), unseen -> new ArrayList<>()).add(callout);
            }
        }
        return before.entrySet().stream().map(each -> before(person, each.getValue(), each.getKey())).toList();
    }

    boolean isShort() {
        return !shortfall.isZero();
    }

    Rest coveredBy(@Nullable PersonName other) {
        return new Rest(person, calledOut, nextStart, earliestStart, shortfall, other == null ? null : new Cover(other, nextStart, earliestStart));
    }
}
