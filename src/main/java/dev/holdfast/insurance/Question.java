package dev.holdfast.insurance;

import dev.holdfast.http.Fault;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.quantities.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a simulation is asked: numbers of teams, how they divide among the levels, and rates of one person's week in the
 * organisation's currency. What is left out is as usual: the price list's rates, a domain schedule for each team at domain level.
 */
public record Question(
        List<Integer> teams,
        @Nullable Levels levels,
        @Nullable Integer teamsPerDomain,
        @Nullable BigDecimal rate,
        @Nullable BigDecimal operationsRate) {

    private static final int MOST_TEAMS = 100_000;
    private static final int MOST_ITEMS = 100;

    /** So many teams at each level for so many at the others; what is left out is none. */
    public record Levels(@Nullable Integer team, @Nullable Integer domain, @Nullable Integer none) {}

    /** What the price list says of one person's week; empty without one. */
    record Usual(Currency currency, Optional<Money> rate, Optional<Money> operationsRate) {}

    List<Integer> numbers() {
        if (teams.isEmpty() || teams.size() > MOST_ITEMS) {
            throw Unprocessable.of("teams", teams.isEmpty() ? "REQUIRED" : "OUT_OF_RANGE", "Ask for one to %d numbers of teams, or for the organisation.".formatted(MOST_ITEMS));
        }
        var faults = IntStream.range(0, teams.size())
                .filter(index -> teams.get(index) == null || teams.get(index) < 1 || teams.get(index) > MOST_TEAMS)
                .mapToObj(index -> Fault.at("teams[" + index + "]", "OUT_OF_RANGE", "A number of teams is between 1 and " + MOST_TEAMS + "."))
                .toList();
        if (!faults.isEmpty()) throw new Unprocessable(faults);
        return teams;
    }

    Assumptions assumptions(Usual usual) {
        var faults = new ArrayList<Fault>();
        var mix = mix(faults);
        var perDomain = teamsPerDomain == null ? 1 : teamsPerDomain;
        if (perDomain < 1) faults.add(Fault.at("teamsPerDomain", "OUT_OF_RANGE", "A domain has a team at least."));
        var week = rate("rate", rate, usual.rate(), usual.currency(), faults);
        var operations = rate("operationsRate", operationsRate, usual.operationsRate().or(() -> week), usual.currency(), faults);
        if (!faults.isEmpty()) throw new Unprocessable(faults);
        return new Assumptions(mix, perDomain, week.orElseThrow(), operations.orElseThrow());
    }

    private Mix mix(List<Fault> faults) {
        if (levels == null) return Mix.USUAL;
        var team = part("team", levels.team(), faults);
        var domain = part("domain", levels.domain(), faults);
        var none = part("none", levels.none(), faults);
        if (!faults.isEmpty()) return Mix.USUAL;
        if ((long) team + domain + none == 0) {
            faults.add(Fault.at("levels", "OUT_OF_RANGE", "Some teams are at one of the levels."));
            return Mix.USUAL;
        }
        return new Mix(team, domain, none);
    }

    private static int part(String level, @Nullable Integer given, List<Fault> faults) {
        var part = given == null ? 0 : given;
        if (part < 0 || part > MOST_TEAMS) {
            faults.add(Fault.at("levels." + level, "OUT_OF_RANGE", "A part is between 0 and " + MOST_TEAMS + "."));
            return 0;
        }
        return part;
    }

    private static Optional<Money> rate(String field, @Nullable BigDecimal given, Optional<Money> usual, Currency currency, List<Fault> faults) {
        if (given != null && (given.signum() < 0 || given.precision() - given.scale() > 12)) {
            faults.add(Fault.at(field, "OUT_OF_RANGE", "A rate is not negative, and has at most 12 digits before the point."));
        } else if (given == null && usual.isEmpty()) {
            faults.add(Fault.at(field, "REQUIRED", "There is no price list: say what a week of one person's standby costs."));
        }
        return given == null ? usual : Optional.of(new Money(given, currency));
    }
}
