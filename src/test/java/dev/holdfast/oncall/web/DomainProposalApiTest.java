package dev.holdfast.oncall.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import dev.holdfast.TestClock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Coverage follows the level of a service to the instant, and a domain without a schedule is proposed one (X1). */
@HoldfastTest
@TestPropertySource(properties = "holdfast.admin-token=" + DomainProposalApiTest.TOKEN)
class DomainProposalApiTest {

    static final String TOKEN = "hf_proposals_proposals_proposals_proposals";

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @LocalServerPort
    int port;

    @Autowired
    TestClock clock;

    private Api holdfast;
    private String domain = "";

    @BeforeEach
    void anOrganisation() {
        holdfast = new Api("http://localhost:" + port, TOKEN);
        domain = "d" + UUID.randomUUID().toString().substring(0, 8);
        apply("Organisation", "furniture", "{currency: USD, workingHours: {timeZone: Europe/London, days: [MON, TUE, WED, THU, FRI], from: \"09:00\", to: \"17:30\"}}");
        for (var person : List.of("ann", "bob", "cas", "dee", "eli", "pat", "eve", "gus")) person(person, "");
        person("fay", ", onCall: false");
        apply("Team", "beds", "{kind: product, members: [ann, bob, cas, fay], lead: bob}");
        apply("Team", "tables", "{kind: product, members: [dee, eli], lead: eli}");
        apply("Team", "others", "{kind: product, members: [eve], lead: eve}");
        apply("Team", "bridge", "{kind: operations-bridge, members: [gus]}");
        apply("Domain", domain, "{grouping: region, budgetHolder: pat}");
    }

    @Test
    void aDomainThatHasToAnswerIsProposedTheFairOrderOfItsTeamsAndConfirmedByALead() {
        service("bed", "beds", "exposurePerHour: {revenue: 200000, cost: 0}, demand: Very High");
        service("table", "tables", "exposurePerHour: {revenue: 100000, cost: 0}, demand: Very High");
        var night = night();

        assertThat(covered("bed", night).at("/status") + covered("bed", night).at("/gap")).isEqualTo("fallbacktrue");
        var proposal = open().orElseThrow();
        assertThat(proposal.at("/state").asString()).isEqualTo("proposed");
        assertThat(proposal.at("/warnings").toString()).isEqualTo("[\"GROUPED_BY_REGION\"]");
        assertThat(proposal.at("/because").valueStream().map(need -> need.path("service").asString() + " " + need.path("level").asString()))
                .containsExactly(name("bed") + " domain", name("table") + " domain");
        assertThat(Instant.parse(proposal.at("/because/0/since").asString())).isBeforeOrEqualTo(clock.instant()).isAfter(clock.instant().minusSeconds(600));
        assertThat(proposal.at("/schedule/layers/0/people").toString()).isEqualTo("[\"ann\",\"dee\",\"bob\",\"eli\",\"cas\"]");
        assertThat(proposal.at("/schedule/domain").asString()).isEqualTo(domain);

        var confirmed = by("eli").post(path(proposal, "confirm"), "{\"people\": [\"cas\", \"eli\", \"ann\"]}").expect(200);

        assertThat(confirmed.at("/state") + confirmed.at("/decidedBy")).isEqualTo("confirmedeli");
        var schedule = confirmed.at("/made");
        assertThat(holdfast.get("/api/v1/schedules/" + schedule).expect(200).body().at("/spec/layers/0/people").toString())
                .isEqualTo("[\"cas\",\"eli\",\"ann\"]");
        var after = covered("bed", night);
        assertThat(after.at("/status") + after.at("/schedule")).isEqualTo("covered" + schedule);
        assertThat(holdfast.get("/api/v1/schedules/" + schedule + "/on-call").at("/person")).as("this week's turn is the first").isEqualTo("cas");
        assertThat(holdfast.get("/api/v1/schedules/" + schedule + "/on-call?at=" + clock.instant().minus(Duration.ofDays(1))).at("/person"))
                .as("nobody was on call by it before").isEmpty();
        assertThat(open()).isEmpty();
        assertThat(state(proposal)).isEqualTo("confirmed");
        assertThat(acts("domain/" + domain)).containsExactly("proposal-confirmed by eli");
        assertThat(acts("Schedule/" + schedule)).containsExactly("create by eli");
        by("pat").post(path(proposal, "confirm"), "{\"people\": [\"dee\"]}").expect(200);
        assertThat(acts("domain/" + domain)).as("what is so already changes nothing").hasSize(1);
        holdfast.post(path(proposal, "dismiss"), "{\"reason\": \"late\"}").expect(409);
    }

