package dev.holdfast.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.catalogue.DomainName;
import dev.holdfast.catalogue.Lifecycle;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.catalogue.Tier;
import dev.holdfast.operatingmodel.OnCallLevel;
import dev.holdfast.operatingmodel.OperatingModel;
import dev.holdfast.quantities.Because;
import dev.holdfast.quantities.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CoverTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final WorkingCalendar OFFICE = WorkingCalendar.usualIn(LONDON);
    private static final Instant NIGHT = Instant.parse("2026-11-11T03:00:00Z");
    private static final Instant DAY = Instant.parse("2026-11-11T11:00:00Z");
    private static final Instant PEAK = Instant.parse("2026-11-11T06:00:00Z");

    private static final NamedSchedule TEAM_BY_DAY = schedule("bedroom-day", team("bedroom-team", null), ScheduleHours.WORKING, "ann", "bob");
    private static final NamedSchedule TEAM_BY_NIGHT = schedule("bedroom-night", team("bedroom-team", null), ScheduleHours.OUT_OF_HOURS, "cas", "dee");
    private static final NamedSchedule DOMAIN = schedule("furnishing", new Holder.OfDomain(new DomainName("furnishing")), ScheduleHours.OUT_OF_HOURS, "eli", "fay");
    private static final NamedSchedule MANAGERS = schedule("managers", new Holder.OfDuty(), ScheduleHours.ALWAYS, "ivy");

    @Test
    void inWorkingHoursTheTeamAnswers() {
        var covering = Cover.of(ground(ybyr(OnCallLevel.NONE), TEAM_BY_DAY, TEAM_BY_NIGHT), DAY);

        assertThat(covering.status()).isEqualTo(CoverStatus.COVERED);
        assertThat(covering.people()).containsExactly(person("bob"));
        assertThat(covering.schedule()).isEqualTo("bedroom-day");
        assertThat(covering.until()).isEqualTo("2026-11-11T17:30:00Z");
        assertThat(covering.next())
                .isEqualTo(new Covering.Next(person("ann"), "bedroom-day", Instant.parse("2026-11-16T09:00:00Z")));
        assertThat(covering.gap()).isFalse();
    }

    @Test
    void outOfHoursTheLevelDecides() {
        var team = Cover.of(ground(ybyr(OnCallLevel.TEAM), TEAM_BY_NIGHT, DOMAIN), NIGHT);
        var domain = Cover.of(ground(ybyr(OnCallLevel.DOMAIN), TEAM_BY_NIGHT, DOMAIN), NIGHT);

        assertThat(team.people()).containsExactly(person("dee"));
        assertThat(domain.people()).containsExactly(person("fay"));
        assertThat(domain.level()).isEqualTo(OnCallLevel.DOMAIN);
        assertThat(domain.hours()).isEqualTo(Hours.OUT_OF_HOURS);
    }

    @Test
    void levelNoneWaitsUntilWorkBegins() {
        var covering = Cover.of(ground(ybyr(OnCallLevel.NONE), TEAM_BY_DAY, TEAM_BY_NIGHT), NIGHT);

        assertThat(covering.status()).isEqualTo(CoverStatus.SUPPRESSED);
        assertThat(covering.suppressedUntil()).isEqualTo("2026-11-11T09:00:00Z");
        assertThat(covering.until()).isEqualTo("2026-11-11T09:00:00Z");
        assertThat(covering.people()).containsExactly(person("bob"));
        assertThat(covering.schedule()).isEqualTo("bedroom-day");
    }

    @Test
    void levelNoneWaitsNoLongerThanUntilAPeakRaisesIt() {
        Function<Instant, Levels> peak = at -> at.isBefore(PEAK)
                ? levels(OperatingModel.YBYR, OnCallLevel.TEAM, OnCallLevel.NONE, PEAK)
                : levels(OperatingModel.YBYR, OnCallLevel.TEAM, OnCallLevel.TEAM, null);

        var covering = Cover.of(ground(peak, TEAM_BY_DAY, TEAM_BY_NIGHT), NIGHT);

        assertThat(covering.suppressedUntil()).isEqualTo(PEAK);
        assertThat(covering.people()).containsExactly(person("dee"));
        assertThat(codes(covering)).containsExactly("OPERATING_MODEL", "HOURS", "ON_CALL_LEVEL", "SUPPRESSED");
    }

    @Test
    void aGapNeverBecomesNone() {
        var covering = Cover.of(ground(ybyr(OnCallLevel.DOMAIN), TEAM_BY_NIGHT, MANAGERS), NIGHT);

        assertThat(covering.status()).isEqualTo(CoverStatus.FALLBACK);
        assertThat(covering.gap()).isTrue();
        assertThat(covering.schedule()).isNull();
        assertThat(covering.people()).containsExactly(person("lea"), person("ivy"), person("ada"));
        assertThat(codes(covering)).endsWith("NO_SCHEDULE", "FALLBACK", "UNREACHABLE");
    }

    @Test
    void aScheduleWithNobodyOnItGivesWayToTheOneForEveryHour() {
        var empty = schedule("empty", team("bedroom-team", null), ScheduleHours.OUT_OF_HOURS);
        var always = schedule("always", team("bedroom-team", null), ScheduleHours.ALWAYS, "gus");

        var covering = Cover.of(ground(ybyr(OnCallLevel.TEAM), empty, always), NIGHT);

        assertThat(covering.people()).containsExactly(person("gus"));
        assertThat(covering.schedule()).isEqualTo("always");
    }

    @Test
    void ofTwoSchedulesForTheSameHoursThePrimaryCountsElseTheFirst() {
        var second = schedule("bedroom-night-two", team("bedroom-team", null), ScheduleHours.OUT_OF_HOURS, "gus");
        var primary = new NamedSchedule(
                "third", 9, new Schedule(second.holder(), ScheduleHours.OUT_OF_HOURS, true, roster("hal")), Timeline.of(roster("hal")));

        assertThat(Cover.of(ground(ybyr(OnCallLevel.TEAM), TEAM_BY_NIGHT, second), NIGHT).schedule()).isEqualTo("bedroom-night");
        assertThat(Cover.of(ground(ybyr(OnCallLevel.TEAM), TEAM_BY_NIGHT, second, primary), NIGHT).schedule()).isEqualTo("third");
    }

    @Test
    void operationsAnswerByTheirTiers() {
        var l1 = schedule("bridge-l1", team("bridge", Tier.L1), ScheduleHours.ALWAYS, "gus", "hal");
        var l2 = schedule("support", team("app-support", null), ScheduleHours.ALWAYS, "jon");

        var covering = Cover.of(ground(operations(), l1, l2, TEAM_BY_NIGHT), NIGHT);

        assertThat(covering.level()).isEqualTo(OnCallLevel.OPERATIONS);
        assertThat(covering.people()).containsExactly(person("hal"));
        assertThat(covering.tiers())
                .extracting(tier -> tier.tier() + " " + tier.team() + " " + tier.schedule() + " " + tier.people())
                .containsExactly(
                        "L1 bridge bridge-l1 [hal]",
                        "L2 app-support support [jon]",
                        "L3 bedroom-team bedroom-night [dee]");
        assertThat(covering.gap()).isFalse();
    }

    @Test
    void whereTheFirstTierHasNobodyTheNextAnswersAndTheGapIsShown() {
        var l2 = schedule("support", team("app-support", Tier.L2), ScheduleHours.ALWAYS, "jon");

        var covering = Cover.of(ground(operations(), l2), NIGHT);

        assertThat(covering.people()).containsExactly(person("jon"));
        assertThat(covering.gap()).isTrue();
        assertThat(codes(covering)).contains("TIER_GAP", "TIER");
    }

    @Test
    void anUnassessedServiceIsOnItsTeamAtEveryHour() {
        var unassessed = levels(null, OnCallLevel.TEAM, OnCallLevel.TEAM, null);

        var covering = Cover.of(ground(at -> unassessed, TEAM_BY_NIGHT), NIGHT);

        assertThat(covering.people()).containsExactly(person("dee"));
        assertThat(codes(covering)).startsWith("UNASSESSED");
    }

    @ParameterizedTest
    @EnumSource(value = Lifecycle.class, mode = EnumSource.Mode.EXCLUDE, names = "LIVE")
    void nobodyIsOnCallForAServiceThatIsNotLive(Lifecycle lifecycle) {
        var live = ground(ybyr(OnCallLevel.TEAM), TEAM_BY_NIGHT);
        var subject = new Ground.Subject(new ServiceName("bedroom"), lifecycle, null, null, OFFICE, null);

        var covering = Cover.of(new Ground(subject, live.support(), live.levels(), live.rota(), live.chain()), NIGHT);

        assertThat(covering.people()).isEmpty();
        assertThat(covering.status()).isEqualTo(CoverStatus.SUPPRESSED);
        assertThat(covering.suppressedUntil()).isNull();
        assertThat(covering.gap()).isFalse();
    }

    @Test
    void anotherFactMakesAnotherSentence() {
        var one = Cover.of(ground(ybyr(OnCallLevel.TEAM), TEAM_BY_NIGHT), NIGHT);
        var other = Cover.of(ground(ybyr(OnCallLevel.TEAM), TEAM_BY_NIGHT), Instant.parse("2026-11-19T03:00:00Z"));

        assertThat(one.explain().getLast().text()).contains("dee").isNotEqualTo(other.explain().getLast().text());
        for (var because : one.explain()) {
            because.facts().values().forEach(fact -> assertThat(because.text()).contains(String.valueOf(fact)));
        }
    }

    private static Ground ground(Function<Instant, Levels> levels, NamedSchedule... schedules) {
        var owner = new TeamName("bedroom-team");
        var subject = new Ground.Subject(
                new ServiceName("bedroom"), Lifecycle.LIVE, owner, new DomainName("furnishing"), OFFICE, null);
        var tiers = Map.of(
                Tier.L1, new Support.Party(new TeamName("bridge"), OFFICE),
                Tier.L2, new Support.Party(new TeamName("app-support"), OFFICE),
                Tier.L3, new Support.Party(owner, OFFICE));
        var support = new Support(tiers, Set.of(Tier.L1), List.of());
        var reached = new Reached(asked ->
                asked.stream().filter(each -> !each.equals(person("pam"))).collect(Collectors.toSet()));
        var chain = new Ground.Chain(
                person("lea"), person("pam"), OFFICE, List.of(person("ada"), person("lea")), reached);
        return new Ground(subject, support, levels, new Rota(List.of(schedules)), chain);
    }

    private static Function<Instant, Levels> ybyr(OnCallLevel outOfHours) {
        return at -> levels(OperatingModel.YBYR, OnCallLevel.TEAM, outOfHours, null);
    }

    private static Function<Instant, Levels> operations() {
        return at -> levels(OperatingModel.OPS, OnCallLevel.OPERATIONS, OnCallLevel.OPERATIONS, null);
    }

    private static Levels levels(@Nullable OperatingModel model, OnCallLevel working, OnCallLevel out, @Nullable Instant until) {
        return new Levels(model, model == null ? null : "99.0", working, out, until);
    }

    private static Holder team(String name, @Nullable Tier tier) {
        return new Holder.OfTeam(new TeamName(name), tier);
    }

    private static NamedSchedule schedule(String name, Holder holder, ScheduleHours hours, String... people) {
        var roster = roster(people);
        return new NamedSchedule(name, name.length(), new Schedule(holder, hours, false, roster), Timeline.of(roster));
    }

    private static Roster roster(String... people) {
        var first = LocalDateTime.parse("2026-11-02T09:00");
        var rotation = new Rotation(
                LONDON, new HandOffs(first, 7, Turns.CALENDAR), Stream.of(people).map(PersonName::new).toList(), List.of(), Bounds.NONE);
        return new Roster(List.of(rotation), List.of());
    }

    private static PersonName person(String name) {
        return new PersonName(name);
    }

    private static List<String> codes(Covering covering) {
        return covering.explain().stream().map(Because::code).toList();
    }
}
