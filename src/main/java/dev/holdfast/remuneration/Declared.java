package dev.holdfast.remuneration;

import dev.holdfast.catalogue.BudgetHolder;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Domain;
import dev.holdfast.catalogue.DomainName;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.catalogue.Team;
import dev.holdfast.catalogue.TeamKind;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.operatingmodel.Remuneration;
import dev.holdfast.quantities.WorkingCalendar;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is declared at an instant, as far as pay asks: the price list, budget lines with their holders, and calendars. */
record Declared(CatalogueView view, @Nullable Remuneration prices, Map<Bearer, BudgetLine> lines) {

    /** A share borne by it: by its budget line, or where none is declared by who would hold it. */
    Share share(Bearer bearer, List<String> covers) {
        var line = lines.get(bearer);
        return line == null
                ? new Share(bearer, null, holder(bearer).map(PersonName::value).orElse(null), covers)
                : new Share(bearer, line.name(), line.holder().value(), covers);
    }

    Optional<PersonName> holder(Bearer bearer) {
        return switch (bearer.kind()) {
            case SERVICE -> view.ownerOf(new ServiceName(bearer.name())).flatMap(Declared::holder);
            case DOMAIN -> view.domain(new DomainName(bearer.name())).map(Domain::budgetHolder);
            case TEAM -> view.team(new TeamName(bearer.name())).flatMap(Declared::holder);
            case DUTY -> incidentManagement().flatMap(Declared::holder);
        };
    }

    /** A domain's is that of its sole budget holder's team: the one that they belong to, else one whose budget they hold. */
    WorkingCalendar calendarOf(DomainName domain) {
        var holder = view.domain(domain).map(Domain::budgetHolder);
        return holder.flatMap(this::teamOf).map(team -> view.calendarOf(team.name())).orElseGet(view::calendar);
    }

    WorkingCalendar calendarOfDuty() {
        return incidentManagement().map(team -> view.calendarOf(team.name())).orElseGet(view::calendar);
    }

    private Optional<Team> teamOf(PersonName holder) {
        var held = view.teams().stream().filter(team -> holder(team).filter(holder::equals).isPresent());
        return Stream.concat(view.teamsOf(holder).stream().sorted(Comparator.comparing(team -> team.name().value())),
                        held.sorted(Comparator.comparing(team -> team.name().value())))
                .findFirst();
    }

    private Optional<Team> incidentManagement() {
        var teams = view.teams(TeamKind.INCIDENT_MANAGEMENT);
        return teams.size() == 1 ? Optional.of(teams.getFirst()) : Optional.empty();
    }

    private static Optional<PersonName> holder(Team team) {
        return Optional.ofNullable(team.budgetHolder()).map(BudgetHolder::person);
    }
}
