package dev.holdfast.remuneration;

import dev.holdfast.incidents.Responses.Response;
import dev.holdfast.oncall.Watch;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;

/** What is owed for a time, from who was on call, who worked in incidents, and what was declared then: pure (rule 15). */
final class Reckoning {

    /** A turn is rounded by whole weeks: so much around a time has to be known. */
    static final Duration AROUND = Duration.ofDays(8);

    private Reckoning() {}

    /** @param digits the decimals of the currency */
    record Facts(
            NavigableMap<Instant, Declared> declared, List<Answering> services, List<Watch> watches, List<Response> responses, ZoneId months,
            int digits, Instant from, Instant to, Instant now) {}

    record Result(List<Owed> owed, List<Unpaid> unpaid) {}

    static Result of(Facts facts) {
        var settings = new Settings(facts.declared(), facts.services());
        var outOfHours = new OutOfHours(facts.from().minus(AROUND.multipliedBy(2)), facts.to().plus(AROUND.multipliedBy(2)));
        var pieces = new Standings(settings::of, outOfHours, facts.months(), facts.now()).of(facts.watches());
        var owed = new ArrayList<>(StandbyLines.of(Overlaps.paidOnce(pieces), facts.digits()));
        var callouts = new CalloutLines(settings, outOfHours, facts.services(), facts.watches(), facts.months(), facts.digits()).of(facts.responses());
        owed.addAll(callouts.owed());
        return new Result(owed.stream().filter(each -> within(each.line(), facts)).toList(), callouts.unpaid().stream()
                .filter(each -> !each.to().isBefore(facts.from()) && each.to().isBefore(facts.to()))
                .toList());
    }

    /** Standby is cut at the edges of months; a callout counts where it ends. */
    private static boolean within(Line line, Facts facts) {
        var at = line.kind() == Line.Kind.CALLOUT ? line.to() : line.from();
        return !at.isBefore(facts.from()) && at.isBefore(facts.to());
    }
}
