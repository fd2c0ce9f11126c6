package dev.holdfast.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import dev.holdfast.TestClock;
import dev.holdfast.access.Scope;
import dev.holdfast.access.Tokens;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.notification.Notifications;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What wants mending is told once, when its people work, and not any more once it is mended; and what programs are told of it. */
@HoldfastTest
class FindingsToldTest {

    private static final Viewer ADMIN =
            new Viewer("admin", null, Set.of("admin"), Set.of(), EnumSet.allOf(Scope.class), null, "ci");

    @LocalServerPort
    private int port;

    @Autowired
    private Tokens tokens;

    @Autowired
    private FindingsTold told;

    @Autowired
    private Schedules schedules;

    @Autowired
    private Notifications notifications;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TestClock clock;

    @Test
    void aGapIsToldOnceVanishesWhenMendedAndIsToldAgainWhenItReturns() {
        var api = organisation("told");
        told.look();

        var gaps = found(api, "told-nights", "GAP");
        assertThat(gaps).hasSize(1);
        assertThat(toldOf("told-nights", "GAP")).isEqualTo(1);
        told.look();
        assertThat(toldOf("told-nights", "GAP")).isEqualTo(1);

        var from = Instant.parse(gaps.getFirst().split(" ")[0]);
        var made = schedules.override("told-nights", new NewOverride(from.minusSeconds(60), from.plus(Duration.ofDays(800)), new PersonName("told-ann"), null), ADMIN);
        told.look();
        assertThat(found(api, "told-nights", "GAP")).isEmpty();
        assertThat(open("told-nights", "GAP")).isZero();

        schedules.endOverride("told-nights", made.id(), ADMIN);
        told.look();
        assertThat(toldOf("told-nights", "GAP")).isEqualTo(2);
    }

    @Test
    void aMessageWaitsUntilItsReaderWorksAndIsNotSentForWhatIsMended() {
        organisation("calm");
        told.look();

        var batch = db.sql("select batch from oncall.finding_told join oncall.finding on id = finding where schedule = 'calm-nights' and person = 'calm-lea' limit 1")
                .query(String.class).single();
        var letters = notifications.regarding("mend:" + batch).stream().filter(it -> it.person().value().equals("calm-lea")).toList();

        assertThat(letters).singleElement().satisfies(letter -> {
            assertThat(letter.type()).isEqualTo("mend");
            assertThat(isWorking(letter.due()) || letter.due().atOffset(ZoneOffset.UTC).getHour() == 9).isTrue();
        });
        var delivery = letters.getFirst();
        assertThat(told.brief(delivery, clock.instant())).hasValueSatisfying(briefing -> {
            assertThat(briefing.urgent()).isFalse();
            assertThat(briefing.text()).contains("Nobody is on call");
        });
        db.sql("update oncall.finding set gone_at = now() where schedule = 'calm-nights'").update();
        assertThat(told.brief(delivery, clock.instant())).isEmpty();
    }

    @Test
    void theForecastSaysWhatAnHourPutsAtRiskAndWhereItIsMendedPageByPage() {
        var api = organisation("priced");

        var all = api.get("/api/v1/on-call/forecast?team=priced").body().get("items");
        var gap = all.valueStream().filter(it -> it.get("code").asString().equals("GAP")).findFirst().orElseThrow();

        assertThat(gap.at("/exposurePerHour/amount").asString()).startsWith("700000");
        assertThat(gap.at("/mend/url").asString()).isEqualTo("/schedules/priced-nights");
        assertThat(gap.get("since").asString()).isNotEmpty();
        assertThat(all.valueStream().filter(it -> it.get("code").asString().equals("UNREACHABLE")).map(it -> it.at("/people/0").asString()))
                .contains("priced-bob");
        var first = api.get("/api/v1/on-call/forecast?team=priced&limit=1").body();
        assertThat(first.get("items")).hasSize(1);
        var second = api.get("/api/v1/on-call/forecast?team=priced&limit=500&cursor=" + first.get("next").asString()).body();
        assertThat(second.get("items")).hasSize(all.size() - 1);
        assertThat(api.get("/api/v1/on-call/forecast?months=0").status()).isEqualTo(422);
        assertThat(api.get("/api/v1/on-call/forecast?months=many").status()).isEqualTo(400);
        assertThat(api.as("hf_none").get("/api/v1/on-call/forecast").status()).isEqualTo(401);
    }

    private List<String> found(Api api, String schedule, String code) {
        return api.get("/api/v1/on-call/forecast?limit=500&schedule=" + schedule).body().get("items").valueStream()
                .filter(it -> it.get("code").asString().equals(code))
                .map(it -> it.get("from").asString() + " " + it.get("to").asString())
                .toList();
    }

    private int toldOf(String schedule, String code) {
        return db.sql("select count(*) from oncall.finding_told join oncall.finding on id = finding where schedule = :schedule and code = :code")
                .param("schedule", schedule).param("code", code).query(Integer.class).single();
    }

    private int open(String schedule, String code) {
        return db.sql("select count(*) from oncall.finding where schedule = :schedule and code = :code and gone_at is null")
                .param("schedule", schedule).param("code", code).query(Integer.class).single();
    }

    private static boolean isWorking(Instant at) {
        return at.atOffset(ZoneOffset.UTC).getHour() >= 9 && at.atOffset(ZoneOffset.UTC).getHour() < 18;
    }

    private Api organisation(String name) {
        var api = new Api("http://localhost:" + port, tokens.make(new Tokens.Wanted("care-" + name, EnumSet.allOf(Scope.class), null, null, null), ADMIN).secret());
        var ends = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(40).withHour(9).withMinute(0).withSecond(0).withNano(0);
        api.apply("""
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: %1$s-ann}
                spec: {timeZone: Europe/London, email: %1$s-ann@example.com, notify: [{after: PT0S, by: email}]}
                ---
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: %1$s-bob}
                spec: {timeZone: Europe/London}
                ---
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: %1$s-lea}
                spec: {timeZone: Europe/London, notify: [{after: PT0S, by: ntfy, to: "https://ntfy.example.com/%1$s"}]}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: %1$s}
                spec: {kind: product, members: [%1$s-ann, %1$s-bob, %1$s-lea], lead: %1$s-lea}
                ---
                apiVersion: holdfast.dev/v1
                kind: Schedule
                metadata: {name: %1$s-nights}
                spec: {team: %1$s, hours: out-of-hours, timeZone: Europe/London, layers: [{start: "2026-06-01T09:00", every: P1W, people: [%1$s-ann, %1$s-bob], to: "%2$s"}]}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: %1$s}
                spec: {kind: digital, owner: %1$s, exposurePerHour: {revenue: 700000, cost: 0}, demand: Very High}
                """.formatted(name, ends));
        return api;
    }
}
