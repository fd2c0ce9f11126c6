package dev.holdfast.oncall;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.TeamKind;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.catalogue.Tier;
import dev.holdfast.operatingmodel.OnCallLevel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which live services may rely on the schedules of a team: those that it owns, and those that it supports in a tier. */
final class Relying {

    private final CatalogueView view;
    private final Map<TeamName, List<Service>> supported = new HashMap<>();

    Relying(CatalogueView view) {
        this.view = view;
        var usual = new HashMap<Tier, Optional<TeamName>>();
        for (var service : view.services()) {
            if (!service.isLive()) continue;
            for (var tier : List.of(Tier.L1, Tier.L2)) {
                var named = Optional.ofNullable(service.support().get(tier));
                named.or(() -> usual.computeIfAbsent(tier, this::only))
                        .filter(team -> !team.equals(service.owner()))
                        .ifPresent(team -> supported.computeIfAbsent(team, unseen -> new ArrayList<>()).add(service));
            }
        }
    }

    /** Those of its holder. */
    List<Service> on(Holder holder) {
        return switch (holder) {
            case Holder.OfTeam(var team, var tier) -> {
                var all = new ArrayList<>(view.servicesOf(team).stream().filter(Service::isLive).toList());
                all.addAll(supported.getOrDefault(team, List.of()));
                yield all;
            }
            case Holder.OfDomain(var domain) -> view.servicesIn(domain).stream().filter(Service::isLive).toList();
            case Holder.OfDuty() -> List.of();
        };
    }

    /** Whether a service of that level is answered by a schedule of that holder. */
    static boolean relies(Service service, Holder holder, OnCallLevel level) {
        return switch (holder) {
            case Holder.OfTeam(var team, var tier) -> level == OnCallLevel.OPERATIONS || level == OnCallLevel.TEAM && team.equals(service.owner());
            case Holder.OfDomain(var domain) -> level == OnCallLevel.DOMAIN;
            case Holder.OfDuty() -> false;
        };
    }

    private Optional<TeamName> only(Tier tier) {
        var teams = view.teams(tier == Tier.L1 ? TeamKind.OPERATIONS_BRIDGE : TeamKind.APPLICATION_SUPPORT);
        return teams.size() == 1 ? Optional.of(teams.getFirst().name()) : Optional.empty();
    }
}
