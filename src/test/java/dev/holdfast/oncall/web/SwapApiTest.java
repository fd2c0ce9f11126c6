package dev.holdfast.oncall.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import dev.holdfast.Phones;
import dev.holdfast.TestClock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** A schedule before it is applied, shifts that change hands, and whoever is told of it. */
@HoldfastTest
@TestPropertySource(properties = {"holdfast.admin-token=" + SwapApiTest.TOKEN, "holdfast.outbound-allow=127.0.0.0/8"})
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
class SwapApiTest {

    static final String TOKEN = "hf_swaps_swaps_swaps_swaps_swaps_swaps";

    @LocalServerPort
    private int port;

    @Autowired
    private TestClock clock;

    private Phones phones;
    private Api admin;
    private Instant monday;

    /** It is Wednesday noon: people work, and are told at once. */
    @BeforeEach
    void apply() {
        clock.advanceTo(clock.instant().atZone(ZoneOffset.UTC).with(TemporalAdjusters.next(DayOfWeek.WEDNESDAY)).with(LocalTime.NOON).toInstant());
        monday = clock.instant().atZone(ZoneOffset.UTC).with(TemporalAdjusters.next(DayOfWeek.MONDAY)).with(LocalTime.of(9, 0)).toInstant();
        phones = new Phones();
        admin = new Api("http://localhost:" + port, TOKEN);
        for (var name : List.of("sw-ann", "sw-bob", "sw-cas", "sw-lea", "sw-out")) {
            admin.apply("""
                    apiVersion: holdfast.dev/v1
                    kind: Person
                    metadata: {name: %s, title: "%s"}
                    spec: {timeZone: Australia/Lord_Howe, notify: [{by: webhook, to: "%s", secret: "0123456789abcdef", after: PT0S}]}
                    """.formatted(name, name.toUpperCase(java.util.Locale.ROOT), phones.of(name))).expect(200);
        }
        admin.apply("""
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: sw-team}
                spec: {kind: product, members: [sw-ann, sw-bob, sw-cas], lead: sw-lea, productManager: sw-lea}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: sw-others}
                spec: {kind: product, members: [sw-out], lead: sw-out, productManager: sw-out}
                """).expect(200);
    }

    @AfterEach
    void close() {
        phones.close();
    }

    @Test
    void aPreviewSaysWhatWouldMoveAndChangesNothing() {
        schedule("sw-preview", "[sw-ann, sw-bob, sw-cas]");
        var before = admin.get("/api/v1/schedules/sw-preview").expect(200).text();

        var preview = admin.post("/api/v1/schedules/sw-preview/preview", spec("[sw-bob, sw-ann, sw-cas]")).expect(200);

        assertThat(preview.body().get("items").size()).isBetween(8, 9);
        assertThat(preview.body().get("gaps").size()).isEqualTo(preview.at("/items/0/from").equals(monday.toString()) ? 1 : 0);
        assertThat(preview.body().get("moved").valueStream().map(move -> move.get("person").asString())).contains("sw-ann", "sw-bob").doesNotContain("sw-cas");
        assertThat(preview.at("/moved/0/was/from")).isNotEmpty();
        assertThat(preview.at("/moved/0/becomes/from")).isNotEmpty();
        assertThat(preview.body().get("checks").valueStream().map(check -> check.get("code").asString())).doesNotContain("FEW_PARTICIPANTS");
        assertThat(admin.get("/api/v1/schedules/sw-preview").text()).isEqualTo(before);
        assertThat(admin.post("/api/v1/schedules/sw-preview/preview", spec("[sw-ann, sw-bob, sw-cas]")).expect(200).body().get("moved")).isEmpty();
    }

    @Test
    void aPreviewIsOfASchedulesThatIsNotThereYetAsWell() {
        var preview = admin.post("/api/v1/schedules/sw-fresh/preview?weeks=2", spec("[sw-ann]")).expect(200);

        assertThat(preview.body().get("moved").valueStream().allMatch(move -> move.get("was").isNull())).isTrue();
        assertThat(preview.body().get("checks").valueStream().map(check -> check.get("code").asString())).contains("FEW_PARTICIPANTS");
        assertThat(admin.get("/api/v1/schedules/sw-fresh").status()).isEqualTo(404);
    }