    @Test
    void itIsForTheBudgetHolderTheLeadsAndAdministratorsAndNeverForOperations() {
        service("bed", "beds", "exposurePerHour: {revenue: 200000, cost: 0}, demand: Very High");
        var proposal = open().orElseThrow();
        var confirm = path(proposal, "confirm");

        by("eve").post(confirm, "{\"people\": [\"ann\"]}").expect(403);
        by("ann").post(confirm, "{\"people\": [\"ann\"]}").expect(403);
        token("\"team\": \"beds\"").post(confirm, "{\"people\": [\"ann\"]}").expect(403);
        by("eve").post(path(proposal, "dismiss"), "{\"reason\": \"x\"}").expect(403);
        holdfast.as(null).get("/api/v1/on-call/proposals").expect(401);

        assertThat(faults(confirm, "{\"people\": [\"gus\", \"nobody\", \"ann\", \"ann\", \"fay\"]}"))
                .containsExactly("people[0] STATE", "people[1] UNKNOWN_REFERENCE", "people[3] DUPLICATE_NAME", "people[4] STATE");
        assertThat(faults(confirm, "{\"people\": []}")).containsExactly("people REQUIRED");
        assertThat(faults(confirm, "{\"people\": [null, \"\"]}")).containsExactly("people[0] REQUIRED", "people[1] REQUIRED");
        assertThat(faults(confirm, "{}")).containsExactly("people REQUIRED");
        assertThat(faults(path(proposal, "dismiss"), "{\"reason\": \" \"}")).containsExactly("reason REQUIRED");
        holdfast.post(confirm, "{\"people\": 7}").expect(400);
        holdfast.post("/api/v1/on-call/proposals/none/confirm", "{\"people\": [\"ann\"]}").expect(404);
        assertThat(open()).isPresent();

        by("pat").post(confirm, "{\"people\": [\"ann\", \"bob\", \"cas\"]}").expect(200);
    }

    @Test
    void whatIsDismissedIsProposedAgainOnlyForAnotherService() {
        service("bed", "beds", "exposurePerHour: {revenue: 200000, cost: 0}, demand: Very High");
        var proposal = open().orElseThrow();

        by("bob").post(path(proposal, "dismiss"), "{\"reason\": \"We are moving to another domain.\"}").expect(200);

        assertThat(open()).isEmpty();
        assertThat(covered("bed", night()).at("/gap")).as("the gap stays shown").isEqualTo("true");
        assertThat(acts("domain/" + domain)).containsExactly("proposal-dismissed by bob");
        service("table", "tables", "exposurePerHour: {revenue: 100000, cost: 0}, demand: Very High");
        assertThat(open().orElseThrow().path("id")).isNotEqualTo(proposal.path("id"));
    }

    @Test
    void aPeakAheadIsProposedForAndCoverageFollowsItToTheInstant() {
        var saturday = clock.instant().atZone(LONDON).plusDays(7).with(TemporalAdjusters.next(DayOfWeek.SATURDAY)).truncatedTo(ChronoUnit.DAYS);
        var from = saturday.withHour(4).toInstant();
        var to = saturday.withHour(22).toInstant();
        service("lamp", "beds", ("exposurePerHour: {revenue: 100, cost: 0}, demand: Very High, peaks: [{name: Sale, from: \"%s\", to: \"%s\", "
                + "exposurePerHour: {revenue: 200000, cost: 0}}]").formatted(from, to));
        var later = from.plus(Duration.ofDays(60));
        service("shade", "tables", ("exposurePerHour: {revenue: 100, cost: 0}, demand: Very High, peaks: [{name: Sale, from: \"%s\", to: \"%s\", "
                + "exposurePerHour: {revenue: 200000, cost: 0}}]").formatted(later, later.plusSeconds(3600)));

        var before = covered("lamp", from.minusMillis(1));
        assertThat(before.at("/status") + " " + before.at("/suppressedUntil")).isEqualTo("suppressed " + from);
        assertThat(covered("lamp", from).at("/status")).isEqualTo("fallback");
        var proposal = open().orElseThrow();
        assertThat(proposal.at("/because").size()).as("what begins in two months is not proposed for yet").isEqualTo(1);
        assertThat(proposal.at("/because/0/since").asString()).isEqualTo(from.toString());

        holdfast.post(path(proposal, "confirm"), "{\"people\": [\"ann\", \"bob\", \"cas\"]}").expect(200);

        assertThat(covered("lamp", from.minusMillis(1)).at("/status")).isEqualTo("suppressed");
        assertThat(covered("lamp", from).at("/status") + covered("lamp", to.minusMillis(1)).at("/status")).isEqualTo("coveredcovered");
        assertThat(covered("lamp", to).at("/status")).isEqualTo("suppressed");
    }

