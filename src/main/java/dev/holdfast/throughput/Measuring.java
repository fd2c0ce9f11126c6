package dev.holdfast.throughput;

import dev.holdfast.quantities.Because;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes measures of what was added up: with counts beside each ratio, and absent, never zero, where nothing is known. */
final class Measuring {

    private static final String NEVER = "No deployment to production is known.";
    private static final String NONE = "Nothing was deployed to production in this period.";

    private final Account account;
    private final Tally whole;
    private final Agreed agreed;
    private final @Nullable Instant knownSince;
    private final boolean oneService;
    private final List<String> partners;

    /**
     * @param knownSince when something went live in production for the first time; null where nothing ever did
     * @param partners services with which the one is coupled
     */
    Measuring(Account account, Agreed agreed, @Nullable Instant knownSince, boolean oneService, List<String> partners) {
        this.account = account;
        this.whole = account.whole();
        this.agreed = agreed;
        this.knownSince = knownSince;
        this.oneService = oneService;
        this.partners = List.copyOf(partners);
    }

    List<Measure> all() {
        return List.of(
                looseCoupling(),
                agreedServices(),
                agreedDeployments(),
                leadTime(),
                commitTime(),
                frequency(),
                failureRate(),
                recovery(),
                rework());
    }

    Measure looseCoupling() {
        var loose = account.started() - account.together();
        var draft = new Draft("M1", "Loose coupling", Measure.Kind.LEADING, Measure.Unit.SHARE)
                .count("deployments", account.started()).count("inLockstep", account.together()).count("coupledServices", account.coupledServices());
        draft.trend(bucket -> account.started(bucket) == 0 ? null : Amounts.share(account.started(bucket) - account.together(bucket), account.started(bucket)));
        if (account.started() == 0) return draft.notApplicable(missing());
        draft.explain("LOCKSTEP", "%d of %d deployments started within %d minutes of one of a coupled service.",
                "inLockstep", account.together(), "deployments", account.started(), "minutes", Coupling.TOGETHER.toMinutes());
        if (!partners.isEmpty()) draft.explain("COUPLED_WITH", "It is coupled with %s.", "services", String.join(", ", partners));
        draft.explain("COUPLED", "Two services are coupled when each has at least %d deployments that were together with the other's, and those are at least "
                + "half of all deployments of the one that deployed less.", "atLeast", Coupling.AT_LEAST);
        return draft.value(Amounts.share(loose, account.started()));
    }

    private Measure agreedServices() {
        var draft = new Draft("M2", "Services with pre-approved changes", Measure.Kind.LEADING, Measure.Unit.SHARE);
        draft.count("withTemplate", agreed.withTemplate()).count("digitalServices", agreed.digital());
        if (agreed.digital() == 0) return draft.notApplicable("There is no live digital service.");
        draft.explain("TEMPLATES", "%d of %d live digital services have an active template.", "withTemplate", agreed.withTemplate(), "digitalServices", agreed.digital());
        return draft.value(Amounts.share(agreed.withTemplate(), agreed.digital()));
    }

    private Measure agreedDeployments() {
        var draft = new Draft("M2-deployments", "Deployments as standard changes", Measure.Kind.LEADING, Measure.Unit.SHARE).count("live", whole.live());
        var standard = agreed.standard();
        draft.count("standard", agreed.standardOfAll());
        draft.trend(bucket -> account.part(bucket).live() == 0 ? null : Amounts.share(standard.get(bucket), account.part(bucket).live()));
        if (whole.live() == 0) return draft.notApplicable(missing());
        draft.explain("STANDARD", "%d of %d deployments went as standard changes.", "standard", agreed.standardOfAll(), "live", whole.live());
        return draft.value(Amounts.share(agreed.standardOfAll(), whole.live()));
    }

    private Measure leadTime() {
        return times("M3", "Deployment lead time", Tally::leadTimes, "firstArrivals", "Of no version that arrived is the build known.",
                "From the first build of a version to its first arrival in production. A version that was in production before does not count again.");
    }

    private Measure commitTime() {
        return times("M3-commit", "Lead time from commit", Tally::commitTimes, "commits", "No commit of what was deployed is known with its time.",
                "From each commit to its first arrival in production. The first deployment known of a service counts its latest commit alone.");
    }

