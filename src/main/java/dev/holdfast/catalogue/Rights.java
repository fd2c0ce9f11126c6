package dev.holdfast.catalogue;

import dev.holdfast.access.Viewer;
import dev.holdfast.http.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Who may change what, decided from the documents: pure. */
final class Rights {

    private final Viewer viewer;

    Rights(Viewer viewer) {
        this.viewer = viewer;
    }

    /** Administrators, and automation that was given no team and stands for no person. */
    boolean all() {
        if (viewer.tokenTeam() != null) return false;
        return viewer.isAdmin() || (viewer.tokenName() != null && viewer.person() == null);
    }

    boolean owns(@Nullable TeamName team) {
        return all() || (team != null && teams().contains(team.value()));
    }

    List<Fault> refused(Plan plan, CatalogueView now) {
        var refused = new ArrayList<Fault>();
        for (var step : plan.changed()) {
            if (!may(step, now, plan.proposed())) {
                refused.add(new Fault(
                        step.draft().document(),
                        "metadata.name",
                        "NOT_OWNER",
                        step.draft().key().toString()));
            }
        }
        return refused;
    }

    boolean mayEnd(Document document, CatalogueView now) {
        return all() || may(document.kind(), document.name(), document.spec(), now);
    }

    private boolean may(Plan.Step step, CatalogueView now, CatalogueView proposed) {
        var draft = step.draft();
        var before = step.before();
        if (givesRoles(draft, before) && !viewer.isAdmin()) return false;
        if (all()) return true;
        if (before != null && !may(draft.kind(), draft.name(), before.spec(), now)) return false;
        if (before != null && draft.kind().equals(ServicePart.KIND)) return true;
        return may(draft.kind(), draft.name(), draft.spec(), proposed) && !becomesAnother(draft, before);
    }

    private boolean may(String kind, String name, ObjectNode spec, CatalogueView view) {
        return switch (kind) {
            case ServicePart.KIND -> mine(spec.path("owner"));
            case TeamPart.KIND -> teams().contains(name);
            case "ChangeTemplate" -> mayForService(spec.path("service"), view);
            case "FreezeWindow" -> viewer.tokenTeam() == null && viewer.roles().contains("change-manager");
            case "Integration" -> mayForService(spec.path("service"), view);
            case "BudgetLine" -> budgetIsMine(spec.path("domain"), view) || serviceBudgetIsMine(spec.path("service"), view);
            case "Schedule" -> mine(spec.path("team")) || budgetIsMine(spec.path("domain"), view);
            default -> false;
        };
    }

    private boolean mine(JsonNode team) {
        return team.isString() && teams().contains(team.stringValue());
    }

    private boolean mayForService(JsonNode service, CatalogueView view) {
        return service.isString()
                && !service.stringValue().isBlank()
                && view.service(new ServiceName(service.stringValue()))
                        .map(Service::owner)
                        .filter(this::owns)
                        .isPresent();
    }

    private boolean budgetIsMine(JsonNode domain, CatalogueView view) {
        if (!domain.isString() || domain.stringValue().isBlank() || viewer.tokenTeam() != null) return false;
        return view.domain(new DomainName(domain.stringValue()))
                .map(Domain::budgetHolder)
                .filter(holder -> holder.value().equals(viewer.person()))
                .isPresent();
    }

    private boolean serviceBudgetIsMine(JsonNode service, CatalogueView view) {
        if (!service.isString() || service.stringValue().isBlank() || viewer.tokenTeam() != null) return false;
        return view.ownerOf(new ServiceName(service.stringValue()))
                .map(Team::budgetHolder)
                .map(BudgetHolder::person)
                .filter(holder -> holder.value().equals(viewer.person()))
                .isPresent();
    }

    /** A team's kind gives its members roles: it is not theirs to change. */
    private static boolean becomesAnother(Draft draft, @Nullable Document before) {
        return draft.kind().equals(TeamPart.KIND)
                && !Objects.equals(draft.spec().get("kind"), before == null ? null : before.spec().get("kind"));
    }

    private static boolean givesRoles(Draft draft, @Nullable Document before) {
        var roles = draft.spec().path("roles");
        return draft.kind().equals(PersonPart.KIND)
                && !roles.isEmpty()
                && (before == null || !roles.equals(before.spec().get("roles")));
    }

    private Set<String> teams() {
        var team = viewer.tokenTeam();
        return team == null ? viewer.teams() : Set.of(team);
    }
}
