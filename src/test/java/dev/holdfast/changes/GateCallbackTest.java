package dev.holdfast.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import dev.holdfast.Peer;
import dev.holdfast.TestClock;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.timers.Errand;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Whoever asks the gate and does not wait is told the decision, once, signed, whatever the other side does. */
@HoldfastTest
@TestPropertySource(properties = {"holdfast.admin-token=" + GateCallbackTest.TOKEN, "holdfast.outbound-allow=127.0.0.0/8"})
class GateCallbackTest {

    static final String TOKEN = "hf_callbacks_0123456789_0123456789_01234";
    private static final AtomicInteger NAMES = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    TestClock clock;

    @Autowired
    Pursuit pursuit;

    @Autowired
    Inquiries inquiries;

    @Autowired
    Runner runner;

    @Autowired
    JdbcClient db;

    private final Peer peer = new Peer();
    private Api holdfast;
    private String service;

    @BeforeEach
    void aServiceOfItsOwn() {
        holdfast = new Api("http://localhost:" + port, TOKEN);
        service = "callback" + NAMES.incrementAndGet();
        holdfast.apply("""
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: callback-cas}
                spec: {timeZone: UTC}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: callback-team}
                spec: {kind: product, members: []}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: callback-managers}
                spec: {kind: change-management, members: [callback-cas]}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: %s}
                spec: {kind: digital, owner: callback-team}
                """.formatted(service)).expect(200);
    }

    @AfterEach
    void hangUp() {
        peer.close();
    }

    @Test
    void theApprovalIsToldOnceAndSigned() {
        var change = raise("1.0");

        var waiting = ask("1.0", ", \"callbackSecret\": \"our own secret\"").expect(403);
        var again = ask("1.0", ", \"callbackSecret\": \"our own secret\"").expect(403);
        var early = peer.requests().size();
        var page = holdfast.get("/changes/" + change).expect(200).text();
        approve(change);
        var told = peer.await("/done");

        assertThat(waiting.at("/reasons/0/code")).isEqualTo("PENDING_APPROVAL");
        assertThat(waiting.header("Retry-After")).contains("30");
        assertThat(waiting.at("/callback/until")).isNotEmpty();
        assertThat(waiting.body().path("callback").has("secret")).isFalse();
        assertThat(again.at("/decisionId")).isEqualTo(waiting.at("/decisionId"));
        assertThat(early).isZero();
        assertThat(page).contains("Waits for it", "A pipeline that is called back, since");
        assertThat(told.json().path("type").asString()).isEqualTo("gate");
        assertThat(told.json().path("decision").asString()).isEqualTo("allow");
        assertThat(told.json().path("service").asString()).isEqualTo(service);
        assertThat(told.json().path("reasons").path(0).path("code").asString()).isEqualTo("APPROVED");
        assertThat(told.json().path("change").path("number").asString()).isEqualTo(change);
        assertThat(told.json().path("attestation").path("payloadType").asString()).isEqualTo("application/vnd.in-toto+json");
        assertThat(told.header("Holdfast-Delivery")).isEqualTo(told.json().path("deliveryId").asString()).hasSizeLessThanOrEqualTo(40);
        assertThat(told.header("Holdfast-Signature")).isEqualTo("sha256=" + Peer.hmac("our own secret", told.body()));
        assertThat(told.header("Content-Length")).isNotNull();
        assertToldOnce();
    }

    @Test
    void aRejectionIsToldWithASecretThatWasMadeHereAndStaysTheSame() {
        var change = raise("1.0");

        var secret = ask("1.0", "").expect(403).at("/callback/secret");
        var same = ask("1.0", "").expect(403).at("/callback/secret");
        holdfast.post("/api/v1/changes/" + change + "/reject", "{\"person\": \"callback-cas\", \"reason\": \"Not today.\"}").expect(200);
        var told = peer.await("/done");

        assertThat(secret).isNotEmpty().isEqualTo(same);
        assertThat(told.json().path("decision").asString()).isEqualTo("refuse");
        assertThat(told.json().path("reasons").path(0).path("code").asString()).isEqualTo("REJECTED");
        assertThat(told.json().path("reasons").path(0).path("message").asString()).contains("Not today.");
        assertThat(told.header("Holdfast-Signature")).isEqualTo("sha256=" + Peer.hmac(secret, told.body()));
        assertToldOnce();
    }

