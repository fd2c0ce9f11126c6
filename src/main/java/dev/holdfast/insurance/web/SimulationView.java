package dev.holdfast.insurance.web;

import dev.holdfast.insurance.Moved;
import dev.holdfast.insurance.OrganisationCost;
import dev.holdfast.insurance.StandbyCost;
import dev.holdfast.operatingmodel.OnCallLevel;
import dev.holdfast.quantities.Because;
import dev.holdfast.quantities.Money;
import java.util.ArrayList;
import java.util.List;

/** Costs of a week of standby; of the organisation first as it is, then with the services moved. */
record SimulationView(List<ItemView> items, boolean perWeek, List<Because> explain) {

    /** {@code moved} are the services at another level than they are at now. */
    record ItemView(
            int teams, int teamSchedules, int domainSchedules, Money everyTeam, Money byLevel, Money opsRunIt, List<MovedView> moved, List<Because> explain) {

        static ItemView of(StandbyCost cost, List<Moved> moved) {
            return new ItemView(
                    cost.teams(), cost.teamSchedules(), cost.domainSchedules(), cost.everyTeam(), cost.byLevel(), cost.opsRunIt(),
                    moved.stream().map(MovedView::of).toList(), cost.explain());
        }
    }

    record MovedView(String service, String from, String to) {

        static MovedView of(Moved moved) {
            return new MovedView(moved.service().value(), word(moved.from()), word(moved.to()));
        }

        private static String word(OnCallLevel level) {
            return level.word();
        }
    }

    private static final List<Because> EXPLAIN = List.of(
            Because.of("EVERY_TEAM", "Every team its own schedule: one person's week of standby for each team (rule 15)."),
            Because.of("BY_LEVEL", "By level: one person's week for each team at team level and for each domain in use; none costs nothing."),
            Because.of("OPS_RUN_IT", "Ops Run It: one person's week of operations, whatever the number of teams."));

    static SimulationView of(List<StandbyCost> costs) {
        return new SimulationView(costs.stream().map(cost -> ItemView.of(cost, List.of())).toList(), true, EXPLAIN);
    }

    static SimulationView of(OrganisationCost cost) {
        var items = new ArrayList<ItemView>();
        items.add(ItemView.of(cost.now(), List.of()));
        if (!cost.moved().isEmpty()) items.add(ItemView.of(cost.then(), cost.moved()));
        return new SimulationView(items, true, EXPLAIN);
    }
}
