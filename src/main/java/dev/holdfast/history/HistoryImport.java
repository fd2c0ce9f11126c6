package dev.holdfast.history;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A list of the past, and how far it is.
 *
 * @param rows how many it has; {@code done} of them were looked at, {@code made} are new, {@code known} were there, {@code faulty} left out
 * @param faults the first of what is wrong, in the order of the rows
 */
public record HistoryImport(
        UUID id, Kind kind, State state, @Nullable String name, Instant madeAt, @Nullable Instant endedAt, String by, Mapping mapping,
        int rows, int done, int made, int known, int faulty, List<RowFault> faults) {

    /** How many faults of one import are kept. */
    public static final int MOST_FAULTS = 1_000;

    public HistoryImport {
        faults = List.copyOf(faults);
    }

    /** How far it is. */
    public enum State {
        /** Nobody has started it. */
        WAITING,
        RUNNING,
        DONE,
        /** Looked through without recording anything. */
        CHECKED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean isOver() {
        return state == State.DONE || state == State.CHECKED;
    }

    HistoryImport with(List<RowFault> said) {
        return new HistoryImport(id, kind, state, name, madeAt, endedAt, by, mapping, rows, done, made, known, faulty, said);
    }
}
