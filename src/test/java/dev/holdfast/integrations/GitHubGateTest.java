package dev.holdfast.integrations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import dev.holdfast.Peer;
import dev.holdfast.TestClock;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A job of Actions that waits at Holdfast's rule: GitHub's side played by a server that looks at every token. */
@HoldfastTest
@TestPropertySource(properties = {"holdfast.admin-token=" + Pipes.TOKEN, "holdfast.outbound-allow=127.0.0.0/8"})
class GitHubGateTest {

    private static final AppKeys KEYS = AppKeys.make();
    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final String TOKEN = "ghs_only_for_this_installation";

    @LocalServerPort
    int port;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    private final Peer hub = new Peer();
    private final AtomicInteger failures = new AtomicInteger();
    private final String sha = UUID.randomUUID().toString().replace("-", "") + "00000000";
    private Api holdfast;
    private Pipes github;
    private String service;

    @BeforeEach
    void aRepositoryWithARule() {
        holdfast = new Api("http://localhost:" + port, Pipes.TOKEN);
        github = new Pipes(holdfast, "a secret of the rule");
        service = "ruled" + NAMES.incrementAndGet();
        apply(KEYS.pkcs1(), hub.address("/api/v3/"), "enforce");
        hub.answers(this::asGitHub);
    }

    @AfterEach
    void hangUp() {
        hub.close();
    }

