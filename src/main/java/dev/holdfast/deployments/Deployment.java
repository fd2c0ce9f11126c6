package dev.holdfast.deployments;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.holdfast.catalogue.ServiceName;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to bring a version of a service into an environment.
 *
 * @param id the sender's, unique within the service; made here where the sender has none
 * @param remediates the deployment, or the version, of whose failure this is the cure
 * @param change the number of the change that the sender names
 */
public record Deployment(
        String id, ServiceName service, String version, String environment, Status status, Kind kind, @Nullable String remediates,
        Instant startedAt, @Nullable Instant finishedAt, @Nullable String deployer, @Nullable String commit, @Nullable String artifactDigest,
        @Nullable Instant builtAt, @Nullable String change) {

    /** Deployments there are what the gate and the measures are about. */
    public static final String PRODUCTION = "production";

    private static final Set<String> CALLED_PRODUCTION = Set.of(PRODUCTION, "prod", "prd", "live");

    /** Whether that is what others call production. */
    public static boolean isCalledProduction(String environment) {
        return CALLED_PRODUCTION.contains(environment.toLowerCase(Locale.ROOT));
    }

    /** How far it came; one that was rolled back had been live. */
    public enum Status {
        STARTED,
        FAILED,
        SUCCEEDED,
        ROLLED_BACK;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public boolean wasLive() {
            return this == SUCCEEDED || this == ROLLED_BACK;
        }
    }

    /** Why it was made. */
    public enum Kind {
        PLANNED,
        HOTFIX,
        ROLLBACK;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The id of one whose sender has none: the same for the same service, version, environment and start. */
    public static String idOf(ServiceName service, String version, String environment, Instant startedAt) {
        var name = String.join("\n", service.value(), version, environment, startedAt.toString());
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString();
    }

    public boolean isInProduction() {
        return environment.equals(PRODUCTION);
    }

    public boolean isOver() {
        return status != Status.STARTED;
    }

    /** When it took effect: its end, or its start where the end was not told. */
    public Instant at() {
        return finishedAt == null ? startedAt : finishedAt;
    }

    /** The same, known for what it is. */
    public Deployment as(Kind recognised, @Nullable String cured) {
        return was(recognised, remediates == null ? cured : remediates);
    }

    /** The same, of that kind and the cure of that alone. */
    public Deployment was(Kind concluded, @Nullable String cured) {
        return new Deployment(
                id, service, version, environment, status, concluded, cured, startedAt, finishedAt, deployer, commit, artifactDigest, builtAt, change);
    }

    /** Both reports of one deployment: the same whichever came first. */
    Deployment with(Deployment other) {
        var later = isAfter(other) ? this : other;
        var earlier = later == this ? other : this;
        return new Deployment(
                id,
                service,
                version,
                environment,
                later.status,
                later.kind == Kind.PLANNED ? earlier.kind : later.kind,
                either(later.remediates, earlier.remediates),
                startedAt.isBefore(other.startedAt) ? startedAt : other.startedAt,
                either(later.finishedAt, earlier.finishedAt),
                either(later.deployer, earlier.deployer),
                either(later.commit, earlier.commit),
                either(later.artifactDigest, earlier.artifactDigest),
                either(later.builtAt, earlier.builtAt),
                either(later.change, earlier.change));
    }

    /** A deployment does not go back; of two that say the same, the later one. */
    private boolean isAfter(Deployment other) {
        return status == other.status ? at().isAfter(other.at()) : status.compareTo(other.status) > 0;
    }

    private static <T> @Nullable T either(@Nullable T first, @Nullable T second) {
        return first == null ? second : Objects.requireNonNull(first);
    }
}
