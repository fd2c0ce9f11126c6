package dev.holdfast.integrations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import dev.holdfast.Peer;
import dev.holdfast.TestClock;
import java.net.URLDecoder;
import java.time.Duration;
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

/** A deployment to a protected environment that waits: GitLab's side played by a server that looks at the token. */
@HoldfastTest
@TestPropertySource(properties = {"holdfast.admin-token=" + Pipes.TOKEN, "holdfast.outbound-allow=127.0.0.0/8"})
class GitLabGateTest {

    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final String TOKEN = "glpat-of-a-test";
    private static final String APPROVAL = "/api/v4/projects/30/deployments/15/approval";

    @LocalServerPort
    int port;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    private final Peer lab = new Peer();
    private final String sha = UUID.randomUUID().toString().replace("-", "") + "00000000";
    private Api holdfast;
    private Pipes gitlab;
    private String service;

    @BeforeEach
    void aProtectedEnvironment() {
        holdfast = new Api("http://localhost:" + port, Pipes.TOKEN);
        gitlab = new Pipes(holdfast, "a secret of lab");
        service = "blocked" + NAMES.incrementAndGet();
        apply("api: {url: \"" + lab.address("") + "\", token: " + TOKEN + "}");
        lab.answers(request -> new Peer.Response(TOKEN.equals(request.header("PRIVATE-TOKEN")) ? 201 : 401, "{}"));
    }

    @AfterEach
    void hangUp() {
        lab.close();
    }

    @Test
    void anApprovalUnblocksTheDeployment() {
        var change = raise();

        hook(blocked()).expect(202);
        await().until(() -> asked());
        assertThat(lab.requests()).as("GitLab takes no notes").isEmpty();
        decide(change, "approve", "{\"person\": \"lab-cas\"}");
        settled("told");

        assertThat(lab.at(APPROVAL)).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.body()).startsWith("status=approved&comment=");
            assertThat(URLDecoder.decode(request.body(), UTF_8)).contains("lab-cas approved " + change, "/changes/" + change);
        });
    }

    @Test
    void aRejectionRejectsIt() {
        var change = raise();
        hook(blocked()).expect(202);

        decide(change, "reject", "{\"person\": \"lab-cas\", \"reason\": \"Tomorrow & not today.\"}");
        settled("told");

        assertThat(lab.at(APPROVAL)).singleElement().satisfies(request ->
                assertThat(URLDecoder.decode(request.body(), UTF_8)).startsWith("status=rejected&comment=").contains("Tomorrow & not today."));
    }

    @Test
    void whatWaitsForNoApprovalIsLeftAndAFailureIsTriedAgain() {
        var answers = List.of(
                new Peer.Response(502, ""), new Peer.Response(403, "{}"),
                new Peer.Response(400, "{\"message\": \"This deployment is not waiting for approvals.\"}"));
        var calls = new AtomicInteger();
        lab.answers(request -> answers.get(Math.min(calls.getAndIncrement(), 2)));
        decide(raise(), "approve", "{\"person\": \"lab-cas\"}");

        hook(blocked()).expect(202);
        await().until(() -> {
            clock.advance(Duration.ofSeconds(20));
            return states().equals(List.of("told"));
        });

        assertThat(lab.at(APPROVAL)).hasSize(3);
    }

    @Test
    void whatItMayNotApproveIsGivenUp() {
        lab.answers(request -> new Peer.Response(400, "{\"message\": \"You cannot approve your own deployment.\"}"));
        decide(raise(), "approve", "{\"person\": \"lab-cas\"}");

        hook(blocked()).expect(202);

        settled("failed");
    }

    @Test
    void withoutAnApiAJobThatIsStartedByHandIsNoQuestion() {
        apply("preProduction: {workflow: release}");

        hook(blocked()).expect(202);
        hook(blocked().replace("root/" + service, "root/unheard-of-" + service)).expect(202);

        assertThat(states()).isEmpty();
        assertThat(holdfast.get("/api/v1/unplaced-events?limit=500").expect(200).text()).doesNotContain("unheard-of-" + service);
    }

    @Test
    void garbageIsTakenAndNeverAFault() {
        for (var body : List.of(
                "{\"object_kind\": \"deployment\", \"status\": \"blocked\"}", blocked().replace("\"deployment_id\": 15", "\"deployment_id\": \"../15\""),
                blocked().replace("\"id\": 30", "\"id\": {}"), blocked().replace("\"environment\": \"shop\"", "\"environment\": null"))) {
            hook(body).expect(202);
        }

        assertThat(states()).isEmpty();
    }

    @Test
    void theTokenStaysSecretAndOnlyGitLabHasOne() {
        var wrong = holdfast.apply("""
                apiVersion: holdfast.dev/v1
                kind: Integration
                metadata: {name: %s}
                spec: {from: github, service: %s, api: {token: "two words"}}
                """.formatted(service, service)).expect(422);

        assertThat(wrong.text()).contains("spec.api");
        assertThat(holdfast.get("/api/v1/catalogue/export").text()).doesNotContain(TOKEN);
        assertThat(holdfast.get("/api/v1/integrations/" + service).at("/spec/api/token")).isEqualTo("set");
    }

    private void settled(String state) {
        await().untilAsserted(() -> assertThat(states()).containsExactly(state));
    }

    private boolean asked() {
        return db.sql("select count(*) from changes.decision where service = :service").param("service", service).query(Integer.class).single() > 0;
    }

    private List<String> states() {
        return db.sql("select state from changes.inquiry where service = :service").param("service", service).query(String.class).list();
    }

    private Api.Answer hook(String body) {
        return gitlab.send("/hooks/gitlab/" + service, body,
                "X-Gitlab-Event", "Deployment Hook", "X-Gitlab-Token", "a secret of lab", "Idempotency-Key", UUID.randomUUID().toString());
    }

    private String blocked() {
        return """
                {"object_kind": "deployment", "status": "blocked", "status_changed_at": "2026-11-20 10:00:00 +0000", "deployment_id": 15,
                 "deployable_id": 796, "environment": "shop", "project": {"id": 30, "path_with_namespace": "root/%s"}, "short_sha": "%s",
                 "user": {"username": "dan"}, "commit_url": "https://lab.example/root/shop/-/commit/%s", "ref": "main"}
                """.formatted(service, sha.substring(0, 8), sha);
    }

    private String raise() {
        return holdfast.post("/api/v1/changes", "{\"service\": \"%s\", \"version\": \"%s\"}".formatted(service, sha)).expect(201).at("/number");
    }

    private void decide(String change, String act, String body) {
        holdfast.post("/api/v1/changes/" + change + "/" + act, body).expect(200);
    }

    private void apply(String more) {
        holdfast.apply("""
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: lab-cas}
                spec: {timeZone: UTC}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: lab-team}
                spec: {kind: product, members: []}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: lab-managers}
                spec: {kind: change-management, members: [lab-cas]}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: %s}
                spec: {kind: digital, owner: lab-team}
                ---
                apiVersion: holdfast.dev/v1
                kind: Integration
                metadata: {name: %s}
                spec:
                  from: gitlab
                  secret: a secret of lab
                  sources: {root/%s: %s}
                  environments: {shop: production}
                  %s
                """.formatted(service, service, service, service, more)).expect(200);
    }
}
