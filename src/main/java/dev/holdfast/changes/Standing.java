package dev.holdfast.changes;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.holdfast.catalogue.ServiceName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a template stands: its latest revision, and what of it was agreed. Until a new revision is agreed, the agreed one
 * stays in force.
 *
 * @param agreedRevision null where none was
 * @param why why it was suspended, reinstated or retired
 */
public record Standing(
        String name, ServiceName service, State state, int revision, String proposedBy, @Nullable Integer agreedRevision,
        @Nullable String agreedBy, @Nullable Instant agreedAt, Set<String> environments, List<Criterion> criteria,
        @Nullable LocalDate expires, @Nullable String why) {

    /** What may become of it: proposed → active → suspended → retired. */
    public enum State {
        PROPOSED,
        ACTIVE,
        SUSPENDED,
        RETIRED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Standing {
        environments = Set.copyOf(environments);
        criteria = List.copyOf(criteria);
    }

    /** Of the latest revision: a new one is proposed although the agreed one is in force. */
    public State shown() {
        return state == State.ACTIVE && (agreedRevision == null || agreedRevision < revision) ? State.PROPOSED : state;
    }

    /** Whether the agreed revision covers changes into that environment on that day. */
    public boolean isInForce(String environment, LocalDate day) {
        return state == State.ACTIVE && agreedRevision != null && environments.contains(environment) && !isExpired(day);
    }

    boolean expiresBefore(LocalDate day) {
        return expires != null && expires.isBefore(day);
    }

    public boolean isExpired(LocalDate day) {
        return expires != null && !day.isBefore(expires);
    }
}
