package dev.holdfast.portal.web.oncall;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Domain;
import dev.holdfast.catalogue.DomainName;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.Team;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.oncall.OnCallNow;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Whose schedules are: a domain's, a team's, or a duty's; and how they stand together. */
final class Holders {

    private final CatalogueView view;

    Holders(CatalogueView view) {
        this.view = view;
    }

    /** The heading under which a schedule stands: its domain, that it is a duty, or of operations. */
    String group(OnCallNow schedule) {
        if (schedule.team() == null && schedule.domain() == null) return "Duty";
        return domain(schedule).map(name -> view.domain(name).map(Domain::shown).orElse(name.value())).orElse("Operations, others");
    }

    Optional<DomainName> domain(OnCallNow schedule) {
        return schedule.domain() != null ? Optional.of(schedule.domain()) : Optional.ofNullable(schedule.team()).flatMap(this::domain);
    }

    /** That of the first of its services, by name, that has one. */
    private Optional<DomainName> domain(TeamName team) {
        return view.servicesOf(team).stream().map(Service::domain).filter(Objects::nonNull).map(Objects::requireNonNull).findFirst();
    }

    String words(OnCallNow schedule) {
        if (schedule.domain() != null) return "domain";
        return schedule.team() == null ? "incident managers" : view.team(schedule.team()).map(Team::shown).orElse(schedule.holder());
    }

    boolean belongs(OnCallNow schedule, String domain, String team) {
        return (domain.isEmpty() || domain(schedule).filter(it -> it.value().equals(domain)).isPresent())
                && (team.isEmpty() || schedule.team() != null && schedule.team().value().equals(team));
    }

    /** The live services that may rely on it. */
    List<Service> services(OnCallNow schedule) {
        var all = schedule.domain() != null ? view.servicesIn(schedule.domain())
                : schedule.team() != null ? view.servicesOf(schedule.team()) : List.<Service>of();
        return all.stream().filter(Service::isLive).toList();
    }
}
