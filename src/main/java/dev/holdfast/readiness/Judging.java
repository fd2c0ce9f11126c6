package dev.holdfast.readiness;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is known and what was written down, put together (R1). */
final class Judging {

    private Judging() {}

    static Prepared of(Preparation preparation, Known known, @Nullable Evidence written, Instant now) {
        return switch (known) {
            case Known.Seen(var seen, var add) -> judged(preparation, written != null && written.isNewerThan(seen) ? written : seen, add, now);
            case Known.Lacking(var add) -> new Prepared(preparation, Prepared.State.MISSING, written, add);
            case Known.Unseen(var add) -> written == null
                    ? new Prepared(preparation, Prepared.State.MISSING, null, add)
                    : judged(preparation, written, add, now);
        };
    }

    private static Prepared judged(Preparation preparation, Evidence evidence, Prepared.Add add, Instant now) {
        return new Prepared(preparation, evidence.isDue(now) ? Prepared.State.DUE : Prepared.State.PRESENT, evidence, add);
    }
}
