package dev.holdfast.changes;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.deployments.Deployments;
import dev.holdfast.http.Conflict;
import dev.holdfast.http.Cursor;
import dev.holdfast.http.Forbidden;
import dev.holdfast.http.Limit;
import dev.holdfast.http.Listing;
import dev.holdfast.http.NotFound;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.incidents.Incidents;
import dev.holdfast.incidents.State;
import dev.holdfast.ledger.Ledger;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door of changes: raised, decided, withdrawn (C2, C3, C7). */
@Service
public class Changes {

    /** What the live connection says when changes or deployments changed. */
    public static final String LIVE = "changes";

    private static final int LONGEST = 4_000;
    private static final String SUBJECT = "change/CHG-";

    private final ChangeStore store;
    private final TemplateStore templates;
    private final ChangePolicies policies;
    private final ChangeRights rights;
    private final Weighing weighing;
    private final Deployments deployments;
    private final Incidents incidents;
    private final Documents documents;
    private final Ledger ledger;
    private final ObjectProvider<ReleasesRecorded> followers;
    private final Clock clock;

    Changes(
            ChangeStore store, TemplateStore templates, ChangePolicies policies, ChangeRights rights, Weighing weighing, Deployments deployments,
            Incidents incidents, Documents documents, Ledger ledger, ObjectProvider<ReleasesRecorded> followers, Clock clock) {
        this.store = store;
        this.templates = templates;
        this.policies = policies;
        this.rights = rights;
        this.weighing = weighing;
        this.deployments = deployments;
        this.incidents = incidents;
        this.documents = documents;
        this.ledger = ledger;
        this.followers = followers;
        this.clock = clock;
    }

    /** @param made false where one for that version and environment was open already */
    public record Raised(Change change, boolean made) {}

    public Change find(String reference, Viewer viewer) {
        viewer.demand(Scope.READ);
        return found(reference).at(clock.instant());
    }

    /** The newest first; null services are all, no states are any. */
    public Listing<Change> list(@Nullable Set<String> services, Set<Change.State> states, @Nullable String cursor, Limit limit, Viewer viewer) {
        viewer.demand(Scope.READ);
        var before = Cursor.read(cursor, Long::valueOf).orElse(null);
        var now = clock.instant();
        return Listing.cut(store.list(services, states, before, limit.andOne()), limit, change -> Long.toString(change.number()))
                .map(change -> change.at(now));
    }

    /** Those that wait for a decision before they may go, the longest first. */
    public List<Change> waiting(@Nullable Set<String> services, Limit limit, Viewer viewer) {
        viewer.demand(Scope.READ);
        return store.waiting(services, limit.most());
    }

    public Weighed weighed(Change change) {
        return weighed(List.of(change)).getFirst();
    }

    /** In two queries, however many there are. */
    public List<Weighed> weighed(List<Change> changes) {
        return weighing.of(changes);
    }

    /** For the list of what waits: in three queries, however many there are. */
    public List<Queued> queued(List<Change> changes) {
        return weighing.queued(changes);
    }

    /** Those that the ledger calls by these names. */
    public List<Change> named(Collection<String> subjects) {
        var numbers = subjects.stream().filter(subject -> subject.startsWith(SUBJECT)).map(subject -> Long.valueOf(subject.substring(SUBJECT.length()))).toList();
        var now = clock.instant();
        return store.numbered(numbers).stream().map(change -> change.at(now)).toList();
    }

    /** By their ids. */
    Map<UUID, Change> these(Collection<UUID> ids) {
        var now = clock.instant();
        return store.these(ids).stream().collect(Collectors.toMap(change -> change.id().value(), change -> change.at(now)));
    }

    /** Emergencies that went first and that nobody has approved yet, the longest owed first. */
    public List<Change> owed() {
        return store.owed();
    }

    @Transactional
    public Raised raise(Wanted wanted, Viewer viewer) {
        demandKnown(wanted.service());
        rights.demandMayRaise(viewer, wanted.service());
        if (wanted.kind() == Change.Kind.EMERGENCY) demandOpenIncident(wanted);
        return raise(wanted, viewer.by());
    }

    /** @param approves whether it is approved; else rejected */
    @Transactional
    public Change decide(String reference, boolean approves, @Nullable String reason, @Nullable String person, Viewer viewer) {
        return approves ? approve(reference, reason, person, viewer) : reject(reference, reason, person, viewer);
    }

    @Transactional
    public Change approve(String reference, @Nullable String reason, @Nullable String person, Viewer viewer) {
        rights.demandMayDecide(viewer);
        var change = locked(reference);
        var by = rights.decider(viewer, person);
        if (change.isApproved()) return change;
        if (change.state() != Change.State.RAISED && !change.owesApproval()) throw stands(change);
        if (change.isOf(by) || by.equals(deployer(change))) {
            throw new Forbidden("%s raised, wrote or deployed %s: somebody else approves it.".formatted(by, change.reference()));
        }
        var now = now();
        var waits = change.state() == Change.State.RAISED;
        var until = now.plus(policies.now().approvalFor());
        var approved = Deciding.approved(change, by, now, text(reason), waits ? until : change.validUntil());
        store.change(approved);
        ledger.record(by, "approve-change", subject(change), change.state(), Map.of("version", change.version(), "reason", text(reason)));
        return approved;
    }

