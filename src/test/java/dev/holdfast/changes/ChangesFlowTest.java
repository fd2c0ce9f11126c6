package dev.holdfast.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import dev.holdfast.TestClock;
import dev.holdfast.catalogue.ServiceName;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** From the template to the gate and the audit, as pipelines and people ask over HTTP. */
@HoldfastTest
@TestPropertySource(properties = "holdfast.admin-token=" + ChangesFlowTest.TOKEN)
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class ChangesFlowTest {

    static final String TOKEN = "hf_changes_0123456789_0123456789_0123456";
    private static final AtomicInteger NAMES = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    TestClock clock;

    @Autowired
    Gate gate;

    @Autowired
    TransactionTemplate transaction;

    private Api holdfast;
    private String service;

    @BeforeEach
    void aServiceOfItsOwn() {
        holdfast = new Api("http://localhost:" + port, TOKEN);
        service = "shop" + NAMES.incrementAndGet();
        holdfast.apply(organisation()).expect(200);
    }

    @Test
    void aTemplateLetsABuildThatPassedThroughAndTheDeploymentClosesIt() {
        template();

        build("1.0", true).expect(201);
        build("1.0", true).expect(200);
        var raised = holdfast.get("/api/v1/changes?service=" + service).expect(200);
        var first = ask("1.0").expect(200);
        var again = ask("1.0").expect(200);
        deploy("d1", "1.0", "started").expect(201);
        var going = holdfast.get("/api/v1/changes/" + first.at("/change/number")).expect(200);
        deploy("d1", "1.0", "succeeded").expect(200);
        var ended = deploy("d1", "1.0", "succeeded").expect(200);
        var change = holdfast.get("/api/v1/changes/" + first.at("/change/id")).expect(200);

        assertThat(raised.body().path("items").size()).isEqualTo(1);
        assertThat(raised.at("/items/0/kind")).isEqualTo("standard");
        assertThat(raised.at("/items/0/template/name")).isEqualTo(service + "-release");
        assertThat(first.at("/decision")).isEqualTo("allow");
        assertThat(first.at("/reasons/0/code")).isEqualTo("PRE_APPROVED");
        assertThat(first.at("/attestation/payloadType")).isEqualTo("application/vnd.in-toto+json");
        assertThat(again.at("/decisionId")).isEqualTo(first.at("/decisionId"));
        assertThat(going.at("/state")).isEqualTo("implementing");
        assertThat(change.at("/state")).isEqualTo("closed");
        assertThat(change.at("/outcome")).isEqualTo("successful");
        assertThat(ended.at("/change")).isEqualTo(first.at("/change/number"));
        assertThat(ended.at("/approved")).isEqualTo("true");
        assertThat(ended.body().path("gaps").size()).isZero();
        assertThat(ended.at("/leadTime")).startsWith("PT");
        assertThat(ask("1.0").expect(403).at("/reasons/0/code")).isEqualTo("ALREADY_CLOSED");
    }

    @Test
    void whatWentByATemplateCountsAsAgreedBeforehand() {
        template();
        build("1.0", true).expect(201);
        deploy("d1", "1.0", "succeeded").expect(201);
        deploy("d2", "2.0", "succeeded").expect(201);
        clock.advance(Duration.ofHours(1));

        var measures = holdfast.get("/api/v1/deployments/measures?scope=service:" + service).expect(200).body().path("measures");

        assertThat(measure(measures, "M2").path("counts").path("withTemplate").asInt()).isEqualTo(1);
        var deployments = measure(measures, "M2-deployments");
        assertThat(deployments.path("counts").path("standard").asInt()).isEqualTo(1);
        assertThat(deployments.path("value").asString()).isEqualTo("0.5");
    }

    private static JsonNode measure(JsonNode measures, String id) {
        return measures.valueStream().filter(measure -> measure.path("id").asString().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void saysOfThePastWhatItSaidThen() {
        var said = new LinkedHashMap<Instant, String>();
        askAndWait(said);
        build("1.0", true).expect(201);
        var number = askAndWait(said).at("/change/number");
        holdfast.post("/api/v1/changes/" + number + "/approve", "{\"person\": \"cas\"}").expect(200);
        askAndWait(said);
        deploy("d1", "1.0", "succeeded").expect(201);
        askAndWait(said);

        var question = new GateQuestion(new ServiceName(service), "1.0", "production", null, null, null, null, null);
        var again = said.keySet().stream().map(at -> transaction.execute(open -> gate.then(question, at, "teller"))).toList();

        assertThat(said.values()).containsExactly("NO_CHANGE", "PENDING_APPROVAL", "APPROVED", "ALREADY_CLOSED");
        assertThat(again).extracting(GateAnswer::code).containsExactlyElementsOf(said.values());
        assertThat(again).extracting(GateAnswer::attestation).as("nothing was signed then").containsOnlyNulls();
    }

    private Api.Answer askAndWait(Map<Instant, String> said) {
        var answer = ask("1.0");
        said.put(clock.instant(), answer.at("/reasons/0/code"));
        clock.advance(Duration.ofMinutes(5));
        return answer;
    }

    @Test
    void withoutATemplateAPersonDecidesAndNotTheOneWhoRaisedIt() {
        build("1.0", true).expect(201);

        var waiting = ask("1.0").expect(403);
        var number = waiting.at("/change/number");
        var own = holdfast.post("/api/v1/changes/" + number + "/approve", "{\"person\": \"mo\"}");
        var refused = holdfast.post("/api/v1/changes/" + number + "/approve", "{\"person\": \"dee\"}");
        var unexplained = holdfast.post("/api/v1/changes/" + number + "/reject", "{\"person\": \"cas\"}");
        var approved = holdfast.post("/api/v1/changes/" + number + "/approve", "{\"person\": \"cas\", \"reason\": \"Small.\"}").expect(200);
        var allowed = ask("1.0").expect(200);

        assertThat(waiting.at("/reasons/0/code")).isEqualTo("PENDING_APPROVAL");
        assertThat(waiting.header("Retry-After")).contains("30");
        assertThat(own.status()).as("mo wrote a commit").isEqualTo(403);
        assertThat(refused.status()).as("dee manages no changes").isEqualTo(403);
        assertThat(unexplained.status()).isEqualTo(422);
        assertThat(approved.at("/approvedBy")).isEqualTo("cas");
        assertThat(allowed.at("/reasons/0/code")).isEqualTo("APPROVED");
        assertThat(ask("1.1").expect(403).at("/reasons/0/code")).isEqualTo("VERSION_MISMATCH");
    }

    @Test
    void aFreezeStopsItAndSaysUntilWhen() {
        template();
        build("1.0", true).expect(201);

        var from = clock.instant().minus(Duration.ofDays(2)).toString().substring(0, 16);
        var to = clock.instant().plus(Duration.ofDays(2)).toString().substring(0, 16);
        holdfast.apply("""
                apiVersion: holdfast.dev/v1
                kind: FreezeWindow
                metadata: {name: %s-sale}
                spec: {services: [%s], from: "%s", to: "%s", timeZone: UTC, reason: "Everybody buys."}
                """.formatted(service, service, from, to)).expect(200);

        assertThat(ask("1.0").expect(403).at("/reasons/0/code")).isEqualTo("FREEZE");
        assertThat(holdfast.get("/api/v1/freeze-windows/" + service + "-sale").expect(200).text()).contains("Everybody buys.");
        deploy("f1", "1.0", "succeeded").expect(201);
        var preview = holdfast.post("/api/v1/freeze-windows/preview", """
                {"spec": {"services": ["%s"], "from": "%s", "to": "%s", "timeZone": "UTC"}}
                """.formatted(service, from, to)).expect(200);
        assertThat(preview.at("/stopped/0/id")).isEqualTo("f1");
        assertThat(preview.at("/failed")).isEqualTo("0");
    }

    @Test
    void aServiceThatOnlyRecordsIsNotStopped() {
        holdfast.apply("""
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: %s}
                spec: {kind: digital, owner: shop-team, exposurePerHour: {revenue: 700000, cost: 0}, gate: {mode: record-only}}
                """.formatted(service)).expect(200);

        var answer = ask("1.0").expect(200);

        assertThat(answer.at("/decision")).isEqualTo("refuse");
        assertThat(answer.at("/recordOnly")).isEqualTo("true");
        assertThat(answer.at("/reasons/0/code")).isEqualTo("NO_CHANGE");
        assertThat(answer.body().path("attestation").isNull()).isTrue();
    }

    @Test
    void aRollbackAlwaysPassesAndBacksOutWhatItTakesBack() {
        template();
        build("1.0", true).expect(201);
        deploy("r1", "1.0", "succeeded").expect(201);
        build("1.1", true).expect(201);
        deploy("r2", "1.1", "succeeded").expect(201);

        var back = ask("1.0").expect(200);
        clock.advance(Duration.ofMinutes(5));
        var deployed = deploy("r3", "1.0", "succeeded").expect(201);
        var failed = holdfast.get("/api/v1/deployments/r2").expect(200);
        var change = holdfast.get("/api/v1/changes/" + failed.at("/change")).expect(200);

        assertThat(back.at("/reasons/0/code")).isEqualTo("ROLLBACK");
        assertThat(deployed.at("/kind")).isEqualTo("rollback");
        assertThat(deployed.at("/remediates")).isEqualTo("r2");
        assertThat(deployed.at("/change")).isEqualTo(failed.at("/change"));
        assertThat(failed.at("/failed/by")).isEqualTo("r3");
        assertThat(change.at("/outcome")).isEqualTo("backed-out");
        assertThat(holdfast.get("/api/v1/services/" + service + "/versions").at("/items/0/version")).isEqualTo("1.0");
        assertThat(holdfast.get("/api/v1/services/" + service + "/commits?from=1.0&to=1.1").at("/items/0/sha")).isEqualTo("c-1.1");
    }

    @Test
    void anEmergencyNeedsAnOpenIncidentGoesFirstAndIsOwed() {
        var none = emergency("INC-999999").expect(403);
        var incident = holdfast.post("/api/v1/incidents", """
                {"service": "%s", "summary": "Nobody can pay", "impact": 1}
                """.formatted(service)).expect(201).at("/number");

        var allowed = emergency(incident).expect(200);
        deploy("e1", "9.9", "succeeded").expect(201);
        var change = holdfast.get("/api/v1/changes/" + allowed.at("/change/id")).expect(200);
        clock.advance(Duration.ofDays(10));
        var overdue = holdfast.get("/api/v1/deployments/e1").expect(200);
        holdfast.post("/api/v1/changes/" + allowed.at("/change/id") + "/approve", "{\"person\": \"cas\"}").expect(200);

        assertThat(none.at("/reasons/0/code")).isEqualTo("NO_OPEN_INCIDENT");
        assertThat(allowed.at("/reasons/0/code")).isEqualTo("EMERGENCY");
        assertThat(change.at("/kind")).isEqualTo("emergency");
        assertThat(change.at("/state")).isEqualTo("closed");
        assertThat(change.at("/approvalDueBy")).isNotEmpty();
        assertThat(change.body().path("approvedBy").isNull()).isTrue();
        assertThat(overdue.at("/gaps/0")).isEqualTo("APPROVAL_OVERDUE");
        assertThat(holdfast.get("/api/v1/deployments/e1").body().path("gaps").size()).isZero();
    }

    @Test
    void whatNeverAskedIsMarkedAndFoundByTheAudit() {
        var deployed = deploy("n1", "1.0", "succeeded").expect(201);
        var rows = holdfast.get("/api/v1/audit?service=" + service).expect(200);
        var summary = holdfast.get("/api/v1/audit/summary?service=" + service).expect(200);
        var sample = holdfast.get("/api/v1/audit/sample?size=5&seed=7&service=" + service).expect(200);

        assertThat(deployed.at("/approved")).isEqualTo("false");
        assertThat(deployed.at("/gaps/0")).isEqualTo("NO_CHANGE");
        assertThat(rows.at("/items/0/gaps/0")).isEqualTo("NO_CHANGE");
        assertThat(rows.at("/items/0/ledger/hash")).isNotEmpty();
        assertThat(summary.at("/population")).isEqualTo("1");
        assertThat(summary.at("/compliant")).isEqualTo("0");
        assertThat(summary.at("/gaps/NO_CHANGE")).isEqualTo("1");
        assertThat(sample.at("/items/0/deployment")).isEqualTo("n1");
        assertThat(holdfast.get("/api/v1/audit/sample?size=5&seed=7&service=" + service).text()).isEqualTo(sample.text());
        assertThat(holdfast.get("/api/v1/audit?format=csv&service=" + service).text().lines().toList()).hasSize(2).last().asString().startsWith("n1,");
        assertThat(holdfast.get("/api/v1/deployments?format=csv&service=" + service).text()).contains("NO_CHANGE");
    }

    @Test
    void threeFailuresOfItsLastTenSuspendATemplate() {
        template();
        for (var number = 1; number <= 3; number++) {
            build("1." + number, true).expect(201);
            deploy("s" + number, "1." + number, "failed").expect(201);
        }
        build("2.0", true).expect(201);

        var template = holdfast.get("/api/v1/change-templates/" + service + "-release").expect(200);
        var change = holdfast.get("/api/v1/changes?service=" + service).at("/items/0/kind");
        var mute = holdfast.post("/api/v1/change-templates/" + service + "-release/reinstate", "{\"person\": \"cas\"}");
        var back = holdfast.post("/api/v1/change-templates/" + service + "-release/reinstate", "{\"person\": \"cas\", \"reason\": \"Mended.\"}").expect(200);

        assertThat(template.at("/state")).isEqualTo("suspended");
        assertThat(template.at("/earned/failed")).isEqualTo("3");
        assertThat(template.at("/earned/failureRate")).isEqualTo("1.0000");
        assertThat(change).isEqualTo("normal");
        assertThat(mute.status()).isEqualTo(422);
        assertThat(back.at("/state")).isEqualTo("active");
    }

    @Test
    void aTokenOfAnotherTeamIsRefusedAndWhatIsNotThereAsWell() {
        var theirs = holdfast.post("/api/v1/tokens", "{\"name\": \"%s\", \"scopes\": [\"deployments\", \"changes\", \"read\"], \"team\": \"other-team\", \"expiresAt\": \"2199-01-01T00:00:00Z\"}".formatted(service + "-ci"))
                .expect(201)
                .at("/token");
        var other = holdfast.as(theirs);

        assertThat(other.post("/api/v1/deployments/gate", question("1.0")).status()).isEqualTo(403);
        assertThat(other.post("/api/v1/builds", "{\"service\": \"%s\", \"version\": \"1\"}".formatted(service)).status()).isEqualTo(403);
        assertThat(other.post("/api/v1/changes", "{\"service\": \"%s\", \"version\": \"1\"}".formatted(service)).status()).isEqualTo(403);
        assertThat(holdfast.post("/api/v1/builds", "{\"service\": \"nothing\", \"version\": \"1\"}").status()).isEqualTo(422);
        assertThat(holdfast.post("/api/v1/deployments", "{\"service\": \"%s\", \"version\": \"1\", \"environment\": \"production\", \"status\": \"done\"}".formatted(service)).status())
                .isEqualTo(422);
        assertThat(holdfast.post("/api/v1/deployments/gate", "{\"service\": \"nothing\", \"version\": \"1\", \"environment\": \"production\"}")
                .expect(403).at("/reasons/0/code")).isEqualTo("UNKNOWN_SERVICE");
        assertThat(holdfast.as(null).get("/.well-known/holdfast-keys").expect(200).at("/keys/0/crv")).isEqualTo("Ed25519");
    }

    @Test
    void anAgendaDecidesOneAfterTheOther() {
        build("1.0", true).expect(201);
        var number = ask("1.0").at("/change/number");

        var agenda = holdfast.post("/api/v1/cab-agendas", "{\"at\": \"2027-01-05T10:00:00Z\", \"changes\": [\"%s\"]}".formatted(number)).expect(201);
        var decided = holdfast.post("/api/v1/cab-agendas/" + agenda.at("/id") + "/decide", """
                {"change": "%s", "decision": "approve", "reason": "Looked at together.", "person": "cas"}
                """.formatted(number)).expect(200);
        var foreign = holdfast.post("/api/v1/cab-agendas/" + agenda.at("/id") + "/decide", "{\"change\": \"CHG-999999\", \"decision\": \"approve\"}");

        assertThat(agenda.at("/changes/0/number")).isEqualTo(number);
        assertThat(decided.at("/changes/0/state")).isEqualTo("approved");
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(ask("1.0").expect(200).at("/reasons/0/code")).isEqualTo("APPROVED");
    }

    @Test
    void thePagesShowWhatWaitsWhatWasDeployedAndWhatATemplateSays() {
        assertThat(holdfast.get("/changes?service=" + service).expect(200).text()).contains("Nothing so far.");

        template();
        build("1.0", true).expect(201);
        deploy("p1-" + service, "1.0", "succeeded").expect(201);
        build("1.1", false).expect(201);
        holdfast.post("/api/v1/changes", "{\"service\": \"%s\", \"version\": \"1.1\"}".formatted(service)).expect(201);
        deploy("p2-" + service, "0.9", "succeeded").expect(201);
        var list = holdfast.get("/changes?service=" + service).expect(200).text();
        var number = holdfast.get("/api/v1/changes?state=raised&service=" + service).at("/items/0/number");
        var one = holdfast.get("/changes/" + number).expect(200).text();
        var template = holdfast.get("/change-templates/" + service + "-release").expect(200).text();

        assertThat(list).contains("Waiting for a decision", number, "successful", "never allowed", "unapproved", "Release of " + service);
        assertThat(one).contains("Mend the basket", "Not shown: its last activity before production passed.", "Approve", "Reject");
        assertThat(template).contains("Press the other button", "What the service has earned", "up to 95", "Suspend");
        assertThat(holdfast.get("/changes.csv?service=" + service).expect(200).text()).contains("p1-" + service);
        assertThat(holdfast.get("/changes?state=raised&service=" + service).expect(200).text()).contains(number);
        assertThat(holdfast.get("/services/" + service).expect(200).text()).contains("1.0 in production", "never asked");
    }

    private Api.Answer build(String version, boolean passed) {
        return holdfast.post("/api/v1/builds", """
                {"service": "%s", "version": "%s", "builtAt": "%s", "preProductionPassed": %s,
                 "commits": [{"sha": "c-%s", "author": "mo", "at": "2026-11-20T10:00:00Z", "message": "Mend the basket"}]}
                """.formatted(service, version, clock.instant(), passed, version));
    }

    private Api.Answer deploy(String id, String version, String status) {
        return holdfast.post("/api/v1/deployments", """
                {"id": "%s", "service": "%s", "version": "%s", "environment": "production", "status": "%s", "deployer": "dee", "startedAt": "%s"}
                """.formatted(id, service, version, status, clock.instant()));
    }

    private Api.Answer ask(String version) {
        return holdfast.post("/api/v1/deployments/gate", question(version));
    }

    private String question(String version) {
        return "{\"service\": \"%s\", \"version\": \"%s\", \"environment\": \"production\", \"deployer\": \"dee\"}".formatted(service, version);
    }

    private Api.Answer emergency(String incident) {
        return holdfast.post("/api/v1/deployments/gate", """
                {"service": "%s", "version": "9.9", "environment": "production", "deployer": "dee",
                 "emergency": {"incident": "%s", "reason": "Nobody can pay."}}
                """.formatted(service, incident));
    }

    private void template() {
        holdfast.apply("""
                apiVersion: holdfast.dev/v1
                kind: ChangeTemplate
                metadata: {name: %s-release, title: Release of %s}
                spec:
                  service: %s
                  lowRisk: "The last version is back within a minute."
                  repeatable: "The same pipeline every day."
                  criteria: [automated-tests, fast-revert]
                  plan: {steps: "Press the button", test: "Buy something", backOut: "Press the other button"}
                  expires: "%s"
                """.formatted(service, service, service, LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC).plusYears(1))).expect(200);
        assertThat(holdfast.get("/api/v1/change-templates/" + service + "-release").at("/state")).isEqualTo("proposed");
        holdfast.post("/api/v1/change-templates/" + service + "-release/agree", "{\"person\": \"cas\"}").expect(200);
    }

    private String organisation() {
        return """
                apiVersion: holdfast.dev/v1
                kind: Organisation
                metadata: {name: shops}
                spec: {currency: USD, workingHours: {timeZone: UTC, days: [MON, TUE, WED, THU, FRI], from: "09:00", to: "17:30"}}
                ---
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: dee}
                spec: {timeZone: UTC}
                ---
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: mo}
                spec: {timeZone: UTC}
                ---
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: cas}
                spec: {timeZone: UTC}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: shop-team}
                spec: {kind: product, members: [dee], lead: dee}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: other-team}
                spec: {kind: product, members: [dee]}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: change-managers}
                spec: {kind: change-management, members: [mo, cas]}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: %s}
                spec: {kind: digital, owner: shop-team, exposurePerHour: {revenue: 700000, cost: 0}}
                """.formatted(service);
    }
}
