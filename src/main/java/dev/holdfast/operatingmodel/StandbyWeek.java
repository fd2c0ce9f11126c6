package dev.holdfast.operatingmodel;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.quantities.Money;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What standby costs in a usual week, without holidays, by one price list (rule 15). */
public final class StandbyWeek {

    private final CatalogueView view;
    private final Policy policy;
    private final Remuneration prices;

    private StandbyWeek(CatalogueView view, Policy policy, Remuneration prices) {
        this.view = view;
        this.policy = policy;
        this.prices = prices;
    }

    static Optional<StandbyWeek> of(CatalogueView view, Policy policy) {
        return Optional.ofNullable(policy.remuneration()).map(prices -> new StandbyWeek(view, policy, prices));
    }

    /** One person's of a team, by the team's own rates where it has some; without a team by everybody's. */
    public Money ofPersonIn(@Nullable TeamName team) {
        return Standbys.perWeek(prices.standbyOf(team == null ? null : team.value()), view.calendarOf(team), policy.currency());
    }

    /** Teams at team level and domains in use, each once, by the level that asks for it, were the levels of services these. */
    public Map<OnCallLevel, Money> byLevel(Map<ServiceName, OnCallLevel> levels) {
        return new StandbyPrices(view, policy, service -> levels.getOrDefault(service.name(), OnCallLevel.NONE)).byLevel();
    }
}