    @Test
    void whatCannotBePreviewedIsRefusedWithItsReason() {
        assertThat(admin.post("/api/v1/schedules/sw-x/preview", "{\"team\": \"sw-team\", \"layers\": [{\"people\": [\"nobody\"]}]}").status()).isEqualTo(422);
        assertThat(admin.post("/api/v1/schedules/sw-x/preview?weeks=many", spec("[sw-ann]")).status()).isEqualTo(422);
        assertThat(admin.post("/api/v1/schedules/sw-x/preview?weeks=99", spec("[sw-ann]")).status()).isEqualTo(422);
        assertThat(admin.post("/api/v1/schedules/sw-x/preview", "[]").status()).isEqualTo(400);
        assertThat(admin.post("/api/v1/schedules/Sw X/preview".replace(" ", "%20"), spec("[sw-ann]")).status()).isEqualTo(422);
        assertThat(of("sw-out", "sw-others").post("/api/v1/schedules/sw-x/preview", spec("[sw-ann]")).status()).isEqualTo(403);
    }

    @Test
    void anOverrideTellsWhoseShiftMovesOnceAndInTheirZone() {
        schedule("sw-told", "[sw-ann, sw-bob, sw-cas]");
        var night = monday.plus(Duration.ofHours(9));
        var ofBob = person(monday, "sw-told");

        admin.post("/api/v1/schedules/sw-told/overrides", "{\"from\": \"%s\", \"to\": \"%s\", \"person\": \"%s\"}"
                .formatted(night, night.plus(Duration.ofHours(15)), other(ofBob))).expect(201);

        var was = phones.await(call -> call.person().equals(ofBob) && call.type().equals("moved"));
        assertThat(was.body().at("/moved/0/was/from").asString()).isEqualTo(night.toString());
        assertThat(was.body().at("/moved/0/becomes").isNull()).isTrue();
        var becomes = phones.await(call -> call.person().equals(other(ofBob)) && call.type().equals("moved"));
        assertThat(becomes.body().at("/moved/0/becomes/from").asString()).isEqualTo(night.toString());
        assertThat(phones.to(ofBob)).hasSize(1);
        assertThat(phones.to("sw-lea")).isEmpty();
    }

    @Test
    void aFileThatMovesSeveralSchedulesTellsEachOnce() {
        schedule("sw-file-a", "[sw-ann, sw-bob, sw-cas]");
        schedule("sw-file-b", "[sw-ann, sw-bob, sw-cas]");
        assertThat(phones.calls()).isEmpty();

        admin.apply(document("sw-file-a", "[sw-bob, sw-ann, sw-cas]") + "---\n" + document("sw-file-b", "[sw-bob, sw-ann, sw-cas]")).expect(200);

        var told = phones.await(call -> call.person().equals("sw-ann") && call.type().equals("moved"));
        assertThat(told.body().get("moved").valueStream().map(move -> move.get("schedule").asString())).contains("sw-file-a", "sw-file-b");
        phones.await(call -> call.person().equals("sw-bob"));
        assertThat(phones.to("sw-ann")).hasSize(1);
        assertThat(phones.to("sw-cas")).isEmpty();
    }

    @Test
    void aSwapChangesTheScheduleOnlyWhenItIsAgreed() {
        schedule("sw-swap", "[sw-ann, sw-bob, sw-cas]");
        var giver = person(monday, "sw-swap");
        var taker = person(week(1), "sw-swap");

        var swap = of(giver, null).post("/api/v1/schedules/sw-swap/swaps", swap(giver, 0, taker, 1)).expect(201);
        assertThat(swap.at("/state")).isEqualTo("asked");
        assertThat(swap.header("Location")).hasValue("/api/v1/swaps/" + swap.at("/id"));
        assertThat(person(monday, "sw-swap")).isEqualTo(giver);
        assertThat(phones.await(call -> call.person().equals(taker) && call.type().equals("swap")).body().at("/swap/state").asString()).isEqualTo("asked");

        var agreed = of(taker, null).post("/api/v1/swaps/" + swap.at("/id") + "/agree", "{}").expect(200);

        assertThat(agreed.at("/state")).isEqualTo("agreed");
        assertThat(person(monday, "sw-swap")).isEqualTo(taker);
        assertThat(person(week(1), "sw-swap")).isEqualTo(giver);
        var overrides = admin.get("/api/v1/schedules/sw-swap/overrides").body().get("items");
        assertThat(overrides.valueStream().map(it -> it.get("swap").asString())).hasSize(2).containsOnly(swap.at("/id"));
        phones.await(call -> call.person().equals(giver) && call.type().equals("moved"));
        phones.await(call -> call.person().equals(taker) && call.type().equals("moved"));
        assertThat(of(taker, null).post("/api/v1/swaps/" + swap.at("/id") + "/agree", "{}").expect(200).at("/state")).isEqualTo("agreed");
        assertThat(of(giver, null).post("/api/v1/swaps/" + swap.at("/id") + "/withdraw", "{}").status()).isEqualTo(409);
        assertThat(admin.get("/api/v1/ledger?subject=schedule/sw-swap").text()).contains("swap-asked").contains("swap-agreed");
    }

