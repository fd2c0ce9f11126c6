package dev.holdfast.insurance;

import dev.holdfast.quantities.Because;
import dev.holdfast.quantities.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What standby out of hours costs a week, three ways (rule 15, X2): every team with a schedule of its own, schedules by
 * on-call level, and one person of operations for everything.
 */
public record StandbyCost(int teams, int teamSchedules, int domainSchedules, Money everyTeam, Money byLevel, Money opsRunIt, List<Because> explain) {

    public StandbyCost {
        explain = List.copyOf(explain);
    }

    /** Of that many teams: {@code R·n}, {@code R·(teams at team level + domains in use)}, {@code R_ops·1}. */
    static StandbyCost of(int teams, Assumptions assumed) {
        var levels = assumed.mix().of(teams);
        var domains = levels.domains(assumed.teamsPerDomain());
        var everyTeam = times(assumed.rate(), teams);
        var byLevel = times(assumed.rate(), (long) levels.team() + domains);
        return new StandbyCost(
                teams, levels.team(), domains, everyTeam, byLevel, assumed.operationsRate(),
                List.of(
                        new Because(
                                "EVERY_TEAM", "%d × %s for a person's week of standby is %s.".formatted(teams, assumed.rate().forPeople(), everyTeam.forPeople()),
                                Map.of("teams", teams, "rate", assumed.rate())),
                        new Because(
                                "BY_LEVEL",
                                "%d at team level and %d at domain level in %d domains are %d schedules; %d are at none.".formatted(
                                        levels.team(), levels.domain(), domains, levels.team() + domains, levels.none()),
                                Map.of("team", levels.team(), "domain", levels.domain(), "domains", domains, "none", levels.none())),
                        new Because(
                                "OPS_RUN_IT", "One person of operations for all is %s, however many teams there are.".formatted(assumed.operationsRate().forPeople()),
                                Map.of("rate", assumed.operationsRate()))));
    }

    private static Money times(Money rate, long people) {
        return rate.times(BigDecimal.valueOf(people));
    }
}
