package dev.holdfast.paging;

import java.util.Arrays;
import java.util.Locale;

/** What a message is, by the contract's word. */
enum MessageType {
    PAGE(Entry.Kind.PAGE, true),
    RELEASED(Entry.Kind.RELEASED, true),
    DIGEST(Entry.Kind.PAGE, true),
    UNANSWERED(Entry.Kind.UNANSWERED, true),
    MAJOR(Entry.Kind.TOLD, false),
    ACKNOWLEDGED(Entry.Kind.TOLD, false),
    RESOLVED(Entry.Kind.TOLD, false),
    REASSIGNED(Entry.Kind.TOLD, false),
    /** That somebody beside whom a person goes along to learn was called. */
    SHADOW(Entry.Kind.TOLD, false),
    /** Alerts that nobody answers, told to administrators. */
    UNROUTED(Entry.Kind.TOLD, false);

    final Entry.Kind kind;
    private final boolean isCall;

    MessageType(Entry.Kind kind, boolean isCall) {
        this.kind = kind;
        this.isCall = isCall;
    }

    static MessageType of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    static boolean isOne(String word) {
        return Arrays.stream(values()).anyMatch(type -> type.word().equals(word));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it carries a link to acknowledge: a call, and what an incident manager is told. */
    boolean asksForAnswer() {
        return isCall || this == MAJOR;
    }

    /** Several callouts to one person go out as one message. */
    boolean isBundled() {
        return this == RELEASED || this == DIGEST;
    }

    /** Whether it is still to be said of a subject that stands so. */
    boolean stillTrueOf(SubjectBrief brief) {
        return isCall ? brief.wantsAnswer() : this != MAJOR && this != SHADOW || !brief.isResolved();
    }
}
