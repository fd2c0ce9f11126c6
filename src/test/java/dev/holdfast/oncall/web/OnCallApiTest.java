package dev.holdfast.oncall.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.HoldfastTest;
import dev.holdfast.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** Who is on call, as programs see it. */
@HoldfastTest
@TestPropertySource(properties = "holdfast.admin-token=" + OnCallApiTest.TOKEN)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
class OnCallApiTest {

    static final String TOKEN = "hf_oncall_oncall_oncall_oncall_oncall";

    @LocalServerPort
    private int port;

    @Autowired
    private TestClock clock;

    private Program program;

    @BeforeEach
    void somePeople() {
        program = new Program(port, TOKEN);
        var people = new TreeSet<>(List.of("ann", "bob", "cas", "dee", "eli", "fay", "gus", "hal", "ivy"));
        program.apply(people.stream().map(Written::person).toList());
        program.apply(List.of(
                Written.team("bedroom-team", "product", "members: [ann, bob, cas, dee], productManager: ann, lead: bob"),
                Written.team("bridge", "operations-bridge", "members: [gus]"),
                Written.team("app-support", "application-support", "members: [hal]"),
                """
                apiVersion: holdfast.dev/v1
                kind: Domain
                metadata: {name: furnishing}
                spec: {grouping: customer-journey, budgetHolder: ann}
                """));
    }

    @Test
    void shiftsAreCutToTheWindowAndGapsAreNamed() {
        program.apply(List.of(Written.schedule("office", "team: bedroom-team, hours: working", """
                [{start: "2026-11-02T09:00", every: P1W, people: [ann, bob], restrict: [{days: [MON, TUE], from: "09:00", to: "17:00"}]}]""")));

        var shifts = program.get("/schedules/office/shifts?from=2026-11-02T10:00:00Z&to=2026-11-03T12:00:00Z").body();

        assertThat(shifts.get("items")).hasSize(2);
        assertThat(shifts.at("/items/0/from").asString()).isEqualTo("2026-11-02T10:00:00Z");
        assertThat(shifts.at("/items/0/to").asString()).isEqualTo("2026-11-02T17:00:00Z");
        assertThat(shifts.at("/items/1/person").asString()).isEqualTo("ann");
        assertThat(shifts.at("/items/1/layer").asInt()).isZero();
        assertThat(shifts.at("/items/1/turn").asInt()).isZero();
        assertThat(shifts.at("/gaps/0/from").asString()).isEqualTo("2026-11-02T17:00:00Z");
        assertThat(shifts.at("/gaps/0/to").asString()).isEqualTo("2026-11-03T09:00:00Z");
    }