    @Transactional
    public Change reject(String reference, @Nullable String reason, @Nullable String person, Viewer viewer) {
        rights.demandMayDecide(viewer);
        var change = locked(reference);
        var by = rights.decider(viewer, person);
        if (change.state() == Change.State.REJECTED) return change;
        if (change.state() != Change.State.RAISED && change.state() != Change.State.APPROVED) throw stands(change);
        if (text(reason).isBlank()) throw Unprocessable.of("reason", "REQUIRED", "Say why it is rejected.");
        var rejected = Deciding.rejected(change, by, now(), text(reason));
        store.change(rejected);
        ledger.record(by, "reject-change", subject(change), change.state(), Map.of("version", change.version(), "reason", text(reason)));
        return rejected;
    }

    @Transactional
    public Change withdraw(String reference, @Nullable String reason, Viewer viewer) {
        var change = locked(reference);
        rights.demandMayRaise(viewer, change.service());
        if (change.outcome() == Change.Outcome.WITHDRAWN) return change;
        if (change.state() != Change.State.RAISED && change.state() != Change.State.APPROVED) throw stands(change);
        var withdrawn = Deciding.closed(change, Change.Outcome.WITHDRAWN, now(), change.deployment());
        store.change(withdrawn);
        ledger.record(viewer.by(), "withdraw-change", subject(change), change.state(), Map.of("reason", text(reason)));
        return withdrawn;
    }

    /** Once for a version and environment while the first is open. An emergency makes one that waits its own. */
    Raised raise(Wanted wanted, String by) {
        var now = now();
        store.expire(wanted.service(), now);
        var change = Raising.of(wanted, facts(wanted, by, now));
        if (store.add(change)) {
            var made = store.find(change.id().toString()).orElseThrow();
            ledger.record(by, "raise-change", subject(made), null, Map.of(
                    "service", made.service().value(), "version", made.version(), "environment", made.environment(), "kind", made.kind().word()));
            if (made.kind() == Change.Kind.NORMAL && made.state() == Change.State.RAISED) followers.orderedStream().forEach(each -> each.waits(made));
            return new Raised(made, true);
        }
        var open = store.lock(store.open(List.of(new ChangeStore.Release(wanted.service(), wanted.version(), wanted.environment()))).getFirst().id());
        if (change.isEmergency() && !open.isEmergency() && open.state() == Change.State.RAISED) {
            var urgent = Deciding.urgent(open, change);
            store.change(urgent);
            ledger.record(by, "make-change-an-emergency", subject(open), open.kind(), Map.of("incident", String.valueOf(change.incident())));
            return new Raised(urgent, false);
        }
        return new Raised(open, false);
    }

    /** Whether an open incident of the service has that number or id. */
    boolean hasOpenIncident(ServiceName service, String reference) {
        try {
            var incident = incidents.find(reference);
            return incident.service().equals(service) && incident.state() != State.RESOLVED;
        } catch (NotFound none) {
            return false;
        }
    }

    private void demandOpenIncident(Wanted wanted) {
        if (wanted.incident() == null) throw Unprocessable.of("incident", "REQUIRED", "An emergency names the open incident that it mends.");
        if (!hasOpenIncident(wanted.service(), wanted.incident())) {
            throw new Conflict("NO_OPEN_INCIDENT", "%s has no open incident %s.".formatted(wanted.service(), wanted.incident()));
        }
    }

    private Raising.Facts facts(Wanted wanted, String by, Instant now) {
        var view = documents.at(now);
        var calendar = view.calendar();
        var build = deployments.build(wanted.service(), wanted.version()).orElse(null);
        return new Raising.Facts(
                templates.of(List.of(wanted.service().value())), build, policies.now(), calendar, LocalDate.ofInstant(now, calendar.zone()), by, now);
    }

    private void demandKnown(ServiceName service) {
        if (documents.at(clock.instant()).service(service).isEmpty()) {
            throw Unprocessable.of("service", "UNKNOWN_REFERENCE", "There is no service “" + service + "”.");
        }
    }

    private Change found(String reference) {
        return store.find(reference).orElseThrow(() -> new NotFound("There is no change " + reference + "."));
    }

    private Change locked(String reference) {
        return store.lock(found(reference).id()).at(clock.instant());
    }

    private @Nullable String deployer(Change change) {
        return change.deployment() == null
                ? null
                : deployments.of(change.service(), change.version(), change.environment()).stream()
                        .filter(deployment -> deployment.id().equals(change.deployment()))
                        .map(deployment -> deployment.deployer())
                        .findFirst()
                        .orElse(null);
    }

    private static Conflict stands(Change change) {
        return new Conflict("STATE", "%s is %s.".formatted(change.reference(), change.state().word()));
    }

    /** As the ledger calls a change. */
    public static String subject(Change change) {
        return SUBJECT + change.number();
    }

    private static String text(@Nullable String reason) {
        if (reason != null && reason.length() > LONGEST) throw Unprocessable.of("reason", "OUT_OF_RANGE", "A reason has at most 4000 characters.");
        return reason == null ? "" : reason.strip();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
