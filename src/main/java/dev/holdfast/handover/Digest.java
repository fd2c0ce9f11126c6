package dev.holdfast.handover;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What whoever takes over has to know of the services that the schedule answers for.
 *
 * @param openIncidents at the changeover, or now where that is ahead
 * @param suppressed of these, the callouts that are held now; of changeovers that are over, none
 * @param changes always empty: Holdfast is not told of deployments and change requests yet
 * @param noisiest what called most during the shift, the noisiest first
 */
public record Digest(List<Open> openIncidents, List<Held> suppressed, List<String> changes, List<Noisy> noisiest) {

    public static final Digest NOTHING = new Digest(List.of(), List.of(), List.of());

    public Digest {
        openIncidents = List.copyOf(openIncidents);
        suppressed = List.copyOf(suppressed);
        changes = List.copyOf(changes);
        noisiest = List.copyOf(noisiest);
    }

    Digest(List<Open> openIncidents, List<Held> suppressed, List<Noisy> noisiest) {
        this(openIncidents, suppressed, List.of(), noisiest);
    }

    /** An incident that is not over. */
    public record Open(String incident, String service, String summary, String state, boolean major, Instant since) {}

    /** A callout that waits, and until when. */
    public record Held(String incident, String service, String summary, Instant until) {}

    /** What called how often, and how often of that out of working hours; what a person declared has no alert. */
    public record Noisy(@Nullable String integration, @Nullable String dedupKey, String service, String summary, int callouts, int outOfHours) {}

    public boolean saysNothing() {
        return openIncidents.isEmpty() && suppressed.isEmpty() && noisiest.isEmpty();
    }
}
