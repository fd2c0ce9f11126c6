package dev.holdfast.drill;

import dev.holdfast.quantities.Money;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A chain of the last run, as it is kept. {@code people} are the names of who would be called. */
public record Found(
        int position,
        String key,
        Moment moment,
        Instant at,
        String integration,
        Map<String, String> labels,
        String words,
        @Nullable String service,
        @Nullable String team,
        @Nullable String domain,
        Verdict verdict,
        @Nullable Broken broken,
        String people,
        @Nullable Instant waitsUntil,
        @Nullable Money atRisk) {}
