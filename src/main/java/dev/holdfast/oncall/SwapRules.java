package dev.holdfast.oncall;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.http.Conflict;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.quantities.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What may be swapped, by whom, and what it makes of the schedule. */
final class SwapRules {

    private static final Duration LONGEST = Duration.ofDays(92);

    private SwapRules() {}

    /** @throws Unprocessable with what is wrong */
    static void demandPossible(NewSwap asked, Instant now) {
        demandAhead("give", asked.give(), now);
        if (asked.take() != null) demandAhead("take", asked.take(), now);
        if (asked.giver().equals(asked.taker())) throw Unprocessable.of("take.person", "OUT_OF_RANGE", "Nobody swaps with themselves.");
        if (asked.take() != null && asked.take().overlaps(asked.give())) {
            throw Unprocessable.of("take.from", "OUT_OF_RANGE", "What is taken lies at another time than what is given.");
        }
    }

    private static void demandAhead(String field, Period period, Instant now) {
        if (period.length().isZero()) throw Unprocessable.of(field + ".to", "OUT_OF_RANGE", "A shift ends after it begins.");
        if (period.length().compareTo(LONGEST) > 0) throw Unprocessable.of(field + ".to", "OUT_OF_RANGE", "A swap is of at most " + LONGEST.toDays() + " days.");
        if (period.from().isBefore(now)) throw Unprocessable.of(field + ".from", "OUT_OF_RANGE", "Only what is ahead can be swapped; for what goes on there are overrides.");
    }

    /**
     * What somebody has in that window: it is theirs where nobody else is on call in it.
     *
     * @throws Unprocessable where it is not
     */
    static Stretches theirs(String field, PersonName person, List<Shift> shifts) {
        var stretches = Stretches.of(person, shifts);
        if (stretches.isEmpty() || shifts.stream().anyMatch(shift -> !shift.person().equals(person))) {
            throw Unprocessable.of(field, "STATE", "That time is not all of " + person + "'s.");
        }
        return stretches;
    }

    static Instant expiry(NewSwap asked) {
        var give = asked.give().from();
        return asked.take() == null || give.isBefore(asked.take().from()) ? give : asked.take().from();
    }

    /** @throws Conflict where it does not wait any more */
    static void demandWaits(Swap swap) {
        if (!swap.waits()) throw new Conflict("STATE", "This swap is " + swap.state().word() + ".");
    }

    /** @throws Conflict where what was asked about is not as it was then */
    static void demandUnmoved(@Nullable String asked, Stretches now) {
        if (asked != null && !asked.equals(now.written())) throw moved();
    }

    static Conflict moved() {
        return new Conflict("STATE", "A shift that this swap is about has moved since it was asked. Ask again.");
    }

    /** Whom it waits for: the one who is asked, or everybody of the schedule but who gives. */
    static boolean waitsFor(Swap swap, PersonName person, Function<String, Set<PersonName>> participants) {
        if (!swap.waits() || person.equals(swap.giver())) return false;
        return swap.taker() == null ? participants.apply(swap.schedule()).contains(person) : person.equals(swap.taker());
    }

    /** The taker in the place of the giver, and the giver in the place of the taker. */
    static List<ScheduleOverride> overrides(Swap agreed, Stretches given, @Nullable Stretches taken) {
        var taker = agreed.taker();
        if (taker == null) throw new IllegalStateException("Nobody has agreed to " + agreed.id());
        var overrides = new ArrayList<ScheduleOverride>();
        given.periods().forEach(each -> overrides.add(new ScheduleOverride(each.from(), each.from().plus(each.length()), taker)));
        if (taken != null) taken.periods().forEach(each -> overrides.add(new ScheduleOverride(each.from(), each.from().plus(each.length()), agreed.giver())));
        return overrides;
    }
}
