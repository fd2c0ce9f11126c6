package dev.holdfast.changes;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is true of a deployment or not: by these the audit counts its population, and finds the rows behind each count. */
public enum Trait {
    IN_ORDER,
    WITH_GAPS,
    NO_CHANGE,
    NOT_APPROVED,
    APPROVED_AFTER_START,
    SELF_APPROVED,
    AUTHOR_ONLY_REVIEW,
    DIGEST_DIFFERS,
    APPROVAL_OVERDUE,
    STANDARD,
    NORMAL,
    EMERGENCY,
    APPROVED,
    WITHOUT_APPROVER,
    ASKED,
    ALLOWED,
    REFUSED,
    ONLY_RECORDED,
    NEVER_ASKED,
    FAILED,
    UNAUTHORISED,
    UNDOCUMENTED,
    SAME_PERSON,
    UNTESTED,
    UNRECORDED;

    static Trait of(Gap gap) {
        return valueOf(gap.name());
    }

    public static Optional<Trait> named(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
