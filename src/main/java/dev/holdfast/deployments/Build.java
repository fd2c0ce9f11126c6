package dev.holdfast.deployments;

import dev.holdfast.catalogue.ServiceName;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A version of a service. {@code builtAt} is that of its first build.
 *
 * @param preProductionPassed whether the last activity before production succeeded; null while it has not ended
 * @param facts what the build says of itself, such as {@code zero-downtime: false}
 */
public record Build(
        ServiceName service, String version, Instant builtAt, List<Commit> commits, @Nullable Boolean preProductionPassed,
        Map<String, Boolean> facts) {

    public Build {
        commits = List.copyOf(commits);
        facts = Map.copyOf(facts);
    }

    /** What it says of a fact, where it says something. */
    public Optional<Boolean> fact(String name) {
        return Optional.ofNullable(facts.get(name));
    }

    /** The newest of its commits; of those that do not say when they were made, the last. */
    Optional<String> head() {
        return commits.stream()
                .reduce((one, other) -> one.at() != null && other.at() != null && other.at().isBefore(one.at()) ? one : other)
                .map(Commit::sha);
    }

    /** The same after another report of it. */
    Build with(Build other) {
        var later = new HashMap<>(facts);
        later.putAll(other.facts);
        return new Build(
                service,
                version,
                builtAt.isBefore(other.builtAt) ? builtAt : other.builtAt,
                other.commits.isEmpty() ? commits : other.commits,
                other.preProductionPassed == null ? preProductionPassed : other.preProductionPassed,
                later);
    }
}