    private Measure times(String id, String name, Function<Tally, Samples> samples, String counted, String absent, String how) {
        var times = samples.apply(whole);
        var draft = new Draft(id, name, Measure.Kind.TRAILING, Measure.Unit.DURATION).count(counted, times.count()).count("deployments", whole.deployments());
        draft.trend(bucket -> samples.apply(account.part(bucket)).median().map(Amounts::duration).orElse(null));
        draft.spread(times);
        draft.explain("HOW", how);
        if (whole.negative() > 0) {
            draft.explain("CLOCKS", "%d times were below zero, because two clocks differ, and are left out.", "negativeLeadTimes", whole.negative());
        }
        return draft.value(times.median(), whole.deployments() == 0 ? missing() : absent);
    }

    private Measure frequency() {
        var draft = new Draft("M4", "Deployment frequency", Measure.Kind.TRAILING, Measure.Unit.A_WEEK)
                .count("deployments", whole.deployments()).count("deploymentDays", account.days())
                .count("weeks", account.weeks()).count("weeksWithout", account.weeks() - account.weeksUsed());
        if (knownSince == null) return draft.notApplicable(NEVER);
        draft.trend(this::frequency);
        whole.gaps().median().ifPresent(gap -> draft.further("achievedPeriod", Amounts.duration(gap)));
        draft.explain("FREQUENCY", "%d deployments to production in %s weeks; weeks without any count as zero.",
                "deployments", whole.deployments(), "weeks", Amounts.days(account.length().dividedBy(7)));
        whole.gaps().median().ifPresent(gap -> draft.explain(
                "ACHIEVED", "Half of the time no more than %s days lay between two deployments of a service.", "days", Amounts.days(gap)));
        target(draft);
        return draft.value(Amounts.aWeek(whole.deployments(), account.length()));
    }

    private void target(Draft draft) {
        var windows = account.windows();
        if (!oneService) {
            draft.count("servicesWithTarget", account.withTarget()).count("servicesMeetingTarget", account.meeting());
            draft.explain("TARGETS", "%d of %d services with a target meet it.", "servicesMeetingTarget", account.meeting(), "servicesWithTarget", account.withTarget());
        } else if (windows != null) {
            draft.target("P" + windows.everyDays() + "D", windows.met());
            draft.count("windows", Math.toIntExact(windows.all())).count("windowsUsed", Math.toIntExact(windows.used()));
            draft.explain("TARGET", "%d of %d windows of %d days saw a deployment; the target is met from %d %% on.",
                    "windowsUsed", windows.used(), "windows", windows.all(), "days", windows.everyDays(), "percent", 80);
        } else {
            draft.explain("NO_TARGET", "The service has no target: it is not assessed.");
        }
    }

    /** Nothing is said of the time before anything is known. */
    private @Nullable String frequency(int bucket) {
        var from = account.buckets().edges().get(bucket);
        var to = account.buckets().edges().get(bucket + 1);
        return knownSince == null || !knownSince.isBefore(to) ? null : Amounts.aWeek(account.part(bucket).deployments(), Duration.between(from, to));
    }

    private Measure failureRate() {
        var draft = new Draft("change-failure-rate", "Change failure rate", Measure.Kind.TRAILING, Measure.Unit.SHARE)
                .count("failed", whole.failed()).count("live", whole.live());
        draft.trend(bucket -> account.part(bucket).live() == 0 ? null : Amounts.share(account.part(bucket).failed(), account.part(bucket).live()));
        if (whole.live() == 0) return draft.notApplicable(missing());
        draft.explain("FAILED", "%d of %d deployments that went live failed: rolled back, named by a later cure, or the cause of an incident.",
                "failed", whole.failed(), "live", whole.live());
        draft.explain("CAUSE", "The cause of an incident is what a person named, else the latest deployment of the same service in the %d hours before.",
                "hours", Blame.WITHIN.toHours());
        if (whole.unattributedIncidents() > 0) {
            draft.explain("UNATTRIBUTED", "%d incidents followed no deployment and count for none.", "unattributedIncidents", whole.unattributedIncidents());
        }
        if (whole.unripe() > 0) {
            draft.explain("UNRIPE", "%d deployments are younger than %d hours and may still fail.", "unripe", whole.unripe(), "hours", Blame.WITHIN.toHours());
        }
        return draft.value(Amounts.share(whole.failed(), whole.live()));
    }

