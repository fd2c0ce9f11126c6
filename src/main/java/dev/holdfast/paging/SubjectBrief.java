package dev.holdfast.paging;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.quantities.Money;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be said about a subject right now: how bad, which service, what, and since when. */
public record SubjectBrief(
        SubjectId id,
        String number,
        URI url,
        ServiceName service,
        boolean major,
        String summary,
        String severity,
        List<String> dedupKeys,
        int alertCount,
        Instant startedAt,
        @Nullable Money ratePerHour,
        @Nullable Money lossSoFar,
        Standing standing) {

    public SubjectBrief {
        dedupKeys = List.copyOf(dedupKeys);
    }

    /** Somebody is still to answer. */
    public boolean wantsAnswer() {
        return standing instanceof Standing.Waiting;
    }

    public boolean isResolved() {
        return standing instanceof Standing.Resolved;
    }

    String type() {
        return major ? "major" : "minor";
    }

    /** Whether somebody has answered. */
    public sealed interface Standing {
        record Waiting() implements Standing {}

        record Acknowledged(String by, @Nullable PersonName person, Instant at) implements Standing {}

        record Resolved(@Nullable Instant at) implements Standing {}
    }
}