    @Test
    void whatIsDecidedAtOnceIsNotToldAgain() {
        var change = raise("1.0");
        approve(change);

        var allowed = ask("1.0", "").expect(200);

        assertThat(allowed.body().has("callback")).isFalse();
        assertThat(inquiriesOf(service)).isEmpty();
    }

    @Test
    void aPeerThatFailsIsToldAgainWithTheSameDelivery() {
        var failures = new AtomicInteger(2);
        peer.answers(request -> new Peer.Response(failures.getAndDecrement() > 0 ? 500 : 204, ""));
        var change = raise("1.0");

        ask("1.0", "").expect(403);
        approve(change);
        await().until(() -> {
            clock.advance(Duration.ofSeconds(1));
            return stateOf(service).equals("told");
        });

        assertThat(peer.at("/done")).hasSize(3).extracting(request -> request.header("Holdfast-Delivery")).containsOnly(
                peer.at("/done").getFirst().header("Holdfast-Delivery"));
    }

    @Test
    void anAddressThatIsNeverCalledIsToldToNobody() {
        var change = raise("1.0");

        ask("1.0", "", "http://169.254.169.254/latest").expect(403);
        approve(change);

        await().untilAsserted(() -> assertThat(stateOf(service)).isEqualTo("failed"));
        assertThat(holdfast.get("/api/v1/ledger?subject=service/" + service).expect(200).text())
                .contains("gate-untold", "link-local")
                .doesNotContain("/latest");
        assertThat(holdfast.get("/changes/" + change).expect(200).text()).contains("Not told", "link-local").doesNotContain("169.254.169.254/latest");
    }

    @Test
    void anAddressThatIsNoneIsRefused() {
        raise("1.0");

        for (var address : List.of("ftp://example.com/x", "http:///x", "http://me@example.com/", "no address", "")) {
            var refused = ask("1.0", "", address).expect(422);
            assertThat(refused.at("/errors/0/field")).isEqualTo("callbackUrl");
            assertThat(refused.at("/errors/0/code")).isEqualTo("MALFORMED");
        }
        assertThat(ask("1.0", ", \"callbackSecret\": \"short\"").expect(422).at("/errors/0/code")).isEqualTo("OUT_OF_RANGE");
        assertThat(inquiriesOf(service)).isEmpty();
    }

    @Test
    void aFreezeThatEndsIsFoundByTheClock() {
        var from = clock.instant().minus(Duration.ofDays(1)).toString().substring(0, 16);
        var to = clock.instant().plus(Duration.ofHours(2)).toString().substring(0, 16);
        holdfast.apply("""
                apiVersion: holdfast.dev/v1
                kind: FreezeWindow
                metadata: {name: %s-freeze}
                spec: {services: [%s], from: "%s", to: "%s", timeZone: UTC}
                """.formatted(service, service, from, to)).expect(200);
        approve(raise("1.0"));

        assertThat(ask("1.0", "").expect(403).at("/reasons/0/code")).isEqualTo("FREEZE");
        await().until(() -> attempts() > 0);
        assertThat(peer.at("/done")).isEmpty();
        clock.advance(Duration.ofHours(3));

        assertThat(peer.await("/done").json().path("reasons").path(0).path("code").asString()).isEqualTo("APPROVED");
        assertToldOnce();
    }

    @Test
    void nobodyDecidesForAMonthAndThatIsTold() {
        raise("1.0");

        ask("1.0", "").expect(403);
        clock.advance(Duration.ofDays(31));

        var told = peer.await("/done").json();
        assertThat(told.path("decision").asString()).isEqualTo("refuse");
        assertThat(told.path("reasons").path(0).path("code").asString()).isEqualTo("PENDING_APPROVAL");
    }

