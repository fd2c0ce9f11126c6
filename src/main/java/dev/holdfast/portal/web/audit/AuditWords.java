package dev.holdfast.portal.web.audit;

import dev.holdfast.changes.Evidence;
import dev.holdfast.changes.Gap;
import dev.holdfast.changes.GateSaid;
import dev.holdfast.changes.Trait;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the audit says what is true of a deployment. */
final class AuditWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);

    private AuditWords() {}

    static String name(Trait trait) {
        return switch (trait) {
            case IN_ORDER -> "With all evidence";
            case WITH_GAPS -> "With findings";
            case NO_CHANGE -> "Without a change";
            case NOT_APPROVED -> "Not approved";
            case APPROVED_AFTER_START -> "Approved too late";
            case SELF_APPROVED -> "Approved by who made it";
            case AUTHOR_ONLY_REVIEW -> "Reviewed by its author";
            case DIGEST_DIFFERS -> "Another artifact";
            case APPROVAL_OVERDUE -> "Approval overdue";
            case STANDARD -> "Standard";
            case NORMAL -> "Normal";
            case EMERGENCY -> "Emergency";
            case APPROVED -> "Approved";
            case WITHOUT_APPROVER -> "Nobody approved it";
            case ASKED -> "Asked before";
            case ALLOWED -> "Let through";
            case REFUSED -> "Refused, and went";
            case ONLY_RECORDED -> "Refused, only recorded";
            case NEVER_ASKED -> "Never asked";
            case FAILED -> "Failed";
            case UNAUTHORISED -> "Not authorised in time";
            case UNDOCUMENTED -> "Approval or tests missing";
            case SAME_PERSON -> "One person in two roles";
            case UNTESTED -> "Tests not known to have passed";
            case UNRECORDED -> "Not in the ledger";
        };
    }

    /** What it means, as a sentence. */
    static String meaning(Trait trait) {
        return switch (trait) {
            case IN_ORDER -> "Nothing that is looked for is missing.";
            case WITH_GAPS -> "At least one of the findings is true of each.";
            case NO_CHANGE -> "There is no change by which it went.";
            case NOT_APPROVED -> "Its change was never approved, or was rejected.";
            case APPROVED_AFTER_START -> "The approval is younger than the deployment.";
            case SELF_APPROVED -> "Whoever approved it wrote, raised or deployed it.";
            case AUTHOR_ONLY_REVIEW -> "A commit was reviewed by who wrote it.";
            case DIGEST_DIFFERS -> "What was deployed is not the artifact that was approved.";
            case APPROVAL_OVERDUE -> "An emergency that went first, and was not approved in time afterwards.";
            case STANDARD -> "Covered by a template that a change manager agreed to beforehand.";
            case NORMAL -> "Decided by a change manager, one by one.";
            case EMERGENCY -> "Went first, and is approved afterwards.";
            case APPROVED -> "A person, or a template that was agreed, approved it in the order that its kind asks for.";
            case WITHOUT_APPROVER -> "No change, none that was approved, or an emergency that still waits.";
            case ASKED -> "The pipeline had asked the gate when it began.";
            case ALLOWED -> "The last answer of the gate before it began let it through.";
            case REFUSED -> "The last answer of the gate before it began was no, and it went all the same.";
            case ONLY_RECORDED -> "The gate would have said no, and only records for this service.";
            case NEVER_ASKED -> "Nobody had asked the gate about this version when it began.";
            case FAILED -> "It failed, was taken back, or a later one mends it.";
            case UNAUTHORISED -> "Not approved before it went, or overdue afterwards.";
            case UNDOCUMENTED -> "No documented approval, or no last activity before production that is known to have passed.";
            case SAME_PERSON -> "Somebody approved what they made, or reviewed what they wrote.";
            case UNTESTED -> "No build of the version says that its last activity before production passed.";
            case UNRECORDED -> "The ledger has no entry of it.";
        };
    }

    static Status of(Gap gap) {
        var name = name(Trait.valueOf(gap.name()));
        return new Status(name.toLowerCase(Locale.ROOT), gap.isUnapproved() ? Shape.DIAMOND : Shape.TRIANGLE, gap.isUnapproved() ? Tone.LOSS : Tone.CAUTION);
    }

    static Status of(@Nullable GateSaid said) {
        if (said == null) return new Status("never asked", Shape.RING, Tone.QUIET);
        if (said.allowed()) return new Status("let through", Shape.CHECK, Tone.SAFE);
        return said.recordOnly() ? new Status("only recorded", Shape.TRIANGLE, Tone.CAUTION) : new Status("refused", Shape.CROSS, Tone.LOSS);
    }

    /** Why the gate said so, in words: {@code PRE_APPROVED} is "pre approved". */
    static String why(@Nullable GateSaid said) {
        return said == null ? "" : said.code().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static Status outcome(Evidence evidence) {
        var mended = evidence.known().failure() != null;
        return switch (evidence.deployment().status()) {
            case STARTED -> new Status("going", Shape.HALF, Tone.ACCENT);
            case FAILED -> new Status("failed", Shape.CROSS, Tone.LOSS);
            case ROLLED_BACK -> new Status("taken back", Shape.BACK, Tone.LOSS);
            case SUCCEEDED -> mended ? new Status("mended later", Shape.BACK, Tone.LOSS) : new Status("succeeded", Shape.CHECK, Tone.QUIET);
        };
    }

    static String day(LocalDate day) {
        return DAY.format(day).replace("Sept", "Sep");
    }
}
