package dev.holdfast.changes;

/**
 * Which refusals may become another answer for whoever waits: pure (C4). Those that somebody or time mends while nobody
 * touches the pipeline wait; those that need another build, another question or a person's second thought do not.
 */
final class Patience {

    private Patience() {}

    static boolean mayMend(Verdict.Code code) {
        return switch (code) {
            case PENDING_APPROVAL, NOT_YET_VALID, FREEZE -> true;
            // The build that raises the change may be told later than its deployment asks, and a template may be reinstated.
            case NO_CHANGE, VERSION_MISMATCH, TEMPLATE_SUSPENDED -> true;
            case REJECTED, EXPIRED, ALREADY_CLOSED, SELF_APPROVED, DIGEST_MISMATCH, NO_OPEN_INCIDENT, UNKNOWN_SERVICE -> false;
            case PRE_APPROVED, APPROVED, EMERGENCY, ROLLBACK, NOT_GATED -> false;
        };
    }
}