    @Test
    void onlyThePeopleOfASwapSaySomethingToIt() {
        schedule("sw-rights", "[sw-ann, sw-bob, sw-cas]");
        var giver = person(monday, "sw-rights");
        var taker = person(week(1), "sw-rights");
        assertThat(of(taker, null).post("/api/v1/schedules/sw-rights/swaps", swap(giver, 0, taker, 1)).status()).isEqualTo(403);
        var id = of(giver, null).post("/api/v1/schedules/sw-rights/swaps", swap(giver, 0, taker, 1)).expect(201).at("/id");

        assertThat(of("sw-lea", null).post("/api/v1/swaps/" + id + "/agree", "{}").status()).isEqualTo(403);
        assertThat(of("sw-lea", null).post("/api/v1/swaps/" + id + "/agree", "{\"person\": \"" + taker + "\"}").status()).isEqualTo(403);
        assertThat(of(giver, null).post("/api/v1/swaps/" + id + "/agree", "{}").status()).isEqualTo(403);
        assertThat(of(null, "sw-team").post("/api/v1/swaps/" + id + "/agree", "{\"person\": \"" + taker + "\"}").status()).isEqualTo(403);
        assertThat(of("sw-out", null).post("/api/v1/swaps/" + id + "/withdraw", "{}").status()).isEqualTo(403);
        assertThat(admin.as(null).post("/api/v1/swaps/" + id + "/agree", "{}").status()).isEqualTo(401);
        assertThat(admin.get("/api/v1/swaps/" + id).at("/state")).isEqualTo("asked");
        assertThat(of(taker, null).post("/api/v1/swaps/" + id + "/decline", "{}").expect(200).at("/state")).isEqualTo("declined");
        assertThat(phones.await(call -> call.person().equals(giver) && call.type().equals("swap")).body().at("/swap/state").asString()).isEqualTo("declined");
        assertThat(of(taker, null).post("/api/v1/swaps/" + id + "/agree", "{}").status()).isEqualTo(409);
    }

