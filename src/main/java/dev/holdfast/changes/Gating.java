package dev.holdfast.changes;

import static dev.holdfast.changes.Verdict.allow;
import static dev.holdfast.changes.Verdict.refuse;

import dev.holdfast.changes.Change.State;
import dev.holdfast.changes.Verdict.Code;
import dev.holdfast.deployments.Deployment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whether a version may go into an environment now: pure, and so the same while the facts stand (rule 17). */
final class Gating {

    private Gating() {}

    /**
     * @param changes of the service into the environment, in any order
     * @param templates of the service
     * @param freezes those that stop the service there now
     * @param attempts the deployments of the service into the environment, the latest first
     * @param incidentIsOpen whether the incident that the question names is an open one of the service
     * @param today by the organisation's clock
     */
    record Facts(
            ChangePolicy policy, List<Change> changes, List<Standing> templates, List<FreezeWindow> freezes, List<Deployment> attempts,
            boolean incidentIsOpen, LocalDate today, Instant now) {

        Facts {
            changes = changes.stream().sorted(Comparator.comparingLong(Change::number).reversed()).toList();
        }
    }

    static Verdict decide(GateQuestion question, Facts facts) {
        if (!question.environment().equals(Deployment.PRODUCTION)) {
            return allow(Code.NOT_GATED, "Only production is gated: %s is not.".formatted(question.environment()), null, null);
        }
        var present = undone(question.version(), facts.attempts(), facts.policy().rollbackFor(), facts.now());
        if (present.isPresent()) return rollback(present.get(), question, facts);
        if (question.emergency() != null) return emergency(question, question.emergency(), facts);
        return facts.changes().stream()
                .map(change -> change.at(facts.now()))
                .filter(change -> change.version().equals(question.version()))
                .map(change -> by(change, question, facts))
                .min(Comparator.comparing(Gating::rank))
                .orElseGet(() -> withoutChange(question, facts));
    }

    /**
     * The deployment that going back to the version before it undoes: the latest, unless it is too long ago.
     *
     * @param attempts the deployments of the service into the environment, the latest first
     */
    static Optional<Deployment> undone(String version, List<Deployment> attempts, Duration rollbackFor, Instant at) {
        return attempts.stream()
                .findFirst()
                .filter(present -> !present.version().equals(version))
                .filter(present -> at.isBefore(present.at().plus(rollbackFor)))
                .filter(present -> attempts.stream()
                        .filter(before -> before.status().wasLive() && !before.version().equals(present.version()))
                        .findFirst()
                        .filter(before -> before.version().equals(version))
                        .isPresent());
    }

    private static Verdict rollback(Deployment present, GateQuestion question, Facts facts) {
        var change = facts.changes().stream()
                .filter(each -> each.version().equals(present.version()) && present.id().equals(each.deployment()))
                .findFirst()
                .orElse(null);
        return allow(
                Code.ROLLBACK, "%s was live before %s: the gate never stops a rollback.".formatted(question.version(), present.version()),
                change, present.at().plus(facts.policy().rollbackFor()));
    }

    private static Verdict emergency(GateQuestion question, GateQuestion.Emergency emergency, Facts facts) {
        if (!facts.incidentIsOpen()) {
            return refuse(Code.NO_OPEN_INCIDENT, "%s has no open incident %s.".formatted(question.service(), emergency.incident()), null);
        }
        var change = facts.changes().stream().filter(each -> each.isOpen() && each.version().equals(question.version())).findFirst().orElse(null);
        return allow(
                Code.EMERGENCY, "%s is open: this goes first and is approved afterwards.".formatted(emergency.incident()), change,
                facts.now().plus(facts.policy().approvalFor()));
    }

    private static Verdict by(Change change, GateQuestion question, Facts facts) {
        return switch (change.state()) {
            case REJECTED -> refuse(Code.REJECTED, "%s rejected %s: %s".formatted(change.decidedBy(), change.reference(), change.reason()), change);
            case EXPIRED -> refuse(Code.EXPIRED, "The approval of %s was not used in time; raise it again.".formatted(change.reference()), change);
            case CLOSED -> refuse(Code.ALREADY_CLOSED, "%s is closed: an approval is for one deployment.".formatted(change.reference()), change);
            case RAISED -> change.isEmergency()
                    ? approved(change, question, facts)
                    : refuse(Code.PENDING_APPROVAL, "%s waits for a change manager.".formatted(change.reference()), change);
            case APPROVED, IMPLEMENTING -> approved(change, question, facts);
        };
    }

    private static Verdict approved(Change change, GateQuestion question, Facts facts) {
        if (change.validFrom() != null && facts.now().isBefore(change.validFrom())) {
            return refuse(Code.NOT_YET_VALID, "%s is approved from %s on.".formatted(change.reference(), change.validFrom()), change);
        }
        if (change.artifactDigest() != null && question.artifactDigest() != null && !change.artifactDigest().equals(question.artifactDigest())) {
            return refuse(Code.DIGEST_MISMATCH, "%s is for another artifact: %s.".formatted(change.reference(), change.artifactDigest()), change);
        }
        if (change.isEmergency()) return allow(Code.EMERGENCY, "%s is an emergency.".formatted(change.reference()), change, change.validUntil());
        var freeze = facts.freezes().stream().max(Comparator.comparing(FreezeWindow::until));
        if (freeze.isPresent()) {
            var reason = freeze.get().reason() == null ? "" : " " + freeze.get().reason();
            return refuse(Code.FREEZE, "%s freezes it until %s.%s".formatted(freeze.get().name(), freeze.get().until(), reason), change);
        }
        return change.kind() == Change.Kind.STANDARD ? standard(change, facts) : normal(change, question);
    }

    private static Verdict standard(Change change, Facts facts) {
        var template = facts.templates().stream().filter(each -> each.name().equals(change.template())).findFirst().orElse(null);
        if (template == null || template.state() == Standing.State.SUSPENDED || template.state() == Standing.State.RETIRED) {
            return refuse(Code.TEMPLATE_SUSPENDED, "The template %s is %s.".formatted(
                    change.template(), template == null ? "gone" : template.state().word()), change);
        }
        if (template.isExpired(facts.today())) {
            return refuse(Code.EXPIRED, "The template %s expired on %s.".formatted(change.template(), template.expires()), change);
        }
        return allow(Code.PRE_APPROVED, "The template %s covers it.".formatted(change.template()), change, change.validUntil());
    }

    private static Verdict normal(Change change, GateQuestion question) {
        var approver = change.decidedBy();
        if (change.isOf(approver) || approver != null && approver.equals(question.deployer())) {
            return refuse(Code.SELF_APPROVED, "%s approved what they raised, wrote or deploy themselves.".formatted(approver), change);
        }
        return allow(Code.APPROVED, "%s approved %s.".formatted(approver, change.reference()), change, change.validUntil());
    }

    private static Verdict withoutChange(GateQuestion question, Facts facts) {
        var other = facts.changes().stream().map(change -> change.at(facts.now())).filter(change -> change.state() == State.APPROVED).findFirst();
        return other.map(change -> refuse(Code.VERSION_MISMATCH, "%s is for %s, not for %s.".formatted(
                        change.reference(), change.version(), question.version()), change))
                .orElseGet(() -> refuse(Code.NO_CHANGE, "No change is raised for %s %s.".formatted(question.service(), question.version()), null));
    }

    /** Of many changes of one version an approved one decides, then one that may be, then the newest. */
    private static int rank(Verdict verdict) {
        if (verdict.allowed()) return 0;
        var change = verdict.change();
        return change != null && change.isOpen() ? 1 : 2;
    }
}
