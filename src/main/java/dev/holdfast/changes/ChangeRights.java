package dev.holdfast.changes;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Ownership;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.catalogue.TeamKind;
import dev.holdfast.http.Forbidden;
import dev.holdfast.http.Unprocessable;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may do what with changes: the one check for API and pages. */
@Component
public class ChangeRights {

    private final Documents documents;
    private final Ownership ownership;
    private final Clock clock;

    ChangeRights(Documents documents, Ownership ownership, Clock clock) {
        this.documents = documents;
        this.ownership = ownership;
        this.clock = clock;
    }

    /** For the team that owns the service, change managers, and programs without a team. */
    public boolean mayRaise(Viewer viewer, ServiceName service) {
        return isAutomation(viewer) || isChangeManager(viewer) || ownership.mayChange(viewer, service);
    }

    void demandMayRaise(Viewer viewer, ServiceName service) {
        if (!viewer.may(Scope.CHANGES) && !viewer.may(Scope.DEPLOYMENTS)) viewer.demand(Scope.CHANGES);
        if (!mayRaise(viewer, service)) throw new Forbidden("%s is not yours, and you manage no changes.".formatted(service));
    }

    /** Pipelines report and ask with the scope {@code deployments}. */
    public void demandMayDeploy(Viewer viewer, ServiceName service) {
        viewer.demand(Scope.DEPLOYMENTS);
        if (!mayRaise(viewer, service)) throw new Forbidden("%s is not yours.".formatted(service));
    }

    /** Whoever reports a build or a deployment names a service that is there and theirs. */
    public void demandMayReport(Viewer viewer, ServiceName service) {
        viewer.demand(Scope.DEPLOYMENTS);
        if (documents.at(clock.instant()).service(service).isEmpty()) {
            throw Unprocessable.of("service", "UNKNOWN_REFERENCE", "There is no service “" + service + "”.");
        }
        demandMayDeploy(viewer, service);
    }

    public boolean mayDecide(Viewer viewer) {
        return viewer.may(Scope.CHANGES) && (isAutomation(viewer) || isChangeManager(viewer));
    }

    /** Whether they had no hand in it, as far as the change itself tells. */
    public boolean mayApprove(Viewer viewer, Change change) {
        return mayDecide(viewer) && !change.isOf(viewer.by());
    }

    public void demandMayDecide(Viewer viewer) {
        viewer.demand(Scope.CHANGES);
        if (!mayDecide(viewer)) throw new Forbidden("This is for change managers.");
    }

    /** Whoever the body names, where a program acts for a change manager; else the viewer. */
    String decider(Viewer viewer, @Nullable String named) {
        if (named == null || named.equals(viewer.person())) return viewer.by();
        if (viewer.tokenName() == null) throw new Forbidden("Only " + named + " acts as " + named + ".");
        var person = new PersonName(named);
        var view = documents.at(clock.instant());
        if (view.person(person).isEmpty()) throw Unprocessable.of("person", "UNKNOWN_REFERENCE", "There is no person “" + named + "”.");
        if (!isChangeManager(view, person)) throw new Forbidden(named + " manages no changes.");
        return named;
    }

    private static boolean isChangeManager(CatalogueView view, PersonName person) {
        return view.teamsOf(person).stream().anyMatch(team -> team.kind() == TeamKind.CHANGE_MANAGEMENT);
    }

    private static boolean isChangeManager(Viewer viewer) {
        return viewer.tokenTeam() == null && (viewer.isAdmin() || viewer.roles().contains("change-manager"));
    }

    private static boolean isAutomation(Viewer viewer) {
        return viewer.tokenName() != null && viewer.person() == null && viewer.tokenTeam() == null;
    }
}
