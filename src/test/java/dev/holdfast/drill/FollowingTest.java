package dev.holdfast.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.holdfast.alerts.IntegrationName;
import dev.holdfast.alerts.Route;
import dev.holdfast.alerts.Way;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.oncall.CoverStatus;
import dev.holdfast.oncall.Covering;
import dev.holdfast.oncall.Hours;
import dev.holdfast.operatingmodel.OnCallLevel;
import dev.holdfast.quantities.Because;
import dev.holdfast.quantities.Money;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FollowingTest {

    private static final Instant SUNDAY = Instant.parse("2026-11-22T03:00:00Z");
    private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");

    static Stream<Arguments> chains() {
        return Stream.of(
                arguments("whole", to("bedroom"), facts(covered("ann"), "ann"), Verdict.REACHED, null, null),
                arguments("waits", to("bedroom"), facts(suppressed("ann"), "ann"), Verdict.WAITS, null, null),
                arguments("unrouted", nowhere(null, null), null, Verdict.NOBODY, Break.UNROUTED,
                        "No route places it, and the policy names no service for such alerts."),
                arguments("unknown and caught by nobody", nowhere("chekout", null), null, Verdict.NOBODY, Break.UNKNOWN_SERVICE,
                        "There is no service chekout, and nothing takes what no route places."),
                arguments("unknown and caught", unknown("chekout", "platform"), facts(covered("ann"), "ann"), Verdict.REACHED,
                        Break.UNKNOWN_SERVICE, "There is no service chekout: it goes to platform instead."),
                arguments("decommissioned", nowhere(null, "old"), null, Verdict.NOBODY, Break.DECOMMISSIONED,
                        "old is decommissioned: its alerts are unrouted."),
                arguments("dry run", dry("integration alerts is bedroom's"), facts(covered("ann"), "ann"), Verdict.DRY_RUN, Break.DRY_RUN,
                        "alerts is in dry run: its alerts are shown and call nobody."),
                arguments("not live yet", dry("route 1; bedroom is not live yet, so its alerts are in dry run"),
                        facts(covered("ann"), "ann"), Verdict.DRY_RUN, Break.DRY_RUN,
                        "bedroom is not live yet: its alerts are shown and call nobody."),
                arguments("no owner", to("bedroom"), owned(null, false, covered("ann")), Verdict.REACHED, Break.NO_OWNER,
                        "bedroom names no team that owns it."),
                arguments("unresolved owner", to("bedroom"), owned("ghosts", false, gap("NO_SCHEDULE", "dia")), Verdict.FALLBACK,
                        Break.UNRESOLVED_OWNER, "There is no team ghosts, which bedroom names as its owner."),
                arguments("unassessed", to("bedroom"), unassessed(covered("ann")), Verdict.REACHED, Break.UNASSESSED,
                        "bedroom lacks exposurePerHour and demand: its team is on call at every hour."),
                arguments("no schedule", to("bedroom"), facts(gap("NO_SCHEDULE", "bob", "dia"), "bob", "dia"), Verdict.FALLBACK,
                        Break.NO_SCHEDULE, "No schedule is for those hours: Bob is called instead."),
                arguments("gap", to("bedroom"), facts(gap("NOBODY_ON_CALL", "bob"), "bob"), Verdict.FALLBACK, Break.GAP,
                        "Nobody is on call then: Bob is called instead."),
                arguments("gap and nobody", to("bedroom"), facts(gap("NOBODY_ON_CALL")), Verdict.NOBODY, Break.GAP,
                        "Nobody is on call then, and nobody of the fallback chain can be reached."),
                arguments("gap when work begins", to("bedroom"), facts(suppressed(), "ann"), Verdict.NOBODY, Break.GAP,
                        "Nobody is on call then, and nobody of the fallback chain can be reached."),
                arguments("first tier empty", to("bedroom"), facts(tier("eva"), "eva"), Verdict.REACHED, Break.GAP,
                        "Nobody is on call then, and the next tier is called."),
                arguments("opted out", to("bedroom"), away(Break.OPTED_OUT), Verdict.REACHED, Break.OPTED_OUT,
                        "Ann has opted out of on call, and is on the schedule."),
                arguments("left", to("bedroom"), away(Break.LEFT), Verdict.REACHED, Break.LEFT, "Ann has left, and is on the schedule."),
                arguments("unreachable", to("bedroom"), facts(covered("ann", "bob"), "bob"), Verdict.FALLBACK, Break.UNREACHABLE,
                        "Ann has no confirmed contact and cannot be reached: Bob is called instead."),
                arguments("unreachable and alone", to("bedroom"), facts(covered("ann")), Verdict.NOBODY, Break.UNREACHABLE,
                        "Ann has no confirmed contact and cannot be reached, and nobody of the fallback chain can be reached."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("chains")
    void theFirstBrokenLinkIsNamed(
            String name, Way way, @Nullable Facts facts, Verdict verdict, @Nullable Break broken, @Nullable String sentence) {
        var chain = Following.of(way, facts, Moment.SUNDAY, SUNDAY);

        assertThat(chain.verdict()).isEqualTo(verdict);
        assertThat(chain.broken()).isEqualTo(broken == null || sentence == null ? null : new Broken(broken, sentence));
    }

    @Test
    void whatIsBrokenFirstOutshinesWhatIsBrokenLater() {
        var chain = Following.of(unknown("chekout", "platform"), unassessed(gap("NO_SCHEDULE", "bob")), Moment.NOW, SUNDAY);

        assertThat(chain.steps().stream().filter(step -> step.broken() != null).map(Step::link))
                .containsExactly("Service", "On-call level", "Schedule");
        assertThat(chain.broken()).extracting(Broken::what).isEqualTo(Break.UNKNOWN_SERVICE);
    }

    @Test
    void whatWaitsSaysUntilWhen() {
        var chain = Following.of(to("bedroom"), facts(suppressed("ann"), "ann"), Moment.SUNDAY, SUNDAY);

        assertThat(chain.waitsUntil()).isEqualTo(MONDAY);
        assertThat(chain.people()).containsExactly(new PersonName("ann"));
    }

    private static Way to(String service) {
        return way(null, service, new Route(new ServiceName(service), false, "integration alerts is bedroom's"));
    }

    private static Way dry(String why) {
        return way(null, "bedroom", new Route(new ServiceName("bedroom"), true, why));
    }

    private static Way nowhere(@Nullable String unknown, @Nullable String meant) {
        return way(unknown, meant, new Route(null, false, "no route of alerts placed it"));
    }

    private static Way unknown(String unknown, String meant) {
        return way(unknown, meant, new Route(new ServiceName(meant), false, "no route of alerts matched: its otherwise"));
    }

    private static Way way(@Nullable String unknown, @Nullable String meant, Route route) {
        return new Way(
                new IntegrationName("alerts"), Way.Kind.LABEL, Map.of("service", "bedroom"), null,
                unknown == null ? null : new ServiceName(unknown), meant == null ? null : new ServiceName(meant), route);
    }

    private static Facts facts(Covering covering, String... reachable) {
        return new Facts(
                new TeamName("bedroom-team"), true, null, List.of(), covering, people(reachable), Map.of(),
                Map.of(new PersonName("ann"), "Ann", new PersonName("bob"), "Bob"), Money.of("200000", "USD"));
    }

    private static Facts owned(@Nullable String owner, boolean known, Covering covering) {
        return new Facts(
                owner == null ? null : new TeamName(owner), known, null, List.of(), covering, people("ann", "dia"), Map.of(),
                Map.of(), null);
    }

    private static Facts unassessed(Covering covering) {
        return new Facts(
                new TeamName("bedroom-team"), true, null, List.of("exposurePerHour", "demand"), covering, people("ann", "bob"),
                Map.of(), Map.of(), null);
    }

    private static Facts away(Break how) {
        var ann = new PersonName("ann");
        return new Facts(
                new TeamName("bedroom-team"), true, null, List.of(), covered("ann"), Set.of(ann), Map.of(ann, how),
                Map.of(ann, "Ann"), null);
    }

    private static Covering covered(String person, String... fallback) {
        return covering(CoverStatus.COVERED, List.of(person), null, false, "ON_CALL", fallback);
    }

    private static Covering tier(String person) {
        return covering(CoverStatus.COVERED, List.of(person), null, true, "TIER_GAP");
    }

    private static Covering suppressed(String... people) {
        return covering(CoverStatus.SUPPRESSED, List.of(people), MONDAY, people.length == 0, "SUPPRESSED");
    }

    private static Covering gap(String code, String... fallback) {
        return covering(CoverStatus.FALLBACK, List.of(fallback), null, true, code, fallback);
    }

    private static Covering covering(
            CoverStatus status, List<String> people, @Nullable Instant suppressedUntil, boolean gap, String code, String... fallback) {
        return new Covering(
                new ServiceName("bedroom"), SUNDAY, status, OnCallLevel.TEAM, Hours.OUT_OF_HOURS,
                people.stream().map(PersonName::new).toList(), "rota", null, suppressedUntil, List.of(), null, gap,
                List.of(Because.of(code, "why")), Arrays.stream(fallback).map(PersonName::new).toList());
    }

    private static Set<PersonName> people(String... names) {
        return Arrays.stream(names).map(PersonName::new).collect(Collectors.toSet());
    }
}
