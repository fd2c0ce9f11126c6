package dev.holdfast.remuneration;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.incidents.Responses.Response;
import dev.holdfast.oncall.Watch;
import dev.holdfast.quantities.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.NavigableMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What is owed for a time, from who was on call, who worked in incidents, and what was declared then: pure (rule 15). */
final class Reckoning {

    /** A turn is rounded by whole weeks: so much around a time has to be known. */
    static final Duration AROUND = Duration.ofDays(8);

    private Reckoning() {}

    /** @param digits the decimals of the currency */
    record Facts(
            NavigableMap<Instant, Declared> declared, List<Answering> services, List<Watch> watches, List<Response> responses, ZoneId months,
            int digits, Instant from, Instant to, Instant now, Predicate<PersonName> asked) {

        /** Standby is cut at the edges of months and counts where it begins, a callout where it ends. */
        boolean concern(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }
    }

    record Result(List<Owed> owed, List<Unpaid> unpaid) {}

    /**
     * Those of the people asked for, and of all with whom they share schedules: a turn is rounded with what others did of
     * it, and what others are paid of it follows from where else they were on call.
     */
    static List<Watch> concerned(List<Watch> watches, Predicate<PersonName> asked) {
        var schedules = watches.stream().filter(watch -> asked.test(watch.person())).map(Watch::schedule).collect(Collectors.toSet());
        var people = watches.stream().filter(watch -> schedules.contains(watch.schedule())).map(Watch::person).collect(Collectors.toSet());
        return watches.stream().filter(watch -> people.contains(watch.person())).toList();
    }

    static Course of(Facts facts) {
        var settings = new Settings(facts.declared(), facts.services());
        var outOfHours = new OutOfHours(facts.from().minus(AROUND.multipliedBy(2)), facts.to().plus(AROUND.multipliedBy(2)));
        var pieces = new Standings(settings::of, outOfHours, facts.months()).of(facts.watches());
        var callouts = new CalloutLines(settings, outOfHours, facts.services(), facts.watches(), facts.months(), facts.digits()).of(facts.responses());
        var worked = new Result(
                callouts.owed().stream().filter(callout -> facts.concern(callout.line().to())).toList(),
                callouts.unpaid().stream().filter(each -> facts.concern(each.to())).toList());
        return Course.of(Overlaps.paidOnce(pieces), worked, facts.digits(), facts.now(), within(new Period(facts.from(), facts.to()), facts.asked()));
    }

    /** Of the facts it holds no more than these: who keeps what was reckoned keeps it, too. */
    private static Predicate<Piece> within(Period time, Predicate<PersonName> asked) {
        return piece -> time.contains(piece.from()) && asked.test(piece.as().person());
    }
}
