package dev.holdfast.oncall;

import dev.holdfast.catalogue.DomainName;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.catalogue.Tier;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** All schedules in force, and which of them answer for whom, the best first (rule 7). */
record Rota(List<NamedSchedule> schedules) {

    Rota {
        schedules = List.copyOf(schedules);
    }

    /** Looked through once, however many services ask. */
    Map<Holder, List<NamedSchedule>> byHolder() {
        return schedules.stream().collect(Collectors.groupingBy(NamedSchedule::holder));
    }

    /** Those of some holders. */
    static Rota of(Map<Holder, List<NamedSchedule>> held, Set<Holder> holders) {
        return new Rota(holders.stream().flatMap(holder -> held.getOrDefault(holder, List.of()).stream()).toList());
    }

    List<NamedSchedule> ofTeam(TeamName team, Hours hours) {
        var own = chosen(hours, holder -> holder.equals(new Holder.OfTeam(team, null)));
        return own.isEmpty() ? chosen(hours, holder -> holder.equals(new Holder.OfTeam(team, Tier.L3))) : own;
    }

    List<NamedSchedule> ofTier(TeamName team, Tier tier, Hours hours) {
        var own = chosen(hours, holder -> holder.equals(new Holder.OfTeam(team, tier)));
        return own.isEmpty() ? chosen(hours, holder -> holder.equals(new Holder.OfTeam(team, null))) : own;
    }

    /** In hypercare or peak support a delivery team answers by its L1 schedule, else as it would as L3. */
    List<NamedSchedule> ofFirstTurn(TeamName team, Hours hours) {
        var own = chosen(hours, holder -> holder.equals(new Holder.OfTeam(team, Tier.L1)));
        var third = own.isEmpty() ? chosen(hours, holder -> holder.equals(new Holder.OfTeam(team, Tier.L3))) : own;
        return third.isEmpty() ? ofTeam(team, hours) : third;
    }

    List<NamedSchedule> ofDomain(DomainName domain, Hours hours) {
        return chosen(hours, holder -> holder.equals(new Holder.OfDomain(domain)));
    }

    List<NamedSchedule> ofIncidentManager(Hours hours) {
        return chosen(hours, holder -> holder instanceof Holder.OfDuty);
    }

    /** The names of those that count for their holder and hours. */
    Set<String> used() {
        var first = BinaryOperator.minBy(Comparator.comparing((NamedSchedule each) -> !each.schedule().primary())
                .thenComparing(NamedSchedule::place));
        var counting = new HashMap<List<Object>, NamedSchedule>();
        schedules.forEach(each -> counting.merge(List.of(each.holder(), each.schedule().hours()), each, first));
        return counting.values().stream().map(NamedSchedule::name).collect(Collectors.toSet());
    }

    /** For the same holder and hours the one marked primary counts, else the first applied: one for each fit. */
    private List<NamedSchedule> chosen(Hours hours, Predicate<Holder> holds) {
        var fitting = schedules.stream()
                .filter(each -> holds.test(each.holder()) && each.schedule().hours().fits(hours) >= 0)
                .sorted(Comparator.comparing((NamedSchedule each) -> each.schedule().hours().fits(hours))
                        .thenComparing(each -> !each.schedule().primary())
                        .thenComparing(NamedSchedule::place))
                .toList();
        return fitting.stream()
                .filter(each -> fitting.stream()
                        .filter(other -> other.schedule().hours() == each.schedule().hours())
                        .findFirst()
                        .orElseThrow()
                        .equals(each))
                .toList();
    }
}