    @Test
    void ofManyWhoLookAtOnceOneTells() throws Exception {
        approve(raise("1.0"));
        var question = new GateQuestion(new ServiceName(service), "1.0", "production", null, null, null, null, null);

        inquiries.keep(question, new Inquiries.Ear("callback", peer.address("/done"), "a secret"), "token:nodes");
        var inquiry = inquiriesOf(service).getFirst();
        var looks = Collections.nCopies(8, (Callable<Boolean>) () -> {
            if (pursuit.prepare(inquiry) instanceof Errand.Now<Pursuit.Tell>(var tell)) runner.run(tell);
            return true;
        });
        try (var nodes = Executors.newFixedThreadPool(8)) {
            for (var look : nodes.invokeAll(looks)) look.get();
        }

        peer.await("/done");
        assertToldOnce();
    }

    @Test
    void whileOneTellsTheOthersWaitForIt() throws Exception {
        var open = new CountDownLatch(1);
        peer.answers(request -> {
            awaited(open);
            return new Peer.Response(204, "");
        });
        var change = raise("1.0");
        ask("1.0", "").expect(403);
        var inquiry = inquiriesOf(service).getFirst();

        approve(change);
        await().until(() -> stateOf(service).equals("decided"));

        assertThat(pursuit.prepare(inquiry)).isInstanceOf(Errand.Later.class);
        open.countDown();
        assertToldOnce();
    }

    @Test
    void whoWaitsIsLetThroughWhenSomebodyApproves() throws Exception {
        var change = raise("1.0");

        try (var pipeline = Executors.newVirtualThreadPerTaskExecutor()) {
            var asking = pipeline.submit(() -> holdfast.post("/api/v1/deployments/gate", question("1.0", ", \"waitSeconds\": 25")));
            await().until(() -> asked("1.0"));
            approve(change);

            assertThat(asking.get().expect(200).at("/reasons/0/code")).isEqualTo("APPROVED");
        }
    }

    @Test
    void whoWaitsInVainIsToldWhenToAskAgain() {
        raise("1.0");

        var refused = holdfast.post("/api/v1/deployments/gate", question("1.0", ", \"waitSeconds\": 1")).expect(403);

        assertThat(refused.at("/reasons/0/code")).isEqualTo("PENDING_APPROVAL");
        assertThat(refused.header("Retry-After")).contains("30");
        assertThat(refused.at("/retryAfter")).isEqualTo("30");
        holdfast.post("/api/v1/deployments/gate", question("1.0", ", \"waitSeconds\": 56")).expect(422);
    }

    /** Looked at again a minute and a month later, nothing more is said. */
    private void assertToldOnce() {
        await().untilAsserted(() -> assertThat(stateOf(service)).isEqualTo("told"));
        inquiriesOf(service).forEach(inquiry -> assertThat(pursuit.prepare(inquiry)).isInstanceOf(Errand.Nothing.class));
        assertThat(peer.at("/done")).hasSize(1);
        assertThat(inquiriesOf(service)).hasSize(1);
    }

    private String raise(String version) {
        return holdfast.post("/api/v1/changes", "{\"service\": \"%s\", \"version\": \"%s\"}".formatted(service, version)).expect(201).at("/number");
    }

    private void approve(String change) {
        holdfast.post("/api/v1/changes/" + change + "/approve", "{\"person\": \"callback-cas\"}").expect(200);
    }

    private Api.Answer ask(String version, String more) {
        return ask(version, more, peer.address("/done"));
    }

    private Api.Answer ask(String version, String more, String address) {
        return holdfast.post("/api/v1/deployments/gate", question(version, ", \"callbackUrl\": \"" + address + "\"" + more));
    }

    private String question(String version, String more) {
        return "{\"service\": \"%s\", \"version\": \"%s\", \"environment\": \"production\"%s}".formatted(service, version, more);
    }

    private boolean asked(String version) {
        return db.sql("select count(*) from changes.decision where service = :service and version = :version")
                .param("service", service).param("version", version).query(Integer.class).single() > 0;
    }

    private int attempts() {
        return db.sql("select count(*) from changes.decision where service = :service").param("service", service).query(Integer.class).single();
    }

    private List<UUID> inquiriesOf(String name) {
        return db.sql("select id from changes.inquiry where service = :service").param("service", name).query(UUID.class).list();
    }

    private String stateOf(String name) {
        return db.sql("select state from changes.inquiry where service = :service").param("service", name).query(String.class).single();
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
