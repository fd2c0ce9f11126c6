package dev.holdfast.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import dev.holdfast.Statements;
import dev.holdfast.TestClock;
import dev.holdfast.access.Scope;
import dev.holdfast.access.Tokens;
import dev.holdfast.access.Viewer;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What change and incident managers have in their calendars, read back by another library. */
@HoldfastTest
class FeedPlansHttpTest {

    private static final Viewer ADMIN = new Viewer("admin", null, Set.of("admin"), Set.of(), EnumSet.allOf(Scope.class), null, "ci");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @LocalServerPort
    int port;

    @Autowired
    Tokens tokens;

    @Autowired
    TestClock clock;

    @Autowired
    FeedPlans plans;

    private Api admin;
    private LocalDate today;

    @BeforeEach
    void teamsThatMeet() {
        admin = api(null);
        today = LocalDate.ofInstant(clock.instant(), LONDON);
        admin.apply("""
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: plan-cas}
                spec: {timeZone: Europe/London}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: plan-managers}
                spec: {kind: change-management, members: [plan-cas]}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: plan-beds, title: Beds}
                spec:
                  kind: product
                  meetings:
                    - {kind: planning, title: "Planning; of beds, all", start: "%1$sT10:00", every: P2W, lasts: PT1H, timeZone: Europe/London,
                       address: "https://meet.example/beds"}
                    - {kind: demo, start: "%1$sT15:00", every: P1W, lasts: PT30M, timeZone: Europe/London}
                    - {kind: chaos-day, start: "%1$sT09:00", lasts: PT8H, timeZone: Europe/London}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: plan-lamps}
                spec: {kind: product, meetings: [{kind: planning, start: "%1$sT11:00", every: P1W, lasts: PT1H}]}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: plan-shop}
                spec: {kind: digital, owner: plan-beds}
                ---
                apiVersion: holdfast.dev/v1
                kind: FreezeWindow
                metadata: {name: plan-sales}
                spec: {services: [plan-shop], from: "%1$sT00:00", to: "%2$sT00:00", timeZone: Europe/London, reason: "The sales."}
                """.formatted(today.plusDays(8), today.plusDays(10))).expect(200);
    }

    @Test
    void changeManagersSeeWhatIsPlannedAndWhatWentOut() {
        var url = made("{\"for\": \"change-management\", \"team\": \"plan-beds\"}");
        var first = events(url);
        assertThat(first).extracting(FeedPlansHttpTest::summary)
                .contains("Beds: Planning; of beds, all", "Beds: Demo", "Freeze: plan-sales").noneMatch(each -> each.contains("Chaos"))
                .noneMatch(each -> each.contains("plan-lamps"));
        assertThat(only(first, "meeting.plan-beds.planning." + today.plusDays(8)).getDateStart().getValue().toInstant())
                .isEqualTo(today.plusDays(8).atTime(10, 0).atZone(LONDON).toInstant());

        var change = admin.post("/api/v1/changes", "{\"service\": \"plan-shop\", \"version\": \"1.7\", \"summary\": \"New beds\"}").expect(201).at("/number");
        var agenda = admin.post("/api/v1/cab-agendas", "{\"at\": \"%s\", \"changes\": [\"%s\"]}".formatted(clock.instant().plus(Duration.ofDays(1)), change))
                .expect(201).at("/id");
        var waits = events(url);
        assertThat(summary(only(waits, "agenda." + agenda))).isEqualTo("Agenda: 1 change");
        assertThat(only(waits, "agenda." + agenda).getDescription().getValue()).isEqualTo(change + " plan-shop 1.7: New beds");
        var id = "change." + change.substring("CHG-".length());
        assertThat(waits).noneMatch(event -> uid(event).startsWith(id + "@"));

        admin.post("/api/v1/changes/" + change + "/approve", "{\"person\": \"plan-cas\"}").expect(200);
        var may = only(events(url), id);
        assertThat(summary(may)).isEqualTo("plan-shop 1.7 may go out");
        assertThat(may.getSequence().getValue()).isZero();
        var went = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        clock.advance(Duration.ofMinutes(2));
        admin.post("/api/v1/deployments", """
                {"service": "plan-shop", "version": "1.7", "environment": "production", "status": "succeeded", "startedAt": "%s", "finishedAt": "%s"}
                """.formatted(went, went.plusSeconds(60))).expect(201);

        var after = events(url);
        assertThat(summary(only(after, id))).isEqualTo("plan-shop 1.7: successful");
        assertThat(List.of(only(after, id).getSequence().getValue(), only(after, id).getStatus().getValue())).containsExactly(1, "CONFIRMED");
        var day = LocalDate.ofInstant(went, LONDON);
        assertThat(summary(only(after, "releases.of-plan-beds." + day))).isEqualTo("Releases: 1 deployment of 1 service");
        clock.advance(Duration.ofDays(20));
        assertThat(events(url)).filteredOn(event -> uid(event).startsWith(id + "@") || uid(event).startsWith("releases.of-plan-beds." + day))
                .hasSize(2).allMatch(event -> event.getStatus().isConfirmed());
    }

