package dev.holdfast.changes;

import dev.holdfast.deployments.Commit;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.deployments.Known;
import dev.holdfast.ledger.Entry;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What shows of a deployment that it was allowed: one for each, whether it asked or not (C8).
 *
 * @param change by which it went; null where it went by none
 * @param said what the gate had said last when it began
 * @param entry where the ledger records it
 */
public record Evidence(Known known, @Nullable Change change, List<Gap> gaps, @Nullable GateSaid said, @Nullable Entry entry) {

    public Evidence {
        gaps = List.copyOf(gaps);
    }

    public Deployment deployment() {
        return known.deployment();
    }

    /** Whether somebody, or an agreed template, allowed it beforehand; what is not gated needs nobody. */
    public boolean isApproved() {
        if (!deployment().isInProduction()) return true;
        return change != null && change.isApproved() && gaps.stream().noneMatch(Gap::isUnapproved);
    }

    public List<Commit> commits() {
        var build = known.build();
        return build != null ? build.commits() : change != null ? change.commits() : List.of();
    }

    public List<String> authors() {
        return people(commits().stream().map(Commit::author));
    }

    public List<String> reviewers() {
        return people(commits().stream().map(Commit::reviewer));
    }

    /** Null where nobody told. */
    public @Nullable Boolean testsPassed() {
        var build = known.build();
        return build == null ? null : build.preProductionPassed();
    }

    private static List<String> people(Stream<@Nullable String> named) {
        return named.filter(Objects::nonNull).distinct().sorted().toList();
    }
}
