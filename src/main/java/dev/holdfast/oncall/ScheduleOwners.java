package dev.holdfast.oncall;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.DomainName;
import dev.holdfast.catalogue.Ownership;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.TeamKind;
import dev.holdfast.http.Forbidden;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Who may change a schedule: those who may change its team, its domain's services, or the incident managers. */
@Component
class ScheduleOwners {

    private final Ownership ownership;
    private final Documents documents;
    private final Clock clock;

    ScheduleOwners(Ownership ownership, Documents documents, Clock clock) {
        this.ownership = ownership;
        this.documents = documents;
        this.clock = clock;
    }

    void demandMayChange(Viewer viewer, Schedule schedule) {
        if (!mayChange(viewer, schedule)) {
            throw new Forbidden("Only %s may change this schedule.".formatted(schedule.holder().words()));
        }
    }

    boolean mayChange(Viewer viewer, Schedule schedule) {
        if (ownership.mayChangeAll(viewer)) {
            return true;
        }
        return switch (schedule.holder()) {
            case Holder.OfTeam(var team, var tier) -> ownership.mayChangeTeam(viewer, team);
            case Holder.OfDomain(var domain) -> holdsBudget(viewer, domain) || ownsAService(viewer, domain);
            case Holder.OfDuty() -> documents.at(clock.instant()).teams(TeamKind.INCIDENT_MANAGEMENT).stream()
                    .anyMatch(team -> ownership.mayChangeTeam(viewer, team.name()));
        };
    }

    private boolean holdsBudget(Viewer viewer, DomainName name) {
        var person = viewer.person();
        return person != null
                && viewer.tokenTeam() == null
                && documents.at(clock.instant())
                        .domain(name)
                        .filter(domain -> new PersonName(person).equals(domain.budgetHolder()))
                        .isPresent();
    }

    private boolean ownsAService(Viewer viewer, DomainName domain) {
        return documents.at(clock.instant()).servicesIn(domain).stream()
                .anyMatch(service -> ownership.mayChange(viewer, service.name()));
    }
}
