package dev.holdfast.drill;

import dev.holdfast.alerts.Way;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.oncall.CoverStatus;
import dev.holdfast.oncall.Covering;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Follows one way of an alert link by link, to who would be called at an instant: pure. */
final class Following {

    private static final Set<String> NO_SCHEDULE = Set.of("NO_SCHEDULE", "NO_TIER_TEAM");
    private static final Set<String> GAP = Set.of("NOBODY_ON_CALL", "TIER_GAP");

    private final Way way;
    private final @Nullable Facts facts;
    private final List<Step> steps = new ArrayList<>();

    private Following(Way way, @Nullable Facts facts) {
        this.way = way;
        this.facts = facts;
    }

    /** Facts are those of the service that the way leads to; none where it leads to none. */
    static Chain of(Way way, @Nullable Facts facts, Moment moment, Instant at) {
        var following = new Following(way, facts);
        var end = following.follow();
        return new Chain(
                way, moment, at, way.route().service() == null ? way.meant() : way.route().service(),
                facts == null ? null : facts.owner(), facts == null ? null : facts.domain(),
                end.verdict(), end.people(), end.waitsUntil(), following.steps, facts == null ? null : facts.atRisk());
    }

    private record End(Verdict verdict, List<PersonName> people, @Nullable Instant waitsUntil) {

        static End without(Verdict verdict) {
            return new End(verdict, List.of(), null);
        }
    }

    private End follow() {
        step("Alert", way.words() + ", by " + way.integration(), null);
        var service = way.route().service();
        if (service == null || facts == null) {
            service(null);
            return End.without(Verdict.NOBODY);
        }
        service(service);
        if (way.route().dryRun()) {
            return End.without(Verdict.DRY_RUN);
        }
        owner(service, facts);
        assessment(service, facts);
        return covered(facts, facts.covering());
    }

    private void service(@Nullable ServiceName service) {
        var unknown = way.unknown();
        if (service == null) {
            var meant = way.meant();
            step("Service", meant == null ? "none" : meant.value(), unknown != null && meant == null
                    ? new Broken(Break.UNKNOWN_SERVICE, "There is no service " + unknown + ", and nothing takes what no route places.")
                    : meant == null
                            ? new Broken(Break.UNROUTED, "No route places it, and the policy names no service for such alerts.")
                            : new Broken(Break.DECOMMISSIONED, meant + " is decommissioned: its alerts are unrouted."));
        } else if (unknown != null) {
            step("Service", service.value(), new Broken(
                    Break.UNKNOWN_SERVICE, "There is no service " + unknown + ": it goes to " + service + " instead."));
        } else {
            step("Service", service.value(), way.route().dryRun() ? new Broken(Break.DRY_RUN, dryRun(service)) : null);
        }
        if (service != null && unknown != null && way.route().dryRun()) {
            step("Dry run", "yes", new Broken(Break.DRY_RUN, dryRun(service)));
        }
    }

    private String dryRun(ServiceName service) {
        return way.route().why().contains("not live yet")
                ? service + " is not live yet: its alerts are shown and call nobody."
                : way.integration() + " is in dry run: its alerts are shown and call nobody.";
    }

    private void owner(ServiceName service, Facts known) {
        var owner = known.owner();
        step("Owner", owner == null ? "none" : owner.value(), owner == null
                ? new Broken(Break.NO_OWNER, service + " names no team that owns it.")
                : known.ownerKnown() ? null : new Broken(Break.UNRESOLVED_OWNER, "There is no team " + owner + ", which " + service + " names as its owner."));
    }

    private void assessment(ServiceName service, Facts known) {
        var missing = String.join(" and ", known.missing());
        step("On-call level", known.covering().level().word(), missing.isEmpty() ? null : new Broken(
                Break.UNASSESSED, service + " lacks " + missing + ": its team is on call at every hour."));
    }

    private End covered(Facts known, Covering covering) {
        var fallback = covering.fallback().stream().filter(known.reachable()::contains).toList();
        var schedule = schedule(known, covering, fallback);
        step("Schedule", covering.schedule() == null ? "none" : covering.schedule(), schedule);
        if (covering.status() == CoverStatus.FALLBACK || covering.people().isEmpty()) {
            return instead(known, fallback, covering);
        }
        var people = covering.people();
        step("Person", names(known, people), away(known, people));
        var reached = people.stream().filter(known.reachable()::contains).toList();
        step("Contact", reached.isEmpty() ? "none that works" : "works", reached.isEmpty()
                ? new Broken(Break.UNREACHABLE, names(known, people) + cannot(people) + "be reached" + instead(known, fallback))
                : null);
        if (reached.isEmpty()) {
            return instead(known, fallback, covering);
        }
        return covering.status() == CoverStatus.SUPPRESSED
                ? new End(Verdict.WAITS, reached, covering.suppressedUntil())
                : new End(Verdict.REACHED, reached, null);
    }

    private static String cannot(List<PersonName> people) {
        return people.size() == 1 ? " has no confirmed contact and cannot " : " have no confirmed contact and cannot ";
    }

    private End instead(Facts known, List<PersonName> fallback, Covering covering) {
        step("Fallback", fallback.isEmpty() ? "nobody who can be reached" : names(known, fallback), null);
        var until = covering.status() == CoverStatus.SUPPRESSED ? covering.suppressedUntil() : null;
        return fallback.isEmpty() ? End.without(Verdict.NOBODY) : new End(Verdict.FALLBACK, fallback, until);
    }

    private static @Nullable Broken schedule(Facts known, Covering covering, List<PersonName> fallback) {
        var ofWhom = covering.explain().stream().map(because -> because.code()).toList();
        var nobody = covering.people().isEmpty() || covering.status() == CoverStatus.FALLBACK;
        if (!nobody && !covering.gap()) return null;
        var after = nobody ? instead(known, fallback) : ", and the next tier is called.";
        if (ofWhom.stream().anyMatch(GAP::contains)) {
            return new Broken(Break.GAP, "Nobody is on call then" + after);
        }
        return ofWhom.stream().anyMatch(NO_SCHEDULE::contains)
                ? new Broken(Break.NO_SCHEDULE, "No schedule is for those hours" + after)
                : new Broken(Break.GAP, "Nobody is on call then" + after);
    }

    private static String instead(Facts known, List<PersonName> fallback) {
        return fallback.isEmpty()
                ? ", and nobody of the fallback chain can be reached."
                : ": " + known.name(fallback.getFirst()) + " is called instead.";
    }

    private static @Nullable Broken away(Facts known, List<PersonName> people) {
        return people.stream()
                .filter(known.away()::containsKey)
                .map(person -> {
                    var what = Objects.requireNonNull(known.away().get(person));
                    return new Broken(what, known.name(person) + (what == Break.LEFT
                            ? " has left, and is on the schedule." : " has opted out of on call, and is on the schedule."));
                })
                .findFirst()
                .orElse(null);
    }

    private static String names(Facts known, List<PersonName> people) {
        return people.stream().map(known::name).collect(Collectors.joining(", "));
    }

    private void step(String link, String found, @Nullable Broken broken) {
        steps.add(new Step(link, found, broken));
    }
}
