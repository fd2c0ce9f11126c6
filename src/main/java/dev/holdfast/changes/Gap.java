package dev.holdfast.changes;

/** What an auditor finds of a production deployment (C8). */
public enum Gap {
    NO_CHANGE,
    NOT_APPROVED,
    APPROVED_AFTER_START,
    SELF_APPROVED,
    AUTHOR_ONLY_REVIEW,
    DIGEST_DIFFERS,
    APPROVAL_OVERDUE;

    /** Whether it went without an approval that was due before it. */
    public boolean isUnapproved() {
        return this == NO_CHANGE || this == NOT_APPROVED || this == APPROVED_AFTER_START;
    }
}
