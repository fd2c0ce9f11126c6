package dev.holdfast.catalogue;

import java.time.Instant;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A document that has just been made, changed or ended. {@code secrets} are those that the file says now, by path
 * ({@code spec.notify[0].secret}); what it leaves out is kept by the part that stores it. A secret that the part makes
 * itself is given to {@code generated} and shown once.
 */
public record AppliedDocument(
        String kind,
        String name,
        @Nullable Document before,
        @Nullable Document after,
        Map<String, String> secrets,
        String by,
        Instant effectiveFrom,
        BiConsumer<String, String> generated) {

    public AppliedDocument {
        secrets = Map.copyOf(secrets);
    }

    public boolean ended() {
        return after == null;
    }

    /** The reader of what is in force after it. */
    public SpecReader spec() {
        if (after == null) {
            throw new IllegalStateException(kind + "/" + name + " has ended");
        }
        return Reading.of(after).spec();
    }

    @Override
    public String toString() {
        return kind + "/" + name;
    }
}
