package dev.holdfast.paging;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a callout stands, as an answer shows it. */
public record PagingState(
        State state,
        @Nullable String schedule,
        @Nullable Integer step,
        @Nullable Integer round,
        @Nullable Instant suppressedUntil,
        @Nullable Instant nextStepAt) {

    public static final PagingState NONE = new PagingState(State.NONE, null, null, null, null, null);

    /** Calling until somebody answers, held, ended, out of people, or never begun. */
    public enum State {
        CALLING,
        SUPPRESSED,
        STOPPED,
        UNANSWERED,
        NONE;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
