package dev.holdfast.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import dev.holdfast.Peer;
import dev.holdfast.TestClock;
import dev.holdfast.timers.Errand;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Who wants to hear of deployments and of changes that wait hears of them once, each in their way, until they do not want to. */
@HoldfastTest
@TestPropertySource(properties = {"holdfast.admin-token=" + SubscriptionsTest.TOKEN, "holdfast.outbound-allow=127.0.0.0/8"})
class SubscriptionsTest {

    static final String TOKEN = "hf_subscriptions_0123456789_0123456789_0";
    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

    @LocalServerPort
    int port;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    @Autowired
    Posting posting;

    private final Peer peer = new Peer();
    private Api holdfast;
    private String service;

    @BeforeAll
    static void mailServer() {
        if (!MAIL.isRunning()) MAIL.start();
    }

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry settings) {
        MAIL.start();
        settings.add("holdfast.smtp-url", () -> "smtp://127.0.0.1:" + MAIL.getSmtp().getPort() + "?starttls=never");
        settings.add("holdfast.mail-from", () -> "holdfast@example.com");
    }

    @AfterAll
    static void noMailServer() {
        MAIL.stop();
    }

    @BeforeEach
    void aServiceOfItsOwn() {
        holdfast = new Api("http://localhost:" + port, TOKEN);
        service = "heard" + NAMES.incrementAndGet();
        holdfast.apply("""
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: heard-cas}
                spec: {timeZone: UTC}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: heard-managers}
                spec: {kind: change-management, members: [heard-cas]}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: heard-team}
                spec: {kind: product, members: []}
                ---
                apiVersion: holdfast.dev/v1
                kind: Domain
                metadata: {name: %1$s-domain}
                spec: {}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: %1$s}
                spec: {kind: digital, owner: heard-team, domain: %1$s-domain}
                """.formatted(service)).expect(200);
    }

    @AfterEach
    void hangUp() {
        peer.close();
    }

    @Test
    void aWebhookHearsOfEveryDeploymentOnceAndCanTellThatItIsOurs() {
        var made = subscribe("deployments", "webhook", peer.address("/hook"), "\"scope\": \"domain:" + service + "-domain\"").expect(201);

        deploy("d1", "1.0", "started").expect(201);
        deploy("d1", "1.0", "succeeded").expect(200);
        deploy("d1", "1.0", "succeeded").expect(200);
        clock.advance(Duration.ofSeconds(6));
        var heard = peer.await("/hook");

        assertThat(made.at("/secret")).hasSizeGreaterThan(30);
        assertThat(heard.header("Holdfast-Signature")).isEqualTo("sha256=" + Peer.hmac(made.at("/secret"), heard.body()));
        assertThat(heard.header("Holdfast-Delivery")).isEqualTo(heard.json().path("deliveryId").asString());
        assertThat(heard.json().path("type").asString()).isEqualTo("deployments");
        assertThat(heard.json().path("items").size()).isEqualTo(1);
        var item = heard.json().path("items").path(0);
        assertThat(item.path("service").asString()).isEqualTo(service);
        assertThat(item.path("status").asString()).isEqualTo("succeeded");
        assertThat(item.path("approved").asBoolean()).isFalse();
        assertThat(item.path("gaps").path(0).asString()).isEqualTo("NO_CHANGE");
        await().untilAsserted(() -> assertThat(holdfast.get("/api/v1/subscriptions").text()).contains("\"lastAt\":\"20"));
        assertThat(holdfast.get("/api/v1/subscriptions").text()).doesNotContain(made.at("/secret")).doesNotContain("/hook\"");
        clock.advance(Duration.ofMinutes(10));
        assertThat(peer.requests()).hasSize(1);
    }

    @Test
    void aChatHearsAtOnceOfWhatNobodyAllowedAndNotOfTheRest() {
        subscribe("unapproved", "slack", peer.address("/slack"), scope()).expect(201);
        subscribe("unapproved", "teams", peer.address("/teams"), scope()).expect(201);
        holdfast.post("/api/v1/builds", """
                {"service": "%s", "version": "1.0", "builtAt": "%s", "preProductionPassed": true}
                """.formatted(service, clock.instant())).expect(201);
        var change = holdfast.get("/api/v1/changes?service=" + service).at("/items/0/number");
        holdfast.post("/api/v1/changes/" + change + "/approve", "{\"person\": \"heard-cas\"}").expect(200);
        clock.advance(Duration.ofSeconds(1));

        deploy("d1", "1.0", "started").expect(201);
        deploy("d2", "<2.0&>_", "started").expect(201);
        clock.advance(Duration.ofSeconds(6));
        var slack = peer.await("/slack").json().path("text").asString();
        var teams = peer.await("/teams").json().path("attachments").path(0).path("content").path("body").path(0).path("text").asString();

        assertThat(slack).contains(service + " &lt;2.0&amp;&gt;_ is going to production", "NOT ALLOWED: no change", "|Open>").doesNotContain(" 1.0 ");
        assertThat(teams).contains("<2.0&\\>\\_ is going to production", "[Open](http");
    }

    @Test
    void aMailHearsNothingBeforeItConfirmsAndEndsItWithoutAnAccount() throws Exception {
        var to = service + "@example.org";
        var made = subscribe("waiting", "email", to, scope()).expect(201);
        raise("0.9");
        await().until(() -> MAIL.getReceivedMessagesForDomain(to).length == 1);
        var asked = text(to, 0);
        var link = link(asked);

        assertThat(made.at("/confirmed")).isEqualTo("false");
        assertThat(asked).contains("Confirm it, or do nothing").doesNotContain("0.9");
        var open = holdfast.as(null);
        assertThat(open.get(link).expect(200).text()).contains("Do you want to hear", "Confirm");
        assertThat(open.get(link + "x").status()).isEqualTo(404);
        assertThat(open.post(link + "/confirm", "").expect(200).text()).contains("Confirmed");
        var change = raise("1.0");
        var decided = raise("1.1");
        holdfast.post("/api/v1/changes/" + decided + "/approve", "{\"person\": \"heard-cas\"}").expect(200);
        clock.advance(Duration.ofSeconds(6));
        await().until(() -> MAIL.getReceivedMessagesForDomain(to).length == 2);
        var mail = MAIL.getReceivedMessagesForDomain(to)[1];
        assertThat(mail.getSubject()).startsWith(change + " waits for a decision");
        assertThat(text(to, 1)).contains("/changes/" + change, link).doesNotContain(decided);
        assertThat(open.post(link + "/end", "").expect(200).text()).contains("Ended");
        assertThat(open.get(link).status()).isEqualTo(404);
        assertThat(open.post(link + "/end", "").status()).isEqualTo(404);
        assertThat(holdfast.get("/api/v1/subscriptions").text()).doesNotContain(to);
    }

    @Test
    void aDigestGathersAndComesAtItsTime() {
        var digest = LocalTime.ofInstant(clock.instant().plus(Duration.ofHours(2)), ZoneId.of("UTC")).withSecond(0).withNano(0);
        subscribe("deployments", "slack", peer.address("/digest"), scope() + ", \"digest\": \"" + digest + "\"").expect(201);

        deploy("d1", "1.0", "succeeded").expect(201);
        clock.advance(Duration.ofHours(1));
        deploy("d2", "1.1", "failed").expect(201);
        var early = peer.requests().size();
        clock.advance(Duration.ofHours(25));
        var text = peer.await("/digest").json().path("text").asString();

        assertThat(early).isZero();
        assertThat(text.lines()).hasSize(2);
        assertThat(text).contains(service + " 1.0 went to production", service + " 1.1 failed to go to production");
    }

    @Test
    void whatIsNotTakenIsTriedAgainAndWhatNeverIsIsShown() {
        peer.answers(request -> new Peer.Response(500, ""));
        subscribe("deployments", "slack", peer.address("/moody"), scope()).expect(201);
        deploy("d1", "1.0", "succeeded").expect(201);
        clock.advance(Duration.ofSeconds(6));
        peer.await("/moody");

        await().untilAsserted(() -> assertThat(db.sql("select max(attempts) from subscriptions.delivery").query(Integer.class).single()).isPositive());
        peer.answers(request -> new Peer.Response(200, ""));
        await().until(() -> {
            clock.advance(Duration.ofSeconds(30));
            return peer.requests().size() >= 2;
        });

        await().untilAsserted(() -> assertThat(db.sql("select count(*) from subscriptions.delivery where state = 'sent' and attempts > 0").query(Integer.class).single()).isPositive());
    }

    @Test
    void twoNodesDoNotTellTheSameAndALostOneIsToldAgain() {
        subscribe("deployments", "slack", peer.address("/nodes"), scope() + ", \"digest\": \"00:00\"").expect(201);
        deploy("d1", "1.0", "succeeded").expect(201);
        var delivery = db.sql("select delivery from subscriptions.notice where subject = :subject").param("subject", "deployment/" + service + "/d1")
                .query(java.util.UUID.class).single();

        var one = posting.prepare(delivery);
        var other = posting.prepare(delivery);
        clock.advance(Posting.CLAIM);
        var after = posting.prepare(delivery);

        assertThat(one).isInstanceOf(Errand.Now.class);
        assertThat(other).isInstanceOf(Errand.Later.class);
        assertThat(after).isInstanceOf(Errand.Now.class);
        assertThat(((Errand.Now<Posting.Tell>) after).claim().delivery().id()).isEqualTo(delivery);
    }

    @Test
    void historyIsNotTold() {
        subscribe("deployments", "slack", peer.address("/history"), scope()).expect(201);
        holdfast.post("/api/v1/deployments", """
                {"id": "old", "service": "%s", "version": "0.1", "environment": "production", "status": "succeeded", "startedAt": "%s"}
                """.formatted(service, clock.instant().minus(Duration.ofDays(30)))).expect(201);

        assertThat(db.sql("select count(*) from subscriptions.notice where subject = :subject").param("subject", "deployment/" + service + "/old")
                .query(Integer.class).single()).isZero();
    }

    @Test
    void whatCannotBeIsSaidAndOthersMayNot() {
        assertThat(subscribe("everything", "slack", peer.address("/x"), scope()).expect(422).at("/errors/0/path")).isEqualTo("on");
        assertThat(subscribe("waiting", "pigeon", peer.address("/x"), scope()).expect(422).at("/errors/0/path")).isEqualTo("by");
        assertThat(subscribe("waiting", "email", "nobody", scope()).expect(422).at("/errors/0/path")).isEqualTo("to");
        assertThat(subscribe("waiting", "slack", "ftp://example.org", scope()).expect(422).at("/errors/0/path")).isEqualTo("to");
        assertThat(subscribe("waiting", "webhook", "https://user:password@example.org", scope()).status()).isEqualTo(422);
        assertThat(subscribe("waiting", "slack", peer.address("/x"), "\"scope\": \"service:nothing\"").expect(422).at("/errors/0/path")).isEqualTo("scope");
        assertThat(subscribe("waiting", "slack", peer.address("/x"), "\"scope\": \"service:\"").status()).isEqualTo(422);
        assertThat(subscribe("waiting", "slack", peer.address("/x"), "\"digest\": \"noon\"").expect(422).at("/errors/0/path")).isEqualTo("digest");
        assertThat(subscribe("waiting", "webhook", peer.address("/x"), "\"secret\": \"short\"").expect(422).at("/errors/0/path")).isEqualTo("secret");
        var theirs = holdfast.post("/api/v1/tokens", "{\"name\": \"%s\", \"scopes\": [\"changes\", \"read\"], \"team\": \"heard-team\", \"expiresAt\": \"2199-01-01T00:00:00Z\"}".formatted(service))
                .expect(201)
                .at("/token");
        assertThat(holdfast.as(theirs).get("/api/v1/subscriptions").status()).isEqualTo(403);
        assertThat(holdfast.as(theirs).post("/api/v1/subscriptions", "{}").status()).isIn(403, 422);
        assertThat(holdfast.delete("/api/v1/subscriptions/nothing").status()).isEqualTo(404);
    }

    @Test
    void thePageShowsWhoIsTold() {
        assertThat(holdfast.get("/changes/subscriptions").expect(200).text()).contains("Who is told of changes");
        subscribe("deployments", "slack", "https://hooks.example.org/secret-path", scope() + ", \"digest\": \"08:30\"").expect(201);

        var page = holdfast.get("/changes/subscriptions").expect(200).text();

        assertThat(page).contains("https://hooks.example.org/…", "service:" + service, "daily at 08:30", "nothing sent yet").doesNotContain("secret-path");
        assertThat(holdfast.get("/changes").expect(200).text()).contains("/changes/subscriptions");
    }

    @Test
    void theTimeOfADigestIsThatOfTheWallClock() {
        var london = ZoneId.of("Europe/London");

        assertThat(Noting.due(LocalTime.of(8, 30), london, Instant.parse("2026-03-28T09:00:00Z"))).isEqualTo("2026-03-29T07:30:00Z");
        assertThat(Noting.due(LocalTime.of(8, 30), london, Instant.parse("2026-03-28T08:00:00Z"))).isEqualTo("2026-03-28T08:30:00Z");
        assertThat(Noting.due(LocalTime.of(1, 30), london, Instant.parse("2026-03-28T12:00:00Z"))).isEqualTo("2026-03-29T01:30:00Z");
        assertThat(Noting.due(null, london, Instant.parse("2026-03-28T12:00:00Z"))).isAfter("2026-03-28T12:00:00Z").isBefore("2026-03-28T12:01:00Z");
    }

    private Api.Answer subscribe(String on, String by, String to, String rest) {
        return holdfast.post("/api/v1/subscriptions", "{\"on\": \"%s\", \"by\": \"%s\", \"to\": \"%s\", %s}".formatted(on, by, to, rest));
    }

    private String scope() {
        return "\"scope\": \"service:" + service + "\"";
    }

    private Api.Answer deploy(String id, String version, String status) {
        return holdfast.post("/api/v1/deployments", """
                {"id": "%s", "service": "%s", "version": "%s", "environment": "production", "status": "%s", "deployer": "dee", "startedAt": "%s"}
                """.formatted(id, service, version, status, clock.instant()));
    }

    private String raise(String version) {
        return holdfast.post("/api/v1/changes", "{\"service\": \"%s\", \"version\": \"%s\"}".formatted(service, version)).expect(201).at("/number");
    }

    private static String text(String to, int mail) throws Exception {
        var both = (MimeMultipart) MAIL.getReceivedMessagesForDomain(to)[mail].getContent();
        return GreenMailUtil.getBody(both.getBodyPart(0)).replace("=\r\n", "").replace("=3D", "=");
    }

    private static String link(String text) {
        var found = Pattern.compile("/t/subscriptions/\\S+").matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group();
    }
}