    @Test
    void aRejectedChangeAndAMeetingThatIsNotHeldAreCancelled() {
        var url = made("{\"for\": \"change-management\", \"team\": \"plan-beds\"}");
        var change = admin.post("/api/v1/changes", "{\"service\": \"plan-shop\", \"version\": \"2.1\"}").expect(201).at("/number");
        admin.post("/api/v1/changes/" + change + "/approve", "{\"person\": \"plan-cas\"}").expect(200);
        var demo = "meeting.plan-beds.demo." + today.plusDays(15);
        assertThat(only(events(url), demo).getStatus().isConfirmed()).isTrue();

        admin.post("/api/v1/changes/" + change + "/reject", "{\"person\": \"plan-cas\", \"reason\": \"Not now.\"}").expect(200);
        admin.apply("""
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: plan-beds, title: Beds}
                spec: {kind: product, meetings: [{kind: demo, start: "%sT15:00", lasts: PT30M, timeZone: Europe/London}]}
                """.formatted(today.plusDays(8))).expect(200);

        var after = events(url);
        assertThat(only(after, demo).getStatus().isCancelled()).isTrue();
        assertThat(only(after, "meeting.plan-beds.demo." + today.plusDays(8)).getSequence().getValue()).isZero();
        assertThat(only(after, "change." + change.substring("CHG-".length())).getStatus().isCancelled()).isTrue();
    }

    @Test
    void incidentManagersSeePlanningAndChaosDaysOfAllTeams() {
        var events = events(made("{\"for\": \"incident-management\"}"));

        assertThat(events).extracting(FeedPlansHttpTest::summary).contains("Beds: Planning; of beds, all", "plan-lamps: Planning", "Beds: Chaos Day")
                .noneMatch(each -> each.contains("Demo") || each.startsWith("Freeze") || each.startsWith("Releases"));
        assertThat(events).extracting(FeedPlansHttpTest::uid).doesNotHaveDuplicates();
    }

    @Test
    void isReadInAsManyStatementsHoweverMuchThereIs() {
        var feed = new Feed("none", Feed.Kind.CHANGE_MANAGEMENT, Feed.ALL, "admin", null, clock.instant());
        plan(0, 1);
        var few = read(feed);
        plan(1, 12);

        assertThat(read(feed)).hasSameSizeAs(few);
        assertThat(few.size()).isLessThanOrEqualTo(6);
    }

    private void plan(int from, int to) {
        for (int number = from; number < to; number++) {
            var change = admin.post("/api/v1/changes", "{\"service\": \"plan-shop\", \"version\": \"3.%d\"}".formatted(number)).expect(201).at("/number");
            admin.post("/api/v1/changes/" + change + "/approve", "{\"person\": \"plan-cas\"}").expect(200);
            admin.post("/api/v1/cab-agendas", "{\"at\": \"%s\", \"changes\": [\"%s\"]}".formatted(clock.instant(), change)).expect(201);
        }
    }

    private List<String> read(Feed feed) {
        var now = clock.instant();
        return Statements.of(() -> plans.of(feed, now.minus(Duration.ofDays(30)), now.plus(Duration.ofDays(366)), now));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                       | {"for": "change-management"}                            | 201
            plan-beds  | {"for": "change-management", "team": "plan-beds"}       | 201
            plan-beds  | {"for": "change-management"}                            | 403
            plan-lamps | {"for": "incident-management", "team": "plan-beds"}     | 403
                       | {"for": "incident-management", "team": "none"}          | 422
                       | {"for": "everybody"}                                    | 422
                       | {"for": "change-management", "person": "plan-cas"}      | 422
            """)
    void isMadeByThoseWhoMay(@Nullable String team, String body, int status) {
        assertThat(api(team).post("/api/v1/feeds", body).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {kind: planning, lasts: PT1H}                                                     | spec.meetings[0].start
            {kind: party, start: "2026-12-01T10:00", lasts: PT1H}                             | spec.meetings[0].kind
            {kind: demo, start: "2026-12-01T10:00", lasts: PT0S}                              | spec.meetings[0].lasts
            {kind: demo, start: "2026-12-01T10:00", lasts: P8D}                               | spec.meetings[0].lasts
            {kind: demo, start: "2026-12-01T10:00", lasts: PT1H, every: P0D}                  | spec.meetings[0].every
            {kind: demo, start: "2026-12-01T10:00", lasts: PT1H, until: "2026-11-01"}         | spec.meetings[0].until
            """)
    void aMeetingThatIsNoneIsRefused(String meeting, String path) {
        assertThat(admin.apply("""
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: plan-none}
                spec: {kind: product, meetings: [%s]}
                """.formatted(meeting)).expect(422).text()).contains(path);
    }

    private String made(String body) {
        return admin.post("/api/v1/feeds", body).expect(201).at("/url");
    }

    private List<VEvent> events(String url) {
        return Biweekly.parse(admin.as(null).get(URI.create(url).getPath()).expect(200).text()).first().getEvents();
    }

    private static VEvent only(List<VEvent> events, String id) {
        return events.stream().filter(event -> uid(event).startsWith(id + "@")).reduce((one, other) -> {
            throw new AssertionError(id + " is there twice");
        }).orElseThrow(() -> new AssertionError(id + " is not among " + events.stream().map(FeedPlansHttpTest::uid).toList()));
    }

    private static String uid(VEvent event) {
        return event.getUid().getValue();
    }

    private static String summary(VEvent event) {
        return event.getSummary().getValue();
    }

    private Api api(@Nullable String team) {
        return new Api("http://localhost:" + port, tokens.make(new Tokens.Wanted("plans", EnumSet.allOf(Scope.class), team, null, null), ADMIN).secret());
    }
}
