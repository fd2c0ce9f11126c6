package dev.holdfast.deployments;

import dev.holdfast.catalogue.ServiceName;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** The same with what a list of the past says of it, in whatever order its rows come: the first build, each commit, a pass. */
    Build joined(Build past) {
        return new Build(
                service,
                version,
                builtAt.isBefore(past.builtAt) ? builtAt : past.builtAt,
                commits(past.commits),
                passed(preProductionPassed, past.preProductionPassed),
                facts);
    }

    private static @Nullable Boolean passed(@Nullable Boolean one, @Nullable Boolean other) {
        if (one == null) return other;
        return other == null ? one : Boolean.valueOf(one || other);
    }

    private List<Commit> commits(List<Commit> past) {
        var known = commits.stream().map(Commit::sha).collect(Collectors.toSet());
        if (past.stream().allMatch(commit -> known.contains(commit.sha()))) return commits;
        return Stream.concat(commits.stream(), past.stream().filter(commit -> !known.contains(commit.sha())))
                .sorted(Comparator.comparing(Commit::at, Comparator.nullsFirst(Comparator.naturalOrder())).thenComparing(Commit::sha))
                .toList();
    }
}