    @Test
    void coverageFollowsADecisionAndThePolicyToTheInstantAndOperationsAreRefused() {
        service("bed", "beds", "exposurePerHour: {revenue: 200000, cost: 0}, demand: Very High");
        var selection = "/api/v1/services/" + name("bed") + "/selection";
        var decided = holdfast.post(selection, "{\"outOfHours\": \"none\", \"reason\": \"quiet\", \"until\": \"%s\"}".formatted(night())).expect(201);
        var at = Instant.parse(decided.at("/at"));

        assertThat(level("bed", at.minusMillis(1)) + " " + level("bed", at)).isEqualTo("domain none");
        assertThat(level("bed", night().minusMillis(1)) + " " + level("bed", night())).isEqualTo("none domain");
        var refused = holdfast.post(selection, "{\"outOfHours\": \"operations\", \"reason\": \"cheaper\"}").expect(422);
        assertThat(refused.at("/errors/0/field") + " " + refused.at("/errors/0/code")).isEqualTo("outOfHours STATE");
        assertThat(refused.text()).contains("Operations cover only what is Ops Run It");

        var next = night().plus(Duration.ofDays(7));
        holdfast.put("/api/v1/policy", """
                {"effectiveFrom": "%s", "spec": {"currency": "USD", "onCallLevels": {"95.0": "none", "99.0": "team"},
                 "workingHours": {"timeZone": "Europe/London", "days": ["MON", "TUE", "WED", "THU", "FRI"], "from": "09:00", "to": "17:30"}}}
                """.formatted(next)).expect(200);
        assertThat(level("bed", next.minusMillis(1)) + " " + level("bed", next)).isEqualTo("domain team");
        clock.advanceTo(next.plusSeconds(60));
    }

    private Optional<JsonNode> open() {
        return holdfast.get("/api/v1/on-call/proposals").expect(200).body().path("items").valueStream()
                .filter(each -> each.path("domain").asString().equals(domain) && each.path("state").asString().equals("proposed"))
                .findFirst();
    }

    private String state(JsonNode proposal) {
        return holdfast.get("/api/v1/on-call/proposals").expect(200).body().path("items").valueStream()
                .filter(each -> each.path("id").equals(proposal.path("id")))
                .map(each -> each.path("state").asString()).findFirst().orElse("");
    }

    private List<String> faults(String path, String body) {
        return holdfast.post(path, body).expect(422).body().path("errors").valueStream()
                .map(fault -> fault.path("field").asString() + " " + fault.path("code").asString()).toList();
    }

    private List<String> acts(String subject) {
        return holdfast.get("/api/v1/ledger?subject=" + subject).expect(200).body().path("items").valueStream()
                .map(entry -> entry.path("act").asString() + " by " + entry.path("by").asString()).toList();
    }

    /** The coming Saturday, at three in the morning. */
    private Instant night() {
        return clock.instant().atZone(LONDON).with(TemporalAdjusters.next(DayOfWeek.SATURDAY)).truncatedTo(ChronoUnit.DAYS).withHour(3).toInstant();
    }

    private Api.Answer covered(String service, Instant at) {
        return holdfast.get("/api/v1/services/" + name(service) + "/on-call?at=" + at).expect(200);
    }

    private String level(String service, Instant at) {
        return covered(service, at).at("/level");
    }

    private static String path(JsonNode proposal, String act) {
        return "/api/v1/on-call/proposals/" + proposal.path("id").asString() + "/" + act;
    }

    private Api by(String person) {
        return token("\"person\": \"%s\"".formatted(person));
    }

    private Api token(String whose) {
        return holdfast.as(holdfast.post("/api/v1/tokens", """
                {"name": "proposals-%s", "scopes": ["read", "catalogue"], "expiresAt": "2199-01-01T00:00:00Z", %s}
                """.formatted(UUID.randomUUID(), whose)).expect(201).at("/token"));
    }

    private String name(String service) {
        return service + "-" + domain;
    }

    private void service(String name, String owner, String more) {
        apply("Service", name(name), "{kind: digital, owner: %s, domain: %s, lifecycle: live, %s}".formatted(owner, domain, more));
    }

    private void person(String name, String more) {
        apply("Person", name, "{email: %1$s@example.com, timeZone: Europe/London, notify: [{after: PT0S, by: webhook, to: \"https://phone.example.com/%1$s\"}]%2$s}"
                .formatted(name, more));
    }

    private void apply(String kind, String name, String spec) {
        holdfast.apply("apiVersion: holdfast.dev/v1\nkind: %s\nmetadata: {name: %s}\nspec: %s\n".formatted(kind, name, spec)).expect(200);
    }
}