    @Test
    void anOverrideOfToday() {
        program.apply(List.of(Written.schedule("night", "team: bedroom-team, hours: out-of-hours", Written.weekly("ann", "bob", "cas"))));
        var from = clock.instant().plus(Duration.ofHours(1));
        var body = "{\"from\": \"%s\", \"to\": \"%s\", \"person\": \"dee\", \"note\": \"dentist\"}";

        var made = program.post("/schedules/night/overrides", body.formatted(from, from.plus(Duration.ofHours(8))));

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().get("note").asString()).isEqualTo("dentist");
        var during = program.get("/schedules/night/on-call?at=" + from.plusSeconds(60)).body();
        assertThat(during.get("person").asString()).isEqualTo("dee");
        assertThat(during.get("layer").asString()).isEqualTo("override");
        clock.advance(Duration.ofHours(2));
        assertThat(program.delete("/schedules/night/overrides/" + made.body().get("id").asString())).isEqualTo(204);
        assertThat(program.get("/schedules/night/on-call?at=" + from.plusSeconds(60)).body().get("person").asString()).isEqualTo("dee");
        assertThat(program.get("/schedules/night/on-call").body().get("layer").isNumber()).isTrue();
        assertThat(program.delete("/schedules/night/overrides/nothing")).isEqualTo(404);
    }

    @Test
    void anOverrideThatCannotBeIsRefused() {
        program.apply(List.of(Written.schedule("refusing", "team: bedroom-team, hours: always", Written.weekly("ann", "bob", "cas"))));
        var path = "/schedules/refusing/overrides";
        var from = clock.instant().plus(Duration.ofHours(1));

        assertThat(program.post(path, "{}").faults()).containsExactly("from REQUIRED", "to REQUIRED", "person REQUIRED");
        assertThat(program.post(path, "{\"from\": \"%s\", \"to\": \"%s\", \"person\": \"nobody\"}".formatted(from, from.plusSeconds(60))).faults())
                .containsExactly("person UNKNOWN_REFERENCE");
        assertThat(program.post(path, "{\"from\": \"%s\", \"to\": \"%s\", \"person\": \"ann\"}".formatted(from, from)).faults())
                .containsExactly("to OUT_OF_RANGE");
        assertThat(program.post(path, "{\"from\": \"tomorrow\", \"to\": \"%s\", \"person\": \"ann\"}".formatted(from)).status())
                .isEqualTo(400);
        assertThat(program.post("/schedules/no-such/overrides", "{\"from\": \"%s\", \"to\": \"%s\", \"person\": \"ann\"}"
                        .formatted(from, from.plusSeconds(60))).status())
                .isEqualTo(404);
    }

    @Test
    void aChangedRotationLeavesYesterdayAsItWas() {
        program.apply(List.of(Written.schedule("changing", "team: bedroom-team, hours: always", Written.weekly("ann", "bob", "cas"))));
        var before = clock.instant();
        var then = program.get("/schedules/changing/on-call?at=" + before).body().get("person").asString();
        clock.advance(Duration.ofDays(1));

        program.apply(List.of(Written.schedule("changing", "team: bedroom-team, hours: always", Written.weekly("gus"))));

        assertThat(program.get("/schedules/changing/on-call").body().get("person").asString()).isEqualTo("gus");
        assertThat(program.get("/schedules/changing/on-call?at=" + before).body().get("person").asString()).isEqualTo(then);
        var shifts = program.get("/schedules/changing/shifts?from=%s&to=%s".formatted(before, clock.instant().plusSeconds(60))).body().get("items");
        assertThat(shifts.get(0).get("person").asString()).isEqualTo(then);
        assertThat(shifts.get(shifts.size() - 1).get("person").asString()).isEqualTo("gus");
    }

    @Test
    void everyFaultOfAScheduleIsNamedWithItsPath() {
        var answer = program.apply(List.of("""
                apiVersion: holdfast.dev/v1
                kind: Schedule
                metadata: {name: faulty}
                spec:
                  team: bedroom-team
                  domain: furnishing
                  hours: sometimes
                  colour: red
                  layers:
                    - {start: "2026-11-02", every: P0D, people: [nobody-at-all], when: now}
                    - {start: "2026-11-02T09:00", every: P1W, turns: active, people: [ann], timeZone: Mars/North}
                  overrides: [{from: "2026-11-10T09:00:00Z", to: "2026-11-10T09:00:00Z", person: ann}]
                """));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.faults()).contains(
                "spec.domain STATE",
                "spec.hours UNKNOWN_VALUE",
                "spec.colour UNKNOWN_FIELD",
                "spec.timeZone REQUIRED",
                "spec.layers[0].start MALFORMED",
                "spec.layers[0].every OUT_OF_RANGE",
                "spec.layers[0].people[0] UNKNOWN_REFERENCE",
                "spec.layers[0].when UNKNOWN_FIELD",
                "spec.layers[1].turns OUT_OF_RANGE",
                "spec.layers[1].timeZone UNKNOWN_VALUE",
                "spec.overrides[0].to OUT_OF_RANGE");
    }

    @Test
    void aServiceIsCoveredByLevelAndHours() {
        program.apply(List.of(
                Written.schedule("furnishing-night", "domain: furnishing, hours: out-of-hours", Written.weekly("eli", "fay", "ivy")),
                Written.schedule("bedroom-day", "team: bedroom-team, hours: working", Written.weekly("ann", "bob", "cas")),
                Written.service("wardrobe", "exposurePerHour: {revenue: 180000, cost: 20000}, demand: Very High"),
                Written.service("lamp", """
                        exposurePerHour: {revenue: 100, cost: 0}, demand: Very High,
                            peaks: [{name: Sale, from: "2026-11-28T04:00:00Z", to: "2026-11-30T00:00:00Z", exposurePerHour: {revenue: 240000, cost: 0}}]""")));

        var night = program.get("/services/wardrobe/on-call?at=2026-11-25T03:00:00Z").body();
        assertThat(night.get("status").asString()).isEqualTo("covered");
        assertThat(night.get("level").asString()).isEqualTo("domain");
        assertThat(night.get("hours").asString()).isEqualTo("out-of-hours");
        assertThat(night.get("schedule").asString()).isEqualTo("furnishing-night");
        assertThat(night.get("until").asString()).isEqualTo("2026-11-25T09:00:00Z");
        var day = program.get("/services/wardrobe/on-call?at=2026-11-25T11:00:00Z").body();
        assertThat(day.get("schedule").asString()).isEqualTo("bedroom-day");
        var held = program.get("/services/lamp/on-call?at=2026-11-25T03:00:00Z").body();
        assertThat(held.get("status").asString()).isEqualTo("suppressed");
        assertThat(held.get("suppressedUntil").asString()).isEqualTo("2026-11-25T09:00:00Z");
        assertThat(held.get("people")).isEqualTo(day.get("people"));
        var beforeThePeak = program.get("/services/lamp/on-call?at=2026-11-28T03:00:00Z").body();
        assertThat(beforeThePeak.get("suppressedUntil").asString()).isEqualTo("2026-11-28T04:00:00Z");
        assertThat(beforeThePeak.get("schedule").asString()).isEqualTo("furnishing-night");
        assertThat(program.get("/services/wardrobe?at=2026-11-25T03:00:00Z").body().at("/status/onCall/people")).isEqualTo(night.get("people"));
    }

    @Test
    void operationsAnswerByTier() {
        program.apply(List.of(
                Written.schedule("bridge-l1", "team: bridge, tier: L1, hours: always", Written.weekly("gus")),
                Written.schedule("support-l2", "team: app-support, tier: L2, hours: always", Written.weekly("hal")),
                Written.service("till", "exposurePerHour: {revenue: 100, cost: 0}, demand: Low")));

        var answer = program.get("/services/till/on-call?at=2026-11-25T03:00:00Z").body();

        assertThat(answer.get("level").asString()).isEqualTo("operations");
        assertThat(answer.at("/people/0").asString()).isEqualTo("gus");
        assertThat(answer.at("/tiers/0/tier").asString()).isEqualTo("L1");
        assertThat(answer.at("/tiers/1/team").asString()).isEqualTo("app-support");
        assertThat(answer.at("/tiers/1/people/0").asString()).isEqualTo("hal");
        assertThat(answer.get("gap").asBoolean()).isFalse();
    }

    @Test
    void aGapIsShownAndNeverSilent() {
        program.apply(List.of(Written.team("nobodys-team", "product", "members: [ann]"), """
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: forgotten}
                spec: {kind: digital, owner: nobodys-team, lifecycle: live}
                """));

        var answer = program.get("/services/forgotten/on-call?at=2026-11-25T03:00:00Z").body();

        assertThat(answer.get("status").asString()).isEqualTo("fallback");
        assertThat(answer.get("gap").asBoolean()).isTrue();
        assertThat(answer.get("level").asString()).isEqualTo("team");
        assertThat(answer.at("/explain/0/code").asString()).isEqualTo("UNASSESSED");
        assertThat(program.get("/services/no-such/on-call").status()).isEqualTo(404);
    }

    @Test
    void checksNameWhatWantsMending() {
        program.apply(List.of(
                Written.team("small-team", "product", "members: [ann, bob, cas, dee, eli]"),
                Written.schedule("small", "team: small-team, hours: always", """
                        [{start: "2020-01-06T09:00", every: P1W, people: [ann, bob], restrict: [{from: "09:00", to: "17:00"}]}]"""),
                Written.schedule("small-too", "team: small-team, hours: always", Written.weekly("ann", "bob", "cas"))));

        var checks = program.get("/on-call/checks?schedule=small").body().get("items");

        assertThat(checks.valueStream().map(check -> check.get("code").asString()))
                .contains("FEW_PARTICIPANTS", "FEW_OF_TEAM", "GAP", "TOO_OFTEN", "UNREACHABLE");
        assertThat(program.get("/on-call/checks?schedule=small-too").body().get("items").valueStream().map(check -> check.get("code").asString()))
                .contains("SCHEDULE_NOT_USED");
        assertThat(program.get("/on-call").body().get("items").valueStream().map(now -> now.get("schedule").asString())).contains("small");
    }
}