    /** Grants a token to whoever proves to be the app, and takes reviews from whoever has the token. */
    private Peer.Response asGitHub(Peer.Request request) {
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) return new Peer.Response(500, "");
        if (request.path().equals("/api/v3/app/installations/4711/access_tokens")) {
            return isTheApp(request.header("Authorization"))
                    ? new Peer.Response(201, "{\"token\": \"" + TOKEN + "\", \"expires_at\": \"2199-01-01T00:00:00Z\"}")
                    : new Peer.Response(401, "{\"message\": \"A JSON web token could not be decoded\"}");
        }
        return ("Bearer " + TOKEN).equals(request.header("Authorization")) ? new Peer.Response(204, "") : new Peer.Response(401, "");
    }

    @Test
    void theJobShowsWhyItWaitsAndGoesOnWhenSomebodyApproves() {
        raise();

        ask(rule(callback())).expect(204);
        var note = hub.await(callbackPath()).json();
        approve();
        var review = hub.await(request -> request.path().equals(callbackPath()) && request.json().has("state")).json();

        assertThat(note.path("environment_name").asString()).isEqualTo("shop");
        assertThat(note.has("state")).isFalse();
        assertThat(note.path("comment").asString()).startsWith("Waiting: CHG-").contains("/changes/CHG-").hasSizeLessThanOrEqualTo(1024);
        assertThat(review.path("environment_name").asString()).isEqualTo("shop");
        assertThat(review.path("state").asString()).isEqualTo("approved");
        assertThat(review.path("comment").asString()).contains("rule-cas approved CHG-");
        assertThat(granted().getFirst().json().path("repositories").path(0).asString()).isEqualTo(service);
        settled("told");
        assertThat(reviews()).hasSize(2);
    }

    @Test
    void whatIsRejectedFailsTheJob() {
        var change = raise();
        ask(rule(callback())).expect(204);
        hub.await(callbackPath());

        holdfast.post("/api/v1/changes/" + change + "/reject", "{\"person\": \"rule-cas\", \"reason\": \"%s\"}".formatted("Long. ".repeat(500)))
                .expect(200);

        settled("told");
        var review = reviews().getLast();
        assertThat(review.path("state").asString()).isEqualTo("rejected");
        assertThat(review.path("comment").asString()).endsWith(")").contains("…", "/changes/" + change).hasSizeLessThanOrEqualTo(1024);
    }

    @Test
    void aServiceThatOnlyRecordsGoesOnAndSaysSo() {
        apply(KEYS.pkcs8(), hub.address("/api/v3"), "record-only");

        ask(rule(callback())).expect(204);
        settled("told");

        assertThat(reviews()).singleElement().satisfies(review -> {
            assertThat(review.path("state").asString()).isEqualTo("approved");
            assertThat(review.path("comment").asString()).contains("only records", "NO_CHANGE");
        });
    }

    @Test
    void aBuildThatIsToldAfterwardsRaisesWhatIsWaitedFor() {
        ask(rule(callback())).expect(204);
        assertThat(hub.await(callbackPath()).json().path("comment").asString()).contains("No change is raised");

        holdfast.post("/api/v1/builds", """
                {"service": "%s", "version": "7.1", "builtAt": "%s", "preProductionPassed": true, "commits": [{"sha": "%s", "author": "mo"}]}
                """.formatted(service, clock.instant(), sha)).expect(201);
        hub.await(request -> request.path().equals(callbackPath()) && request.body().contains("waits for a change manager"));
        approve();

        settled("told");
        assertThat(reviews().getLast().path("state").asString()).isEqualTo("approved");
        assertThat(holdfast.get("/api/v1/changes?service=" + service).at("/items/0/version")).as("the version of that commit").isEqualTo("7.1");
    }

    @Test
    void noTokenGoesWhereNoRuleOfThatRepositoryIsAnswered() {
        raise();
        try (var thief = new Peer()) {
            var path = "/api/v3/repos/acme/" + service + "/actions/runs/17/deployment_protection_rule";
            ask(rule(thief.address(path))).expect(204);
            ask(rule(hub.address("/api/v3/repos/acme/another/actions/runs/17/deployment_protection_rule"))).expect(204);
            approve();
            await().untilAsserted(() -> assertThat(states()).containsExactly("failed", "failed"));

            assertThat(thief.requests()).isEmpty();
            assertThat(hub.requests()).isEmpty();
        }
    }

    @Test
    void aGitHubThatFailsIsAskedAgain() {
        failures.set(3);
        raise();
        approve();

        ask(rule(callback())).expect(204);
        await().until(() -> {
            clock.advance(Duration.ofSeconds(20));
            return states().equals(List.of("told"));
        });

        assertThat(reviews().stream().filter(review -> review.path("state").asString("").equals("approved"))).isNotEmpty();
    }

    @Test
    void whatSomebodyReviewedMeanwhileIsDone() {
        hub.answers(request -> request.path().endsWith("/deployment_protection_rule")
                ? new Peer.Response(422, "{\"message\": \"This deployment has already been reviewed\"}")
                : asGitHub(request));
        raise();
        approve();

        ask(rule(callback())).expect(204);

        settled("told");
    }

    @Test
    void theSameDeliveryAndTheSameRunAreOneQuestion() {
        raise();
        var delivery = UUID.randomUUID().toString();

        github.github(service, "deployment_protection_rule", delivery, rule(callback())).expect(204);
        github.github(service, "deployment_protection_rule", delivery, rule(callback())).expect(204);
        ask(rule(callback())).expect(204);
        approve();

        settled("told");
        assertThat(reviews().stream().filter(review -> review.has("state"))).hasSize(1);
    }

    @Test
    void garbageIsTakenAndNeverAFault() {
        for (var body : List.of(
                "{}", "{\"action\": \"requested\"}", "{\"action\": 7, \"repository\": []}",
                rule(callback()).replace("\"requested\"", "\"something\""), rule(callback()).replace("\"id\": 4711", "\"id\": {}"),
                rule(callback()).replace(sha, ""))) {
            ask(body).expect(204);
        }
        ask(rule("\\u0000 no address")).expect(204);
        ask(rule(callback()).replace("4711", "../../4711").replace("\"id\": ../../4711", "\"id\": \"../../4711\"")).expect(204);
        ask("{").expect(400);

        approveNothing();
        assertThat(hub.requests()).isEmpty();
    }

    @Test
    void anUnknownRepositoryWaitsToBePlacedAndIsThenAnswered() {
        raise();
        var body = rule(callback()).replace("acme/" + service + "\"", "acme/elsewhere-" + service + "\"");

        ask(body).expect(204);
        var unplaced = holdfast.get("/api/v1/unplaced-events?limit=500").expect(200).body().path("items").valueStream()
                .filter(event -> event.path("source").asString().equals("acme/elsewhere-" + service))
                .findFirst().orElseThrow();
        holdfast.post("/api/v1/unplaced-events/" + unplaced.path("id").asString() + "/place", "{\"service\": \"%s\"}".formatted(service)).expect(200);

        assertThat(unplaced.path("environment").asString()).isEqualTo("shop");
        await().until(() -> states().size() == 1);
    }

    @Test
    void withoutAnAppTheQuestionWaitsUntilThereIsOne() {
        raise();
        var whole = integration(KEYS.pkcs1(), hub.address("/api/v3"));
        holdfast.apply(whole.substring(0, whole.indexOf("  app:"))).expect(200);

        ask(rule(callback())).expect(204);
        var unplaced = holdfast.get("/api/v1/unplaced-events?limit=500").expect(200).body().path("items").valueStream()
                .filter(event -> event.path("source").asString().equals("acme/" + service))
                .findFirst().orElseThrow();
        var place = "/api/v1/unplaced-events/" + unplaced.path("id").asString() + "/place";
        holdfast.post(place, "{\"service\": \"%s\"}".formatted(service)).expect(409);
        holdfast.apply(whole).expect(200);
        holdfast.post(place, "{\"service\": \"%s\"}".formatted(service)).expect(200);

        assertThat(unplaced.path("why").asString()).contains("no app");
        assertThat(hub.await(callbackPath()).json().path("comment").asString()).startsWith("Waiting: ");
    }

    @Test
    void aKeyThatIsNoneIsRefusedAndOneThatIsStaysSecret() {
        var refused = holdfast.apply(integration("no key", hub.address("/api/v3"))).expect(422);

        assertThat(refused.at("/errors/0/path")).isEqualTo("spec.app.privateKey");
        assertThat(holdfast.get("/api/v1/catalogue/export").text()).doesNotContain("PRIVATE KEY-----");
        assertThat(holdfast.get("/api/v1/integrations/" + service).at("/spec/app/privateKey")).isEqualTo("set");
    }

    private static boolean isTheApp(String authorization) {
        try {
            var parts = authorization.substring("Bearer ".length()).split("\\.");
            var verifying = Signature.getInstance("SHA256withRSA");
            verifying.initVerify(KEYS.pair().getPublic());
            verifying.update((parts[0] + "." + parts[1]).getBytes(UTF_8));
            var header = json(parts[0]);
            var claims = json(parts[1]);
            var lasts = claims.path("exp").asLong() - claims.path("iat").asLong();
            return verifying.verify(Base64.getUrlDecoder().decode(parts[2]))
                    && header.path("alg").asString().equals("RS256")
                    && claims.path("iss").asString().equals("99")
                    && lasts > 0 && lasts <= 600;
        } catch (java.security.GeneralSecurityException broken) {
            return false;
        }
    }

    private static JsonNode json(String part) {
        return JsonMapper.builder().build().readTree(Base64.getUrlDecoder().decode(part));
    }

    private void settled(String state) {
        await().untilAsserted(() -> assertThat(states()).containsExactly(state));
    }

    private void approveNothing() {
        assertThat(states().stream().filter(state -> state.equals("told"))).isEmpty();
    }

    private List<String> states() {
        return db.sql("select state from changes.inquiry where service = :service").param("service", service).query(String.class).list();
    }

    private List<Peer.Request> granted() {
        return hub.at("/api/v3/app/installations/4711/access_tokens");
    }

    private List<JsonNode> reviews() {
        return hub.at(callbackPath()).stream().map(Peer.Request::json).toList();
    }

    private String callbackPath() {
        return "/api/v3/repos/acme/" + service + "/actions/runs/17/deployment_protection_rule";
    }

    private String callback() {
        return hub.address(callbackPath());
    }

    private Api.Answer ask(String body) {
        return github.github(service, "deployment_protection_rule", body);
    }

    private String rule(String url) {
        return """
                {"action": "requested", "environment": "shop", "event": "push", "sha": "%s", "ref": "main",
                 "deployment_callback_url": "%s", "deployment": {"id": 5, "environment": "shop"}, "pull_requests": [],
                 "repository": {"full_name": "acme/%s"}, "sender": {"login": "dan"}, "installation": {"id": 4711}, "workflow_run": {"id": 17}}
                """.formatted(sha, url, service);
    }

    private String raise() {
        return holdfast.post("/api/v1/changes", "{\"service\": \"%s\", \"version\": \"%s\"}".formatted(service, sha)).expect(201).at("/number");
    }

    private void approve() {
        var change = holdfast.get("/api/v1/changes?state=raised&service=" + service).at("/items/0/number");
        holdfast.post("/api/v1/changes/" + change + "/approve", "{\"person\": \"rule-cas\"}").expect(200);
    }

    private void apply(String key, String url, String mode) {
        holdfast.apply("""
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: rule-cas}
                spec: {timeZone: UTC}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: rule-team}
                spec: {kind: product, members: []}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: rule-managers}
                spec: {kind: change-management, members: [rule-cas]}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: %s}
                spec: {kind: digital, owner: rule-team, gate: {mode: %s}}
                ---
                """.formatted(service, mode) + integration(key, url)).expect(200);
    }

    private String integration(String key, String url) {
        return """
                apiVersion: holdfast.dev/v1
                kind: Integration
                metadata: {name: %s}
                spec:
                  from: github
                  secret: a secret of the rule
                  sources: {acme/%s: %s}
                  environments: {shop: production}
                  app:
                    id: "99"
                    url: "%s"
                    privateKey: |
                %s
                """.formatted(service, service, service, url, key.indent(6));
    }
}
