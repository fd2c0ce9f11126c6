package dev.holdfast.operatingmodel;

import dev.holdfast.quantities.AvailabilityLevel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is in force at an instant: the calculation with a decision's fields in the place of its own. */
final class InForce {

    private InForce() {}

    static Selected of(Policy policy, Subject subject, @Nullable Decision latest, Instant at) {
        var calculated = Selector.select(policy.terms(), subject.assessment(), subject.kind(), at);
        var decision = latest != null && latest.overridesAt(at) ? latest : null;
        var overriding = decision == null ? null : decision.overriding();
        var level = level(calculated, overriding);
        var model = model(calculated, overriding);
        var onCall = onCall(policy.onCallLevels(), model, level, overriding);
        var cautions = cautions(calculated, subject, model, level);
        return new Selected(
                at,
                calculated.orElse(null),
                level,
                model,
                onCall,
                cautions,
                decision,
                missing(policy, subject.assessment()),
                until(policy, subject, decision, at),
                new Explanation(policy, subject, calculated.orElse(null), decision, at));
    }

    /** A demand that the policy does not know is missing as well. */
    private static List<String> missing(Policy policy, Assessment assessment) {
        var demand = assessment.demand();
        var known = demand == null || policy.terms().demandBand(demand).isPresent();
        return known
                ? assessment.missing()
                : Stream.concat(assessment.missing().stream(), Stream.of("demand")).toList();
    }

    private static @Nullable AvailabilityLevel level(Optional<Outcome> calculated, @Nullable Overriding overriding) {
        return overriding != null && overriding.level() != null
                ? overriding.level()
                : calculated.map(Outcome::level).orElse(null);
    }

    private static @Nullable OperatingModel model(Optional<Outcome> calculated, @Nullable Overriding overriding) {
        return overriding != null && overriding.operatingModel() != null
                ? overriding.operatingModel()
                : calculated.map(Outcome::operatingModel).orElse(null);
    }

    /** What operations may cover changes with the calculation: a decision for them does not outlive Ops Run It (rule 5). */
    private static OnCall onCall(
            OnCallLevels levels,
            @Nullable OperatingModel model,
            @Nullable AvailabilityLevel level,
            @Nullable Overriding overriding) {
        var onCall = onCall(levels, model, level);
        var outOfHours = overriding == null ? null : overriding.outOfHours();
        return outOfHours == null || outOfHours == OnCallLevel.OPERATIONS && model != OperatingModel.OPS
                ? onCall
                : new OnCall(onCall.workingHours(), outOfHours);
    }

    private static OnCall onCall(
            OnCallLevels levels, @Nullable OperatingModel model, @Nullable AvailabilityLevel level) {
        if (model == OperatingModel.OPS) {
            return OnCall.BY_OPERATIONS;
        }
        return model == null || level == null ? OnCall.BY_TEAM : Selector.onCall(levels, model, level);
    }

    private static List<Caution> cautions(
            Optional<Outcome> calculated,
            Subject subject,
            @Nullable OperatingModel model,
            @Nullable AvailabilityLevel level) {
        if (calculated.isEmpty() || model == null || level == null) {
            return List.of();
        }
        var outcome = calculated.get();
        var aboveTop = outcome.cautions().contains(Caution.ABOVE_TOP_BAND);
        return Selector.cautions(level, outcome.deploymentTarget(), model, subject.kind(), aboveTop);
    }

    private static @Nullable Instant until(
            Policy policy, Subject subject, @Nullable Decision decision, Instant at) {
        var edge = subject.assessment().nextTargetEdge(at).orElse(null);
        edge = earlier(edge, subject.until(), at);
        edge = earlier(edge, policy.effectiveTo(), at);
        return earlier(edge, decision == null ? null : decision.until(), at);
    }

    /** The earlier of what was found and another edge, if that is ahead. */
    private static @Nullable Instant earlier(@Nullable Instant found, @Nullable Instant edge, Instant at) {
        if (edge == null || !edge.isAfter(at)) {
            return found;
        }
        return found == null || edge.isBefore(found) ? edge : found;
    }
}
