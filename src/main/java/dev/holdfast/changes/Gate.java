package dev.holdfast.changes;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.deployments.DeploymentFilter;
import dev.holdfast.deployments.Deployments;
import dev.holdfast.http.Limit;
import dev.holdfast.ledger.Ledger;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** What a pipeline asks before a production deployment: it fails closed, and explains itself (C4). */
@org.springframework.stereotype.Service
public class Gate {

    private static final int LATEST_CHANGES = 50;
    private static final int ASK_AGAIN_AFTER = 30;
    private static final Limit LATEST_ATTEMPTS = new Limit(20);

    private final Changes changes;
    private final ChangeStore store;
    private final TemplateStore templates;
    private final GateStore decisions;
    private final FreezeWindowPart freezes;
    private final GateModePart modes;
    private final ChangePolicies policies;
    private final ChangeRights rights;
    private final Deployments deployments;
    private final Attestations attestations;
    private final Documents documents;
    private final Ledger ledger;
    private final Clock clock;

    Gate(
            Changes changes, ChangeStore store, TemplateStore templates, GateStore decisions, FreezeWindowPart freezes, GateModePart modes,
            ChangePolicies policies, ChangeRights rights, Deployments deployments, Attestations attestations, Documents documents, Ledger ledger,
            Clock clock) {
        this.changes = changes;
        this.store = store;
        this.templates = templates;
        this.decisions = decisions;
        this.freezes = freezes;
        this.modes = modes;
        this.policies = policies;
        this.rights = rights;
        this.deployments = deployments;
        this.attestations = attestations;
        this.documents = documents;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The same answer, and no second record, while the facts stand. An emergency raises its change by itself. */
    @Transactional
    public GateAnswer ask(GateQuestion question, Viewer viewer) {
        return ask(question, viewer.by(), () -> rights.demandMayDeploy(viewer, question.service()));
    }

    /** Again, for whoever was let ask before. */
    GateAnswer again(GateQuestion question, String by) {
        return ask(question, by, () -> {});
    }

    /** What was answered. */
    GateAnswer answer(UUID decision) {
        var said = decisions.find(decision);
        return answer(said, said.change() == null ? null : store.find(said.change().toString()).orElse(null));
    }

    private GateAnswer ask(GateQuestion question, String by, Runnable demand) {
        return documents.holding(() -> {
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            var view = documents.at(now);
            var service = view.service(question.service()).orElse(null);
            if (service == null) {
                return answered(question, unknown(question), GateMode.ENFORCE, by, now);
            }
            demand.run();
            var verdict = Gating.decide(question, facts(question, service, view, now));
            var mode = view.part(modes, question.service().value()).orElse(GateMode.ENFORCE);
            return answered(question, withEmergency(question, verdict, by), mode, by, now);
        });
    }

    private Verdict withEmergency(GateQuestion question, Verdict verdict, String by) {
        var emergency = question.emergency();
        if (emergency == null || !verdict.allowed() || verdict.code() != Verdict.Code.EMERGENCY) return verdict;
        var wanted = new Wanted(
                question.service(), question.version(), question.environment(), Change.Kind.EMERGENCY, null, emergency.reason(),
                emergency.incident(), question.artifactDigest());
        var raised = changes.raise(wanted, question.deployer() == null ? by : question.deployer());
        return new Verdict(true, verdict.code(), verdict.message(), raised.change(), verdict.expiresAt());
    }

    private GateAnswer answered(GateQuestion question, Verdict verdict, GateMode mode, String by, Instant now) {
        var recordOnly = mode == GateMode.RECORD_ONLY && !verdict.allowed();
        var known = decisions.latest(question.key()).filter(decision -> decision.isStill(verdict, recordOnly, now));
        var decision = known.orElseGet(() -> decided(question, verdict, recordOnly, by, now));
        return answer(decision, verdict.change());
    }

    private static GateAnswer answer(GateStore.Decision decision, @Nullable Change change) {
        return new GateAnswer(
                decision.id(), decision.allowed(), decision.recordOnly(), decision.code(), decision.message(), change, decision.expiresAt(),
                decision.attestation());
    }

    private GateStore.Decision decided(GateQuestion question, Verdict verdict, boolean recordOnly, String by, Instant now) {
        var id = UUID.randomUUID();
        var attestation = verdict.allowed() ? attestations.of(question, verdict, id.toString(), now, verdict.expiresAt()) : null;
        var change = verdict.change() == null ? null : verdict.change().id().value();
        var decision = new GateStore.Decision(
                id, verdict.allowed(), recordOnly, verdict.code().name(), verdict.message(), change, verdict.expiresAt(), attestation);
        decisions.add(question, decision, now);
        ledger.record(by, verdict.allowed() ? "gate-allowed" : "gate-refused", "service/" + question.service(), null, facts(question, verdict, id));
        return decision;
    }

    private static Object facts(GateQuestion question, Verdict verdict, UUID decision) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("version", question.version());
        facts.put("environment", question.environment());
        facts.put("code", verdict.code());
        facts.put("decision", decision);
        if (verdict.change() != null) facts.put("change", verdict.change().reference());
        if (question.deployer() != null) facts.put("deployer", question.deployer());
        return facts;
    }

    private Gating.Facts facts(GateQuestion question, Service service, CatalogueView view, Instant now) {
        var name = service.name();
        var stopping = view.parts(freezes).values().stream().filter(window -> window.stops(service, question.environment(), now)).toList();
        return new Gating.Facts(
                policies.now(),
                store.latest(name, question.environment(), LATEST_CHANGES),
                templates.of(List.of(name.value())),
                stopping,
                attempts(question),
                question.emergency() != null && changes.hasOpenIncident(name, question.emergency().incident()),
                LocalDate.ofInstant(now, view.calendar().zone()),
                now);
    }

    private List<Deployment> attempts(GateQuestion question) {
        var filter = new DeploymentFilter(Set.of(question.service().value()), question.environment(), null, null);
        return deployments.list(filter, null, LATEST_ATTEMPTS).items();
    }

    private static Verdict unknown(GateQuestion question) {
        return Verdict.refuse(Verdict.Code.UNKNOWN_SERVICE, "There is no service “%s”.".formatted(question.service()), null);
    }

    /** What it does now with who is refused. */
    public GateMode mode(ServiceName service) {
        return documents.at(clock.instant()).part(modes, service.value()).orElse(GateMode.ENFORCE);
    }

    /** Whose waiting answer may become another soon: for how long to wait before asking again, in seconds. */
    public static @Nullable Integer retryAfter(GateAnswer answer) {
        return answer.isWaiting() ? ASK_AGAIN_AFTER : null;
    }
}