    private Measure recovery() {
        var draft = new Draft("recovery", "Failed deployment recovery", Measure.Kind.TRAILING, Measure.Unit.DURATION)
                .count("recovered", whole.recoveries().count()).count("failed", whole.failed());
        draft.trend(bucket -> account.part(bucket).recoveries().median().map(Amounts::duration).orElse(null));
        draft.spread(whole.recoveries());
        draft.explain("HOW", "From a failed deployment going live to the end of the last incident that it caused, else to its cure.");
        var open = whole.failed() - whole.recoveries().count();
        if (open > 0) draft.explain("OPEN", "Of %d the end is not known or not there yet.", "open", open);
        var absent = whole.live() == 0 ? missing() : whole.failed() == 0 ? "No deployment failed." : "Of no failure the end is known yet.";
        return draft.value(whole.recoveries().median(), absent);
    }

    private Measure rework() {
        var rework = whole.hotfixes() + whole.rollbacks();
        var draft = new Draft("rework", "Rework rate", Measure.Kind.TRAILING, Measure.Unit.SHARE)
                .count("hotfixes", whole.hotfixes()).count("rollbacks", whole.rollbacks()).count("live", whole.live());
        draft.trend(bucket -> {
            var part = account.part(bucket);
            return part.live() == 0 ? null : Amounts.share(part.hotfixes() + part.rollbacks(), part.live());
        });
        if (whole.live() == 0) return draft.notApplicable(missing());
        draft.explain("REWORK", "%d hotfixes and %d rollbacks among %d deployments that went live.",
                "hotfixes", whole.hotfixes(), "rollbacks", whole.rollbacks(), "live", whole.live());
        return draft.value(Amounts.share(rework, whole.live()));
    }

    private String missing() {
        return knownSince == null ? NEVER : NONE;
    }

    /** A measure of which parts are still to be said. */
    private final class Draft {

        private final String id;
        private final String name;
        private final Measure.Kind kind;
        private final Measure.Unit unit;
        private final Map<String, String> further = new LinkedHashMap<>();
        private final Map<String, Integer> counts = new LinkedHashMap<>();
        private final List<Because> explain = new ArrayList<>();
        private List<Measure.Point> trend = List.of();
        private @Nullable String target;
        private @Nullable Boolean met;

        Draft(String id, String name, Measure.Kind kind, Measure.Unit unit) {
            this.id = id;
            this.name = name;
            this.kind = kind;
            this.unit = unit;
        }

        Draft count(String what, int count) {
            counts.put(what, count);
            return this;
        }

        void further(String what, String value) {
            further.put(what, value);
        }

        void spread(Samples samples) {
            samples.percentile(75).ifPresent(value -> further("p75", Amounts.duration(value)));
            samples.percentile(90).ifPresent(value -> further("p90", Amounts.duration(value)));
        }

        void target(String every, boolean isMet) {
            target = every;
            met = isMet;
        }

        void trend(IntFunction<@Nullable String> value) {
            trend = IntStream.range(0, account.buckets().count())
                    .mapToObj(bucket -> new Measure.Point(account.buckets().edges().get(bucket), value.apply(bucket)))
                    .toList();
        }

        /** @param facts names and values in turn, the values in the order of the words */
        void explain(String code, String words, Object... facts) {
            var named = new LinkedHashMap<String, Object>();
            for (var each = 0; each < facts.length; each += 2) named.put(facts[each].toString(), facts[each + 1]);
            explain.add(new Because(code, words.formatted(named.values().toArray()), named));
        }

        Measure value(Optional<Duration> value, String absent) {
            return value.map(Amounts::duration).map(this::value).orElseGet(() -> notApplicable(absent));
        }

        Measure value(String value) {
            return made(value, null);
        }

        Measure notApplicable(String why) {
            return made(null, why);
        }

        private Measure made(@Nullable String value, @Nullable String why) {
            var defects = new Measure.Defects(whole.negative(), whole.unattributedIncidents());
            return new Measure(id, name, kind, value, unit, target, met, further, counts, whole.unripe(), defects, trend, explain, why);
        }
    }
}
