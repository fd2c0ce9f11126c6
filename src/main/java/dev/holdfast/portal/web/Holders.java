package dev.holdfast.portal.web;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Domain;
import dev.holdfast.catalogue.DomainName;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.oncall.OnCallNow;
import dev.holdfast.quantities.WorkingCalendar;
import java.util.Objects;
import java.util.Optional;

/** Whose schedules are: a domain's, a team's, or a duty's; and how they stand together. */
final class Holders {

    private static final String DUTY = "incident-manager";

    private final CatalogueView view;

    Holders(CatalogueView view) {
        this.view = view;
    }

    /** The heading under which a schedule stands: its domain, else that it is a duty or of operations. */
    String group(OnCallNow schedule) {
        if (schedule.holder().equals(DUTY)) return "Duty";
        return domain(schedule).map(Domain::shown).orElse("Other teams");
    }

    String words(OnCallNow schedule) {
        if (schedule.holder().equals(DUTY)) return "incident managers";
        var isDomain = view.domain(new DomainName(schedule.holder())).isPresent();
        return isDomain ? "domain" : view.team(team(schedule)).map(team -> team.shown()).orElse(schedule.holder());
    }

    boolean belongs(OnCallNow schedule, String domain, String team) {
        return (domain.isEmpty() || domain(schedule).filter(it -> it.name().value().equals(domain)).isPresent())
                && (team.isEmpty() || team(schedule).value().equals(team));
    }

    WorkingCalendar calendar(OnCallNow schedule) {
        return view.calendarOf(team(schedule));
    }

    private Optional<Domain> domain(OnCallNow schedule) {
        var own = view.domain(new DomainName(schedule.holder()));
        return own.isPresent() ? own
                : view.servicesOf(team(schedule)).stream().map(Service::domain).filter(Objects::nonNull).findFirst().flatMap(view::domain);
    }

    /** The holder's words are the team's name, followed by its tier where there is one. */
    private static TeamName team(OnCallNow schedule) {
        return new TeamName(schedule.holder().split(" ")[0]);
    }
}
