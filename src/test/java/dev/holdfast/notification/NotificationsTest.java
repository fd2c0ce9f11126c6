package dev.holdfast.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.holdfast.HoldfastTest;
import dev.holdfast.TestClock;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.keys.Keyring;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

@HoldfastTest
class NotificationsTest {

    private static final FakeReceiver RECEIVER = new FakeReceiver();
    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    private static final Set<String> GONE = ConcurrentHashMap.newKeySet();
    private static final List<DeliveryFailed> FAILED = new CopyOnWriteArrayList<>();
    private static final URI LINK = URI.create("https://holdfast.example.com/a/ök");

    @Autowired
    Notifications notifications;

    @Autowired
    Contacts contacts;

    @Autowired
    ContactStore store;

    @Autowired
    DeliveryStore deliveries;

    @Autowired
    Keyring keyring;

    @Autowired
    TestClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient db;

    @Autowired
    JsonMapper json;

    private final String name = "p-" + UUID.randomUUID();
    private final PersonName person = new PersonName(name);
    private final String about = "incident-" + UUID.randomUUID();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        MAIL.start();
        settings.add("holdfast.outbound-allow", () -> "127.0.0.0/8");
        settings.add("holdfast.smtp-url", () -> "smtp://127.0.0.1:" + MAIL.getSmtp().getPort() + "?starttls=never");
        settings.add("holdfast.mail-from", () -> "holdfast@example.com");
    }

    @AfterAll
    static void stop() {
        RECEIVER.close();
        MAIL.stop();
    }

    @Test
    void sendsASignedWebhookRightAfterTheCommit() {
        has(webhook("/ann", 0));

        var sent = send("page");

        var request = awaitRequest("/ann");
        assertThat(request.headers().getFirst("Holdfast-Delivery")).isEqualTo(sent.getFirst().id());
        assertThat(request.headers().getFirst("Holdfast-Signature"))
                .isEqualTo(Signature.of("the-secret", request.body().getBytes(UTF_8)));
        assertThat(request.headers().getFirst("Transfer-Encoding")).isNull();
        assertThat(json.readTree(request.body()).propertyNames())
                .containsExactly(
                        "type", "deliveryId", "incident", "person", "schedule", "step", "round", "acknowledgeUrl",
                        "occurredAt");
        assertThat(json.readTree(request.body()).get("step").asInt()).isEqualTo(1);
        var delivered = awaitState(DeliveryState.DELIVERED);
        assertThat(delivered.attempts()).extracting(Attempt::outcome).containsExactly("delivered");
        assertThat(contacts.of(person).getFirst().lastDelivered()).isNotNull();
        assertThat(timers()).isZero();
    }

    @Test
    void sendsNothingOfWhatIsRolledBack() {
        has(webhook("/rolled-back", 0));

        transaction.executeWithoutResult(open -> {
            notifications.send(message("page"), person, clock.instant());
            open.setRollbackOnly();
        });

        assertThat(notifications.regarding(about)).isEmpty();
        assertThat(timers()).isZero();
    }

    @Test
    void triesAgainWithTheSameIdUntilItIsTaken() {
        RECEIVER.answers("/busy", 503);
        has(webhook("/busy", 0));
        send("page");
        await().until(() -> attempts() == 1 && settled());

        RECEIVER.answers("/busy", 200);
        clock.advance(Duration.ofSeconds(2));

        var delivered = awaitState(DeliveryState.DELIVERED);
        assertThat(delivered.attempts()).extracting(Attempt::detail).containsExactly("answered 503", "answered 200");
        assertThat(RECEIVER.at("/busy"))
                .extracting(request -> request.headers().getFirst("Holdfast-Delivery"))
                .containsOnly(delivered.id());
    }

    @Test
    void givesUpWhenPatienceEndsAndSaysSo() {
        RECEIVER.answers("/down", 429);
        has(webhook("/down", 0));
        var impatient = new Message("page", about, 1, 1, null, Set.of(), Duration.ofMillis(1_500));
        notifications.send(impatient, person, clock.instant());
        await().until(() -> attempts() == 1 && settled());

        clock.advance(Duration.ofSeconds(2));

        assertThat(awaitState(DeliveryState.FAILED).why()).isEqualTo("answered 429");
        await().untilAsserted(() -> assertThat(FAILED).anyMatch(failed -> failed.regarding().equals(about)));
        assertThat(timers()).isZero();
    }

    @Test
    void usesTheOtherContactsAtOnceAfterTheSecondFailure() {
        RECEIVER.answers("/broken", 500);
        has(webhook("/broken", 0), webhook("/second", 240));
        send("page");
        await().until(() -> attempts() == 1 && settled());
        assertThat(RECEIVER.at("/second")).isEmpty();

        clock.advance(Duration.ofSeconds(2));

        awaitRequest("/second");
    }

    @Test
    void aSilentOrClosingReceiverSlowsNobodyElse() {
        RECEIVER.isSilent("/silent");
        RECEIVER.closes("/closing");
        has(webhook("/silent", 0), webhook("/closing", 0));
        for (var i = 0; i < 80; i++) send("page");
        await().until(() -> RECEIVER.at("/silent").size() >= 64);
        var other = new PersonName("q-" + UUID.randomUUID());
        has(other.value(), webhook("/quick", 0));

        var before = System.nanoTime();
        notifications.send(message("page"), other, clock.instant());
        awaitRequest("/quick");

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
        GONE.add(about);
        RECEIVER.speaksAgain();
    }

    @Test
    void sendsNothingWhoseReasonIsGone() {
        has(webhook("/gone", 0));
        GONE.add(about);

        send("page");

        assertThat(awaitState(DeliveryState.NOT_SENT).why()).isEqualTo("its reason is gone");
        assertThat(RECEIVER.at("/gone")).isEmpty();
    }

    @Test
    void withdrawsTheCallsThatWaitAndNothingElse() {
        has(webhook("/later", 60));
        send("page");
        send("resolved");

        transaction.executeWithoutResult(open -> notifications.withdraw(about, "acknowledged by bob", clock.instant()));

        assertThat(notifications.regarding(about))
                .extracting(Delivery::type, Delivery::state, Delivery::why)
                .containsExactlyInAnyOrder(
                        tuple("page", DeliveryState.NOT_SENT, "acknowledged by bob"),
                        tuple("resolved", DeliveryState.WAITING, null));
        assertThat(timers()).isOne();
    }

    @Test
    void makesAnAttemptAgainThatWasLostWithItsNode() {
        has(webhook("/lost", 3_600));
        var id = send("page").getFirst().id();
        var now = clock.instant();
        deliveries.claim(id, now, now.plus(Courier.CLAIM));
        assertThat(deliveries.claim(id, now, now.plus(Courier.CLAIM))).isEmpty();

        clock.advance(Duration.ofHours(2));

        assertThat(awaitState(DeliveryState.DELIVERED).attempts())
                .extracting(Attempt::outcome)
                .containsExactly("interrupted", "delivered");
    }

    @Test
    void publishesToAnNtfyTopicWithAButton() {
        has(new Given(By.NTFY, RECEIVER.address("/topic"), "tk_1", 0));

        send("page");

        var request = awaitRequest("/topic");
        assertThat(request.body()).isEqualTo("Disk voll auf Möbel <1>");
        assertThat(request.headers().getFirst("Title")).startsWith("=?UTF-8?B?");
        assertThat(request.headers().getFirst("Authorization")).isEqualTo("Bearer tk_1");
        assertThat(request.headers().getFirst("Priority")).isEqualTo("urgent");
        assertThat(request.headers().getFirst("Click")).as("a tap needs no sign-in").isEqualTo(LINK.toASCIIString());
        assertThat(json.readTree(request.headers().getFirst("Actions")).get(0).get("url").asString())
                .isEqualTo(LINK.toASCIIString());
    }

    @Test
    void mailsInTextAndHtml() throws Exception {
        has(new Given(By.EMAIL, name + "@example.com", null, 0));

        var id = send("page").getFirst().id();

        awaitState(DeliveryState.DELIVERED);
        var mail = MAIL.getReceivedMessagesForDomain(name + "@example.com")[0];
        assertThat(mail.getSubject()).isEqualTo("INC-1 Möbel X-Bad: y");
        assertThat(mail.getHeader("X-Bad")).isNull();
        assertThat(mail.getMessageID()).isEqualTo("<" + id + "@example.com>");
        var both = (MimeMultipart) mail.getContent();
        assertThat((String) both.getBodyPart(0).getContent()).contains("Disk voll auf Möbel <1>", "Acknowledge: ");
        assertThat(GreenMailUtil.getBody(both.getBodyPart(1))).contains("&lt;1&gt;");
    }

    @Test
    void answersMaskedAddressesAndNoSecrets() {
        has(webhook("/ann-secret-path", 60));
        send("page");

        var answered = json.writeValueAsString(notifications.regarding(about));

        assertThat(answered).doesNotContain("ann-secret-path", "the-secret").contains("\"to\":\"http://127.0.0.1:");
        assertThat(json.readTree(answered).get(0).propertyNames())
                .containsExactlyInAnyOrder(
                        "id", "person", "by", "to", "type", "step", "round", "schedule", "state", "why", "attempts");
    }

    @Test
    void knowsWhoCanBeReached() {
        has(webhook("/reach", 0));
        var nobody = new PersonName("nobody-" + name);

        assertThat(contacts.reachable(List.of(person, nobody))).containsExactly(person);
        assertThat(contacts.reachable(nobody)).isFalse();
        assertThat(notifications.send(message("page"), nobody, clock.instant())).isEmpty();
    }

    private record Given(By by, String address, @Nullable String secret, long after) {}

    private static Given webhook(String path, long after) {
        return new Given(By.WEBHOOK, RECEIVER.address(path), "the-secret", after);
    }

    private void has(Given... contacts) {
        has(name, contacts);
    }

    private void has(String who, Given... given) {
        var kept = new LinkedHashMap<ContactStore.Key, String>();
        var rules = new ArrayList<NotifyRule>();
        for (var one : given) {
            var key = new ContactStore.Key(one.by(), one.address());
            var sealed = one.secret() == null ? null : keyring.seal(one.secret());
            kept.put(key, store.keep(who, Ids.fresh(clock.instant()), key, sealed, "admin", clock.instant()));
            rules.add(new NotifyRule(rules.size(), Duration.ofSeconds(one.after()), one.by(), one.address()));
        }
        store.replaceRules(who, rules, kept);
    }

    private List<Delivery> send(String type) {
        return notifications.send(message(type), person, clock.instant());
    }

    private Message message(String type) {
        return new Message(type, about, 1, 1, "some-schedule", Set.of());
    }

    private static FakeReceiver.Request awaitRequest(String path) {
        return await().pollInterval(Duration.ofMillis(5))
                .until(() -> RECEIVER.at(path), found -> !found.isEmpty())
                .getFirst();
    }

    private Delivery awaitState(DeliveryState state) {
        return await().until(() -> notifications.regarding(about).getFirst(), found -> found.state() == state);
    }

    private int attempts() {
        return notifications.regarding(about).getFirst().attempts().size();
    }

    private boolean settled() {
        return notifications.regarding(about).getFirst().attempts().stream()
                .noneMatch(attempt -> attempt.outcome().equals("sending"));
    }

    private long timers() {
        return db.sql("""
                        select count(*)
                          from timers.scheduled_tasks
                         where task_instance in (select delivery from notification.delivery where regarding = :about)
                        """)
                .param("about", about)
                .query(Long.class)
                .single();
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Words {

        @Bean
        @Primary
        @Order(Ordered.HIGHEST_PRECEDENCE)
        Briefings words() {
            return new Briefings() {
                @Override
                public Optional<Briefing> brief(Delivery delivery, Instant now) {
                    if (GONE.contains(delivery.regarding())) return Optional.empty();
                    var body = JsonNodeFactory.instance.objectNode();
                    body.putObject("incident").put("id", delivery.regarding());
                    return Optional.of(new Briefing(
                            "INC-1 Möbel\r\nX-Bad: y", "Disk voll auf Möbel <1>", body, LINK, LINK, true));
                }
            };
        }

        @EventListener
        void on(DeliveryFailed failed) {
            FAILED.add(failed);
        }
    }
}
