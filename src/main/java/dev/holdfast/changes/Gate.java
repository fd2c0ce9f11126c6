package dev.holdfast.changes;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.ledger.Ledger;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a pipeline asks before a production deployment: it fails closed, and explains itself (C4). */
@org.springframework.stereotype.Service
public class Gate {

    private static final int ASK_AGAIN_AFTER = 30;

    private final Changes changes;
    private final ChangeStore store;
    private final GateStore decisions;
    private final GateFacts facts;
    private final GateModePart modes;
    private final ChangeRights rights;
    private final Attestations attestations;
    private final Documents documents;
    private final Ledger ledger;
    private final Clock clock;

    Gate(
            Changes changes, ChangeStore store, GateStore decisions, GateFacts facts, GateModePart modes, ChangeRights rights,
            Attestations attestations, Documents documents, Ledger ledger, Clock clock) {
        this.changes = changes;
        this.store = store;
        this.decisions = decisions;
        this.facts = facts;
        this.modes = modes;
        this.rights = rights;
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

    /**
     * What it says to who asked at an instant of the past, by what is recorded of that time: for history that is told in its order. It is
     * dated then; nothing was signed then, so that it carries no attestation. In the caller's transaction.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public GateAnswer then(GateQuestion question, Instant at, String by) {
        if (question.emergency() != null) throw new IllegalArgumentException("An emergency is asked for when it is one");
        var view = documents.at(at);
        var service = view.service(question.service()).orElseThrow();
        var verdict = Gating.decide(question, facts.then(question, service, view, at));
        return answer(decided(question, verdict, onlyRecords(verdict, mode(service.name(), view)), new Asking(by, at, true)), verdict.change());
    }

    private GateAnswer ask(GateQuestion question, String by, Runnable demand) {
        return documents.holding(() -> {
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            var asking = new Asking(by, now, false);
            var view = documents.at(now);
            var service = view.service(question.service()).orElse(null);
            if (service == null) {
                return answered(question, unknown(question), GateMode.ENFORCE, asking);
            }
            demand.run();
            var verdict = Gating.decide(question, facts.now(question, service, view, now));
            return answered(question, withEmergency(question, verdict, by), mode(service.name(), view), asking);
        });
    }

    /** Who asks, and when. */
    private record Asking(String by, Instant at, boolean isPast) {}

    private Verdict withEmergency(GateQuestion question, Verdict verdict, String by) {
        var emergency = question.emergency();
        if (emergency == null || !verdict.allowed() || verdict.code() != Verdict.Code.EMERGENCY) return verdict;
        var wanted = new Wanted(
                question.service(), question.version(), question.environment(), Change.Kind.EMERGENCY, null, emergency.reason(),
                emergency.incident(), question.artifactDigest());
        var raised = changes.raise(wanted, question.deployer() == null ? by : question.deployer());
        return new Verdict(true, verdict.code(), verdict.message(), raised.change(), verdict.expiresAt());
    }

    private GateAnswer answered(GateQuestion question, Verdict verdict, GateMode mode, Asking asking) {
        var recordOnly = onlyRecords(verdict, mode);
        var known = decisions.latest(question.key()).filter(decision -> decision.isStill(verdict, recordOnly, asking.at()));
        return answer(known.orElseGet(() -> decided(question, verdict, recordOnly, asking)), verdict.change());
    }

    private static boolean onlyRecords(Verdict verdict, GateMode mode) {
        return mode == GateMode.RECORD_ONLY && !verdict.allowed();
    }

    private static GateAnswer answer(GateStore.Decision decision, @Nullable Change change) {
        return new GateAnswer(
                decision.id(), decision.allowed(), decision.recordOnly(), decision.code(), decision.message(), change, decision.expiresAt(),
                decision.attestation());
    }

    private GateStore.Decision decided(GateQuestion question, Verdict verdict, boolean recordOnly, Asking asking) {
        var id = UUID.randomUUID();
        var signs = verdict.allowed() && !asking.isPast();
        var attestation = signs ? attestations.of(question, verdict, id.toString(), asking.at(), verdict.expiresAt()) : null;
        var change = verdict.change() == null ? null : verdict.change().id().value();
        var decision = new GateStore.Decision(
                id, verdict.allowed(), recordOnly, verdict.code().name(), verdict.message(), change, verdict.expiresAt(), attestation);
        decisions.add(question, decision, asking.at());
        var act = verdict.allowed() ? "gate-allowed" : "gate-refused";
        ledger.record(asking.by(), act, "service/" + question.service(), null, told(question, verdict, id, asking));
        return decision;
    }

    private static Object told(GateQuestion question, Verdict verdict, UUID decision, Asking asking) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("version", question.version());
        facts.put("environment", question.environment());
        facts.put("code", verdict.code());
        facts.put("decision", decision);
        if (verdict.change() != null) facts.put("change", verdict.change().reference());
        if (question.deployer() != null) facts.put("deployer", question.deployer());
        if (asking.isPast()) facts.put("askedAt", asking.at());
        return facts;
    }

    private static Verdict unknown(GateQuestion question) {
        return Verdict.refuse(Verdict.Code.UNKNOWN_SERVICE, "There is no service “%s”.".formatted(question.service()), null);
    }

    /** What it does now with who is refused. */
    public GateMode mode(ServiceName service) {
        return mode(service, documents.at(clock.instant()));
    }

    private GateMode mode(ServiceName service, CatalogueView view) {
        return view.part(modes, service.value()).orElse(GateMode.ENFORCE);
    }

    /** Whose waiting answer may become another soon: for how long to wait before asking again, in seconds. */
    public static @Nullable Integer retryAfter(GateAnswer answer) {
        return answer.isWaiting() ? ASK_AGAIN_AFTER : null;
    }
}