    @Test
    void ofTwoWhoAgreeAtTheSameInstantOneWins() throws Exception {
        schedule("sw-race", "[sw-ann, sw-bob, sw-cas]");
        var giver = person(monday, "sw-race");
        var others = List.of(person(week(1), "sw-race"), person(week(2), "sw-race"));
        for (var round = 0; round < 5; round++) {
            var id = of(giver, null).post("/api/v1/schedules/sw-race/swaps", "{\"give\": %s}".formatted(side(giver, 3 * round))).expect(201).at("/id");

            try (var both = Executors.newFixedThreadPool(2)) {
                var answers = both.invokeAll(others.stream().map(it -> (Callable<Integer>) () -> of(it, null).post("/api/v1/swaps/" + id + "/agree", "{}").status()).toList());

                assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 409);
            }
            assertThat(admin.get("/api/v1/schedules/sw-race/overrides").body().get("items").size()).isEqualTo(round + 1);
        }
    }

    @Test
    void aShiftThatHasMovedSinceIsNotSwapped() {
        schedule("sw-moved", "[sw-ann, sw-bob, sw-cas]");
        var giver = person(monday, "sw-moved");
        var taker = person(week(1), "sw-moved");
        var id = of(giver, null).post("/api/v1/schedules/sw-moved/swaps", swap(giver, 0, taker, 1)).expect(201).at("/id");
        admin.post("/api/v1/schedules/sw-moved/overrides", "{\"from\": \"%s\", \"to\": \"%s\", \"person\": \"%s\"}"
                .formatted(monday.plus(Duration.ofDays(1)), monday.plus(Duration.ofDays(2)), taker)).expect(201);

        var answer = of(taker, null).post("/api/v1/swaps/" + id + "/agree", "{}").expect(409);

        assertThat(answer.text()).contains("STATE");
        assertThat(admin.get("/api/v1/swaps/" + id).at("/state")).isEqualTo("asked");
    }

    @Test
    void whatNobodyAnswersExpiresWhenItBegins() {
        schedule("sw-late", "[sw-ann, sw-bob, sw-cas]");
        var giver = person(monday, "sw-late");
        var id = of(giver, null).post("/api/v1/schedules/sw-late/swaps", "{\"give\": %s, \"note\": \"a wedding\"}".formatted(side(giver, 0))).expect(201).at("/id");

        clock.advanceTo(monday.plusSeconds(1));

        assertThat(phones.await(call -> call.person().equals(giver) && call.type().equals("swap")).body().at("/swap/state").asString()).isEqualTo("expired");
        assertThat(admin.get("/api/v1/swaps/" + id).at("/state")).isEqualTo("expired");
        assertThat(of(person(week(1), "sw-late"), null).post("/api/v1/swaps/" + id + "/agree", "{}").status()).isEqualTo(409);
        assertThat(person(clock.instant(), "sw-late")).isEqualTo(giver);
    }

    @Test
    void whatCannotBeSwappedIsRefusedWithItsReason() {
        schedule("sw-wrong", "[sw-ann, sw-bob, sw-cas]");
        var giver = person(monday, "sw-wrong");
        var taker = person(week(1), "sw-wrong");
        for (var body : List.of("{}", "{\"give\": {\"person\": \"x y\"}}", "{\"give\": {\"person\": \"" + giver + "\"}}", "{\"give\": %s}".formatted(side(taker, 0)),
                swap(giver, 0, giver, 3), swap(giver, 0, taker, 2), "{\"give\": %s, \"take\": {\"person\": \"nobody\"}}".formatted(side(giver, 0)),
                "{\"give\": {\"person\": \"%s\", \"from\": \"2020-01-01T00:00:00Z\", \"to\": \"2020-01-02T00:00:00Z\"}}".formatted(giver))) {
            assertThat(admin.post("/api/v1/schedules/sw-wrong/swaps", body).status()).as(body).isEqualTo(422);
        }
        assertThat(admin.post("/api/v1/schedules/sw-none/swaps", swap(giver, 0, taker, 1)).status()).isEqualTo(404);
        assertThat(admin.post("/api/v1/swaps/none/agree", "{\"person\": \"sw-ann\"}").status()).isEqualTo(404);
        assertThat(admin.get("/api/v1/schedules/sw-wrong/swaps").body().get("items")).isEmpty();
    }

    private void schedule(String name, String people) {
        admin.apply(document(name, people)).expect(200);
    }

    /** A week each, from last Monday on. */
    private String document(String name, String people) {
        return "apiVersion: holdfast.dev/v1\nkind: Schedule\nmetadata: {name: %s}\nspec: %s\n".formatted(name, spec(people));
    }

    private String spec(String people) {
        var names = people.replaceAll("[a-z-]+", "\"$0\"");
        var start = monday.minus(Duration.ofDays(7)).toString().replace(":00Z", "");
        return "{\"team\": \"sw-team\", \"hours\": \"always\", \"timeZone\": \"UTC\", \"layers\": [{\"start\": \"%s\", \"every\": \"P1W\", \"people\": %s}]}"
                .formatted(start, names);
    }

    private Instant week(int number) {
        return monday.plus(Duration.ofDays(7L * number));
    }

    private String side(String person, int week) {
        return "{\"person\": \"%s\", \"from\": \"%s\", \"to\": \"%s\"}".formatted(person, week(week), week(week + 1));
    }

    private String swap(String giver, int given, String taker, int taken) {
        return "{\"give\": %s, \"take\": %s}".formatted(side(giver, given), side(taker, taken));
    }

    private String person(Instant at, String schedule) {
        return admin.get("/api/v1/schedules/" + schedule + "/on-call?at=" + at).expect(200).at("/person");
    }

    private static String other(String person) {
        return person.equals("sw-ann") ? "sw-bob" : "sw-ann";
    }

    /** By a token of a person, or of a team. */
    private Api of(String person, String team) {
        var owner = (person == null ? "" : ", \"person\": \"" + person + "\"") + (team == null ? "" : ", \"team\": \"" + team + "\"");
        var token = admin.post("/api/v1/tokens", "{\"name\": \"t%s\", \"scopes\": [\"read\", \"catalogue\"], \"expiresAt\": \"%s\"%s}"
                .formatted(System.nanoTime(), clock.instant().plus(Duration.ofDays(900)), owner)).expect(201).at("/token");
        return admin.as(token);
    }
}
