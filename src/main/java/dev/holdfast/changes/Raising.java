package dev.holdfast.changes;

import dev.holdfast.deployments.Build;
import dev.holdfast.deployments.Commit;
import dev.holdfast.quantities.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a change is when it is raised: standard where a template in force covers the build, else normal: pure (rule 17). */
final class Raising {

    private static final int SHOWN = 100;

    private Raising() {}

    /**
     * @param templates of the service
     * @param today by the organisation's clock
     */
    record Facts(List<Standing> templates, @Nullable Build build, ChangePolicy policy, WorkingCalendar calendar, LocalDate today, String by, Instant now) {}

    static Change of(Wanted wanted, Facts facts) {
        var covering = facts.templates().stream().filter(template -> template.isInForce(wanted.environment(), facts.today())).toList();
        var best = covering.stream().filter(template -> Covering.unmet(template.criteria(), facts.build()).isEmpty()).findFirst();
        if (wanted.kind() == Change.Kind.EMERGENCY) return raised(wanted, facts, Change.Kind.EMERGENCY, List.of());
        if (wanted.kind() != Change.Kind.NORMAL && best.isPresent()) return standard(wanted, facts, best.get());
        var unmet = covering.stream().findFirst().map(template -> Covering.unmet(template.criteria(), facts.build())).orElse(List.of());
        return raised(wanted, facts, Change.Kind.NORMAL, unmet);
    }

    private static Change standard(Wanted wanted, Facts facts, Standing template) {
        return new Change(
                ChangeId.fresh(), 0, Change.Kind.STANDARD, Change.State.APPROVED, null, wanted.service(), wanted.version(), wanted.environment(),
                wanted.artifactDigest(), summary(wanted, facts.build()), wanted.description(), template.name(), template.agreedRevision(),
                wanted.incident(), facts.by(), facts.now(), template.agreedBy(), facts.now(), null, null, facts.now(),
                facts.now().plus(facts.policy().approvalFor()), commits(facts.build()), List.of(), null, null);
    }

    private static Change raised(Wanted wanted, Facts facts, Change.Kind kind, List<Criterion> unmet) {
        var emergency = kind == Change.Kind.EMERGENCY;
        return new Change(
                ChangeId.fresh(), 0, kind, Change.State.RAISED, null, wanted.service(), wanted.version(), wanted.environment(),
                wanted.artifactDigest(), summary(wanted, facts.build()), wanted.description(), null, null, wanted.incident(), facts.by(), facts.now(),
                null, null, null, emergency ? afterwards(facts) : null, emergency ? facts.now() : null,
                emergency ? facts.now().plus(facts.policy().approvalFor()) : null, commits(facts.build()), unmet, null, null);
    }

    /** The end of the working day by which an emergency is to be approved. */
    private static Instant afterwards(Facts facts) {
        var at = facts.now();
        for (var day = 0; day < facts.policy().afterwards(); day++) {
            at = facts.calendar().endOfNextWorkingDay(at);
        }
        return at;
    }

    private static String summary(Wanted wanted, @Nullable Build build) {
        if (wanted.summary() != null && !wanted.summary().isBlank()) return wanted.summary().strip();
        var message = build == null ? null : build.commits().stream().map(Commit::message).filter(each -> each != null && !each.isBlank()).findFirst().orElse(null);
        var release = "Release %s of %s".formatted(wanted.version(), wanted.service());
        if (message == null) return release;
        var line = message.strip().lines().findFirst().orElse("");
        return release + ": " + (line.length() <= SHOWN ? line : line.substring(0, SHOWN - 1) + "…");
    }

    private static List<Commit> commits(@Nullable Build build) {
        return build == null ? List.of() : build.commits();
    }
}
