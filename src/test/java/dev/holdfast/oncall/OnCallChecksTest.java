package dev.holdfast.oncall;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.HoldfastTest;
import dev.holdfast.Statements;
import dev.holdfast.TestClock;
import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Catalogue;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.operatingmodel.Selection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@HoldfastTest
class OnCallChecksTest {

    private static final Viewer ADMIN =
            new Viewer("admin", null, Set.of("admin"), Set.of(), EnumSet.allOf(Scope.class), null, "ci");
    private static final List<String> PEOPLE = List.of("mend-ann", "mend-bob", "mend-cas", "mend-dee");

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private OnCallChecks checks;

    @Autowired
    private Schedules schedules;

    @Autowired
    private Selection selection;

    @Autowired
    private Documents documents;

    @Autowired
    private TestClock clock;

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void theChecksOfSomeAreThoseOfAllThatNameThem(long seed) {
        var random = new Random(seed);
        apply(organisation("mend-" + seed, 6, random));
        schedules.override("mend-" + seed + "-0-a", override(random), ADMIN);
        var now = clock.instant();
        var all = checks.at(now, null, null);
        var names = schedules.now(now).stream().map(OnCallNow::schedule).toList();

        assertThat(all).extracting(Check::schedule).contains("mend-" + seed + "-0-a");
        assertThat(all).extracting(Check::code).contains(Check.Code.SCHEDULE_NOT_USED, Check.Code.NO_CONFIRMED_DOMAIN_SCHEDULE);
        for (var name : names) {
            var its = all.stream().filter(check -> name.equals(check.schedule())).toList();
            assertThat(checks.at(now, null, name)).as(name).isEqualTo(its);
            assertThat(checks.of(now, Set.of(name))).as(name).isEqualTo(its);
        }
        for (var i = 0; i < 6; i++) {
            var team = new TeamName("mend-%d-%d".formatted(seed, i));
            assertThat(checks.at(now, team, null)).isEqualTo(all.stream().filter(check -> team.equals(check.team())).toList());
        }
        assertThat(checks.nextGaps(now, Set.copyOf(names))).isNotEmpty().isEqualTo(all.stream()
                .filter(check -> check.code() == Check.Code.GAP)
                .collect(Collectors.toMap(Check::schedule, Check::from)));
        var some = names.stream().filter(name -> random.nextBoolean()).collect(Collectors.toSet());
        assertThat(checks.of(now, some)).isEqualTo(all.stream().filter(check -> some.contains(check.schedule())).toList());
        var view = documents.at(now);
        assertThat(checks.ofDomains(view, selection.all(view, now))).usingRecursiveFieldByFieldElementComparatorIgnoringFields("since").isEqualTo(all.stream().filter(check -> check.schedule() == null).toList());
    }

    @Test
    void aDomainThatServicesRelyOnWithoutAScheduleOfTheNightIsNamedOnce() {
        apply(people() + document("Team", "lack-team", "kind: product, members: [mend-ann], lead: mend-ann")
                + document("Domain", "lack-none", "grouping: customer-journey")
                + document("Domain", "lack-covered", "grouping: customer-journey")
                + document("Schedule", "lack-covered-always", "domain: lack-covered, " + layers("P1W", PEOPLE, ""))
                + service("lack-one", "lack-team", "lack-none") + service("lack-two", "lack-team", "lack-none")
                + service("lack-three", "lack-team", "lack-covered"));
        var view = documents.at(clock.instant());

        var lacking = checks.ofDomains(view, selection.all(view, view.at()));

        assertThat(lacking).filteredOn(check -> check.text().contains("lack-none")).singleElement()
                .satisfies(check -> assertThat(check.code()).isEqualTo(Check.Code.NO_CONFIRMED_DOMAIN_SCHEDULE));
        assertThat(lacking).noneMatch(check -> check.text().contains("lack-covered"));
    }

    @Test
    void manyAreCheckedWithAsManyQueriesAsOne() {
        apply(organisation("mend-many", 40, new Random(40)));
        var now = clock.instant();
        var names = new HashSet<>(schedules.now(now).stream().map(OnCallNow::schedule).toList());
        checks.of(now, names);

        assertThat(Statements.of(() -> checks.of(now, names))).hasSameSizeAs(Statements.of(() -> checks.of(now, Set.of("mend-many-0-a"))));
        assertThat(Statements.of(() -> checks.at(now, new TeamName("mend-many-0"), null))).hasSizeLessThan(12);
    }

    private NewOverride override(Random random) {
        var from = clock.instant().plus(Duration.ofMinutes(random.nextInt(6_000)));
        return new NewOverride(from, from.plus(Duration.ofMinutes(30 + random.nextInt(9_000))), new PersonName("mend-dee"), null);
    }

    private String organisation(String prefix, int teams, Random random) {
        var file = new StringBuilder(people()).append(document("Domain", prefix, "grouping: customer-journey"));
        for (var i = 0; i < teams; i++) {
            var name = prefix + "-" + i;
            file.append(document("Team", name, "kind: product, members: [%s], lead: mend-ann".formatted(String.join(", ", PEOPLE))));
            file.append(schedule(name + "-a", "team: " + name, random));
            file.append(schedule(name + "-b", "team: " + name + (random.nextBoolean() ? ", primary: true" : ""), random));
        }
        return file.append(service(prefix, prefix + "-0", prefix)).toString();
    }

    private static String schedule(String name, String holder, Random random) {
        var people = new ArrayList<>(PEOPLE.subList(0, 1 + random.nextInt(4)));
        people.add(PEOPLE.get(random.nextInt(4)));
        var every = List.of("P1D", "P3D", "P1W", "P2W").get(random.nextInt(4));
        return document("Schedule", name, holder + ", " + layers(every, people.stream().distinct().toList(),
                random.nextBoolean() ? "" : ", restrict: [{days: [SAT, SUN, MON], from: \"00:00\", to: \"21:00\"}]"));
    }

    private static String layers(String every, List<String> people, String more) {
        return "hours: always, timeZone: Europe/London, layers: [{start: \"2026-06-01T09:00\", every: %s, people: [%s]%s}]"
                .formatted(every, String.join(", ", people), more);
    }

    private static String service(String name, String owner, String domain) {
        return document("Service", name, "kind: digital, owner: %s, domain: %s, exposurePerHour: {revenue: 100000, cost: 0}, demand: Very High".formatted(owner, domain));
    }

    private static String people() {
        return PEOPLE.stream()
                .map(person -> document("Person", person, "email: %s@example.com, timeZone: Europe/London".formatted(person)))
                .collect(Collectors.joining());
    }

    private static String document(String kind, String name, String spec) {
        return "apiVersion: holdfast.dev/v1\nkind: %s\nmetadata: {name: %s}\nspec: {%s}\n---\n".formatted(kind, name, spec);
    }

    private void apply(String yaml) {
        catalogue.apply(yaml.getBytes(UTF_8), ADMIN, false);
    }
}
