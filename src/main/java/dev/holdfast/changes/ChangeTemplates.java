package dev.holdfast.changes;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.http.Conflict;
import dev.holdfast.http.Forbidden;
import dev.holdfast.http.NotFound;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.ledger.Ledger;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door of templates: agreed once by a change manager, suspended by their own failures, reinstated by a person (C1). */
@Service
public class ChangeTemplates {

    /** Of so many changes a service has earned what its template promises. */
    static final int HISTORY = 100;

    /** Days before it expires on which a template may be renewed. */
    private static final int SOON = 30;

    private final TemplateStore store;
    private final ChangeTemplatePart part;
    private final ChangeStore changes;
    private final ChangePolicies policies;
    private final ChangeRights rights;
    private final Documents documents;
    private final Ledger ledger;
    private final Clock clock;

    ChangeTemplates(
            TemplateStore store, ChangeTemplatePart part, ChangeStore changes, ChangePolicies policies, ChangeRights rights, Documents documents,
            Ledger ledger, Clock clock) {
        this.store = store;
        this.part = part;
        this.changes = changes;
        this.policies = policies;
        this.rights = rights;
        this.documents = documents;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @param template what its document says now; null where it has ended */
    public record Shown(Standing standing, @Nullable ChangeTemplate template) {}

    public List<Shown> all(Viewer viewer) {
        viewer.demand(Scope.READ);
        return shown(store.all());
    }

    public List<Shown> of(Collection<String> services) {
        return services.isEmpty() ? List.of() : shown(store.of(services));
    }

    public Shown find(String name, Viewer viewer) {
        viewer.demand(Scope.READ);
        return shown(List.of(store.find(name).orElseThrow(() -> unknown(name)))).getFirst();
    }

    /** What the history of a service shows of its changes. */
    public Earned earned(ServiceName service) {
        return Earned.of(closed(service));
    }

    /** The latest revision is in force from now on; whoever proposed it does not agree to it. */
    @Transactional
    public Shown agree(String name, @Nullable String person, Viewer viewer) {
        rights.demandMayDecide(viewer);
        var standing = store.lock(name).orElseThrow(() -> unknown(name));
        var by = rights.decider(viewer, person);
        if (standing.state() == Standing.State.RETIRED) throw new Conflict("STATE", name + " is retired.");
        if (viewer.tokenName() == null && by.equals(standing.proposedBy())) {
            throw new Forbidden("Whoever proposed it does not agree to it as well.");
        }
        var agreed = Integer.valueOf(standing.revision()).equals(standing.agreedRevision());
        if (agreed && standing.state() == Standing.State.ACTIVE) return find(name, viewer);
        var template = documents.at(clock.instant()).part(part, name).orElseThrow(() -> unknown(name));
        store.agree(template, standing.revision(), by, clock.instant().truncatedTo(ChronoUnit.MICROS));
        ledger.record(by, "agree-template", subject(name), standing.agreedRevision(), Map.of("revision", standing.revision()));
        return find(name, viewer);
    }

    /** What was agreed covers changes for a year more; whoever proposed it does not renew it. */
    @Transactional
    public Shown renew(String name, @Nullable String person, Viewer viewer) {
        rights.demandMayDecide(viewer);
        var standing = store.lock(name).orElseThrow(() -> unknown(name));
        var by = rights.decider(viewer, person);
        if (standing.state() != Standing.State.ACTIVE) throw new Conflict("STATE", "%s is %s.".formatted(name, standing.state().word()));
        if (viewer.tokenName() == null && by.equals(standing.proposedBy())) throw new Forbidden("Whoever proposed it does not renew it as well.");
        var today = today();
        if (!standing.expiresBefore(today.plusDays(SOON))) return find(name, viewer);
        var expires = standing.expires();
        var until = (expires == null || expires.isBefore(today) ? today : expires).plusYears(1);
        store.renew(name, until, by, clock.instant().truncatedTo(ChronoUnit.MICROS));
        ledger.record(by, "renew-template", subject(name), expires, Map.of("revision", standing.revision(), "expires", until));
        return find(name, viewer);
    }

    /** Whether it covers nothing any more within 30 days, or already. */
    public boolean isToRenew(Standing standing) {
        return standing.state() == Standing.State.ACTIVE && standing.expiresBefore(today().plusDays(SOON));
    }

    private LocalDate today() {
        var now = clock.instant();
        return LocalDate.ofInstant(now, documents.at(now).calendar().zone());
    }

    @Transactional
    public Shown suspend(String name, String reason, @Nullable String person, Viewer viewer) {
        return become(name, Standing.State.SUSPENDED, Standing.State.ACTIVE, reason, person, viewer);
    }

    @Transactional
    public Shown reinstate(String name, String reason, @Nullable String person, Viewer viewer) {
        return become(name, Standing.State.ACTIVE, Standing.State.SUSPENDED, reason, person, viewer);
    }

    @Transactional
    public Shown retire(String name, String reason, @Nullable String person, Viewer viewer) {
        return become(name, Standing.State.RETIRED, null, reason, person, viewer);
    }

    /** Its own failures suspend a template, when so many of the last standard changes failed. */
    void judge(ServiceName service) {
        var policy = policies.now();
        var last = closed(service).stream().filter(change -> change.kind() == Change.Kind.STANDARD).limit(policy.of()).toList();
        var failed = last.stream().filter(change -> change.outcome() != null && change.outcome().failed()).count();
        if (failed < policy.failed()) return;
        var why = "%d of the last %d standard changes of %s failed.".formatted(failed, last.size(), service);
        store.of(List.of(service.value())).stream().filter(template -> template.state() == Standing.State.ACTIVE).forEach(template -> {
            store.become(template.name(), Standing.State.SUSPENDED, why);
            ledger.record("holdfast", "suspend-template", subject(template.name()), Standing.State.ACTIVE, Map.of("why", why));
        });
    }

    private Shown become(
            String name, Standing.State state, Standing.@Nullable State from, String reason, @Nullable String person, Viewer viewer) {
        rights.demandMayDecide(viewer);
        var standing = store.lock(name).orElseThrow(() -> unknown(name));
        if (standing.state() == state) return find(name, viewer);
        if (from != null && standing.state() != from) throw new Conflict("STATE", "%s is %s.".formatted(name, standing.state().word()));
        if (reason.isBlank()) throw Unprocessable.of("reason", "REQUIRED", "Say why.");
        var by = rights.decider(viewer, person);
        store.become(name, state, "%s: %s".formatted(by, reason.strip()));
        ledger.record(by, act(state), subject(name), standing.state(), Map.of("reason", reason.strip()));
        return find(name, viewer);
    }

    private List<Change> closed(ServiceName service) {
        return changes.closed(List.of(service), HISTORY).getOrDefault(service, List.of());
    }

    private static String act(Standing.State state) {
        return switch (state) {
            case SUSPENDED -> "suspend-template";
            case RETIRED -> "retire-template";
            case ACTIVE, PROPOSED -> "reinstate-template";
        };
    }

    private List<Shown> shown(List<Standing> standings) {
        var templates = new HashMap<>(documents.at(clock.instant()).parts(part));
        return standings.stream().map(standing -> new Shown(standing, templates.get(standing.name()))).toList();
    }

    private static String subject(String name) {
        return "change-template/" + name;
    }

    private static NotFound unknown(String name) {
        return new NotFound("There is no change template " + name + ".");
    }
}
