package dev.holdfast.changes;

import dev.holdfast.deployments.Build;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a template covers a build: every criterion is true of it, or it is a normal change (rule 17). */
final class Covering {

    /** The most commits of a small change. */
    static final int FEW = 20;

    private Covering() {}

    /** What is not true of the build, or not known. A version that nobody built meets nothing. */
    static List<Criterion> unmet(Collection<Criterion> criteria, @Nullable Build build) {
        return criteria.stream().filter(criterion -> build == null || !isMet(criterion, build)).sorted().toList();
    }

    /** What the build says counts; else the tests are those of the pipeline, and how it goes live is as the template says. */
    private static boolean isMet(Criterion criterion, Build build) {
        return build.fact(criterion.word()).orElseGet(() -> switch (criterion) {
            case AUTOMATED_TESTS -> Boolean.TRUE.equals(build.preProductionPassed());
            case SMALL -> !build.commits().isEmpty() && build.commits().size() <= FEW;
            case ZERO_DOWNTIME, FAST_REVERT -> !build.fact("data-migration").orElse(false);
            case OBSERVED -> true;
        });
    }
}
