package dev.holdfast.operatingmodel;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.DomainName;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.quantities.Money;
import dev.holdfast.quantities.WorkingCalendar;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What standby costs a week by the price list and the levels (rule 15): a team's person once for all its services, a
 * domain's once and apportioned to its services. Operations' own standby is no service's; only what is live is stood
 * by for.
 */
final class StandbyPrices {

    private final CatalogueView view;
    private final Policy policy;
    private final Function<Service, OnCallLevel> levels;
    private final Map<DomainName, Long> byDomain;
    private final Map<WorkingCalendar, Map<Remuneration.Standby, Money>> weeks = new IdentityHashMap<>();

    StandbyPrices(CatalogueView view, Policy policy, Map<ServiceName, Selected> selected) {
        this(view, policy, service -> {
            var found = selected.get(service.name());
            return found == null ? OnCallLevel.NONE : found.onCall().outOfHours();
        });
    }

    /** With levels that may be others than those in force. */
    StandbyPrices(CatalogueView view, Policy policy, Function<Service, OnCallLevel> levels) {
        this.view = view;
        this.policy = policy;
        this.levels = levels;
        this.byDomain = byDomain();
    }

    /** Empty without a price list, or where it is not known whose person it is. */
    Optional<Money> of(Service service) {
        var prices = policy.remuneration();
        if (prices == null) {
            return Optional.empty();
        }
        return switch (level(service)) {
            case NONE, OPERATIONS -> Optional.of(Money.zero(policy.currency()));
            case TEAM -> Optional.ofNullable(service.owner()).map(team -> team(prices, team));
            case DOMAIN -> Optional.ofNullable(service.domain())
                    .map(domain -> domain(prices, service).times(share(domain)));
        };
    }

    /** Teams at team level and domains in use, each once. */
    Optional<Money> total() {
        var prices = policy.remuneration();
        if (prices == null) {
            return Optional.empty();
        }
        return Optional.of(byLevel(prices).values().stream().reduce(Money.zero(policy.currency()), Money::plus));
    }

    /** The same, by the level that asks for it; empty without a price list. */
    Map<OnCallLevel, Money> byLevel() {
        var prices = policy.remuneration();
        return prices == null ? Map.of() : byLevel(prices);
    }

    private Map<OnCallLevel, Money> byLevel(Remuneration prices) {
        var totals = new EnumMap<OnCallLevel, Money>(OnCallLevel.class);
        var teams = new HashSet<TeamName>();
        var domains = new HashSet<DomainName>();
        for (var service : view.services()) {
            var level = level(service);
            var owner = service.owner();
            var domain = service.domain();
            if (level == OnCallLevel.TEAM && owner != null && teams.add(owner)) {
                totals.merge(level, team(prices, owner), Money::plus);
            }
            if (level == OnCallLevel.DOMAIN && domain != null && domains.add(domain)) {
                totals.merge(level, domain(prices, service), Money::plus);
            }
        }
        return totals;
    }

    private OnCallLevel level(Service service) {
        return service.isLive() ? levels.apply(service) : OnCallLevel.NONE;
    }

    private Money team(Remuneration prices, TeamName team) {
        return perWeek(prices.standbyOf(team.value()), view.calendarOf(team));
    }

    private Money domain(Remuneration prices, Service service) {
        return perWeek(prices.standbyOf(null), view.calendarOf(service.owner()));
    }

    /** Most teams share the organisation's rates and its calendar: worked out once for each pair. */
    private Money perWeek(Remuneration.Standby rates, WorkingCalendar calendar) {
        return weeks.computeIfAbsent(calendar, unseen -> new HashMap<>())
                .computeIfAbsent(rates, asked -> Standbys.perWeek(asked, calendar, policy.currency()));
    }

    private BigDecimal share(DomainName domain) {
        var services = Objects.requireNonNull(byDomain.get(domain));
        return BigDecimal.ONE.divide(BigDecimal.valueOf(services), MathContext.DECIMAL128);
    }

    /** How many services each domain stands by for. */
    private Map<DomainName, Long> byDomain() {
        var counts = new HashMap<DomainName, Long>();
        for (var service : view.services()) {
            var domain = service.domain();
            if (domain != null && level(service) == OnCallLevel.DOMAIN) {
                counts.merge(domain, 1L, Long::sum);
            }
        }
        return counts;
    }
}
