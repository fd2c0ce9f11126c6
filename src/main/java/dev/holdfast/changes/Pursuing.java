package dev.holdfast.changes;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is next for an inquiry that waits: pure. */
final class Pursuing {

    /** What nobody told this node of, such as the end of a freeze, is found as soon as this. */
    static final Duration LOOKED = Duration.ofMinutes(1);

    private Pursuing() {}

    sealed interface Next {

        record Wait(Instant at) implements Next {}

        record Note() implements Next {}

        record Decide() implements Next {}
    }

    static Next next(InquiryProgress progress, GateAnswer answer, int mostNotes, Instant now) {
        if (!answer.mayStillPass() || !now.isBefore(progress.inquiry().until())) return new Next.Decide();
        var unsaid = progress.notes() < mostNotes && !answer.message().equals(progress.noted());
        if (unsaid && !progress.pauses(now)) return new Next.Note();
        return new Next.Wait(earliest(now.plus(LOOKED), unsaid ? progress.notBefore() : null, progress.inquiry().until()));
    }

    private static Instant earliest(Instant look, @Nullable Instant note, Instant until) {
        var first = note != null && note.isBefore(look) ? note : look;
        return until.isBefore(first) ? until : first;
    }
}
