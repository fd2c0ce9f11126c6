package dev.holdfast.changes;

import java.time.Duration;

/**
 * One way in which whoever asked the gate hears its decision. Called outside any transaction, within 25 s; after a failure,
 * or where a node died in the middle, again with the same inquiry and answer.
 */
public interface GateTeller {

    String way();

    /** How often at most it wants to hear why it waits; 0 for never. */
    default int notes() {
        return 0;
    }

    /** Why it waits. */
    default Told note(Inquiry inquiry, GateAnswer answer) {
        return new Told.Heard();
    }

    /** What was decided. */
    Told tell(Inquiry inquiry, GateAnswer answer);

    /** What came of it; details never hold an address or a secret. */
    sealed interface Told {

        record Heard() implements Told {}

        /** Not now: to be tried again, not sooner than after the pause. */
        record Later(String detail, Duration pause) implements Told {

            public Later(String detail) {
                this(detail, Duration.ZERO);
            }
        }

        /** The same would fail again. */
        record Never(String detail) implements Told {}
    }
}
