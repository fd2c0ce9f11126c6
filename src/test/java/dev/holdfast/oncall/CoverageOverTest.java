package dev.holdfast.oncall;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.HoldfastTest;
import dev.holdfast.Statements;
import dev.holdfast.TestClock;
import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Catalogue;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.catalogue.Things;
import dev.holdfast.http.Limit;
import dev.holdfast.operatingmodel.Decisions;
import dev.holdfast.operatingmodel.OnCallLevel;
import dev.holdfast.operatingmodel.Overriding;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@HoldfastTest
class CoverageOverTest {

    private static final Viewer ADMIN =
            new Viewer("admin", null, Set.of("admin"), Set.of(), EnumSet.allOf(Scope.class), null, "ci");
    private static final List<String> PEOPLE = List.of("over-ann", "over-bob", "over-cas", "over-dee");

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Coverage coverage;

    @Autowired
    private Schedules schedules;

    @Autowired
    private Decisions decisions;

    @Autowired
    private Things things;

    @Autowired
    private TestClock clock;

    /** Weeks in which teams, schedules, peaks, overrides and decisions change: the stretches answer as each instant does. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aServiceThroughTwoWeeksIsWhatItIsAtEachInstant(long seed) {
        var random = new Random(seed);
        var name = new ServiceName("over-" + seed);
        var from = clock.instant();
        for (var change = 0; change < 5; change++) {
            apply(documents(name, random, from));
            schedules.override("over-domain-" + seed, override(random), ADMIN);
            if (change == 3) decisions.decide(ADMIN, name, new Overriding(null, null, OnCallLevel.NONE), "quiet", from.plus(Duration.ofDays(9)));
            clock.advance(Duration.ofMinutes(60 + random.nextInt(600)));
        }
        var to = from.plus(Duration.ofDays(16));

        var stretches = coverage.over(name, from, to);

        assertThat(stretches).hasSizeGreaterThan(20);
        assertThat(stretches.getFirst().from()).isEqualTo(from);
        assertThat(stretches.getLast().to()).isEqualTo(to);
        for (var i = 0; i < stretches.size(); i++) {
            var stretch = stretches.get(i);
            if (i > 0) assertThat(stretch.from()).isEqualTo(stretches.get(i - 1).to());
            assertThat(stretch.covering()).isEqualTo(coverage.of(name, stretch.from()));
            var within = stretch.from().plusMillis((long) (random.nextDouble() * Duration.between(stretch.from(), stretch.to()).toMillis()));
            assertThat(answer(stretch.covering())).as("at %s", within).isEqualTo(answer(coverage.of(name, within)));
            assertThat(answer(stretch.covering())).isEqualTo(answer(coverage.of(name, stretch.to().minusMillis(1))));
        }
        assertThat(stretches.stream().map(stretch -> stretch.covering().status()).distinct()).hasSizeGreaterThan(1);
    }

    @Test
    void manyAreAskedForWithAsManyQueriesAsFew() {
        var now = clock.instant();
        var file = new StringBuilder(people());
        for (var i = 0; i < 60; i++) {
            file.append(document("Team", "many-" + i, "kind: product, members: [over-ann, over-bob], lead: over-ann"));
            file.append(document("Schedule", "many-" + i, "team: many-%d, hours: always, timeZone: Europe/London, layers: [%s]".formatted(i, layer("P1D", PEOPLE))));
            file.append(document("Service", "many-" + i, "kind: digital, owner: many-%d, exposurePerHour: {revenue: 1000, cost: 0}, demand: High".formatted(i)));
        }
        apply(file.toString());
        var names = IntStream.range(0, 60).mapToObj(i -> "many-" + i).toList();
        var services = names.stream().map(ServiceName::new).toList();
        var end = now.plus(Duration.ofDays(14));

        assertThat(schedules.shifts(names, now, end)).hasSize(60)
                .allSatisfy((name, shifts) -> assertThat(shifts).isEqualTo(schedules.shifts(name, now, end)));
        assertThat(statements(() -> schedules.shifts(names, now, end))).isEqualTo(statements(() -> schedules.shifts(names.subList(0, 3), now, end)));
        assertThat(statements(() -> coverage.of(services, now))).isEqualTo(statements(() -> coverage.of(services.subList(0, 3), now)));
        assertThat(statements(() -> coverage.over(services.getFirst(), now, end)))
                .isEqualTo(statements(() -> coverage.over(services.getFirst(), now, now.plusSeconds(60))));
        // What none of the few has, an open incident say, is one question more for all of the many.
        for (var kind : List.of("Team", "Service", "Person")) {
            var few = statements(() -> things.list(kind, now, null, new Limit(3), ADMIN));
            assertThat(statements(() -> things.list(kind, now, null, new Limit(60), ADMIN))).as(kind).isBetween(few, few + 2);
        }
    }

    private static int statements(java.util.function.Supplier<?> work) {
        return Statements.of(work).size();
    }

    private static List<Object> answer(Covering covering) {
        return List.of(covering.status(), covering.level(), covering.hours(), covering.people(), covering.gap(), String.valueOf(covering.schedule()));
    }

    private NewOverride override(Random random) {
        var from = clock.instant().plus(Duration.ofMinutes(random.nextInt(6_000)));
        return new NewOverride(from, from.plus(Duration.ofMinutes(30 + random.nextInt(2_000))), new PersonName(some(random)), null);
    }

    private String documents(ServiceName name, Random random, Instant from) {
        var seed = name.value().substring("over-".length());
        var peak = from.plus(Duration.ofHours(30 + random.nextInt(100)));
        return people()
                + document("Domain", "over-" + seed, "grouping: customer-journey")
                + document("Team", "over-" + seed, "kind: product, members: [over-ann, over-bob], lead: %s%s".formatted(
                        some(random), random.nextBoolean() ? "" : ", workingHours: {timeZone: Asia/Tokyo, days: [MON, TUE, WED, THU, FRI], from: \"08:00\", to: \"16:00\"}"))
                + document("Team", "over-other-" + seed, "kind: product, members: [over-cas], lead: over-dee")
                + document("Service", name.value(), "kind: digital, owner: %s, domain: over-%s, exposurePerHour: {revenue: %d, cost: 0}, demand: Very High, peaks: [{name: sale, from: \"%s\", to: \"%s\", exposurePerHour: {revenue: 500000, cost: 0}, leadIn: PT6H}]".formatted(
                        random.nextInt(4) == 0 ? "over-other-" + seed : "over-" + seed, seed, List.of(1_000, 100_000, 500_000).get(random.nextInt(3)), peak, peak.plus(Duration.ofHours(1 + random.nextInt(90)))))
                + schedule("over-working-" + seed, "team: over-" + seed + ", hours: working", random, ", restrict: [{days: [MON, TUE, THU], from: \"10:00\", to: \"15:00\"}]")
                + schedule("over-night-" + seed, "team: over-" + seed + ", hours: out-of-hours", random, ", restrict: [{days: [SAT, SUN, MON], from: \"00:00\", to: \"21:00\"}]")
                + schedule("over-domain-" + seed, "domain: over-" + seed + ", hours: out-of-hours", random, "")
                + schedule("over-duty-" + seed, "duty: incident-manager, hours: always", random, "");
    }

    private static String schedule(String name, String holder, Random random, String more) {
        var people = new LinkedHashSet<>(PEOPLE).stream().collect(java.util.stream.Collectors.toList());
        Collections.shuffle(people, random);
        var every = List.of("P1D", "P2D", "P1W").get(random.nextInt(3));
        return document("Schedule", name, holder + ", timeZone: Europe/London, layers: [" + layer(every, people.subList(0, 3)).replace("}", more + "}") + "]");
    }

    private static String layer(String every, List<String> people) {
        return "{start: \"2026-06-01T09:00\", every: %s, people: [%s]}".formatted(every, String.join(", ", people));
    }

    private static String people() {
        var documents = new StringBuilder();
        PEOPLE.forEach(person -> documents.append(document("Person", person,
                "email: %s@example.com, timeZone: Europe/London%s".formatted(person, person.equals("over-dee") ? ", roles: [admin]" : ""))));
        return documents.toString();
    }

    private static String some(Random random) {
        return PEOPLE.get(random.nextInt(PEOPLE.size()));
    }

    private static String document(String kind, String name, String spec) {
        return "apiVersion: holdfast.dev/v1\nkind: %s\nmetadata: {name: %s}\nspec: {%s}\n---\n".formatted(kind, name, spec);
    }

    private void apply(String yaml) {
        catalogue.apply(yaml.getBytes(UTF_8), ADMIN, false);
    }
}
