package dev.holdfast.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.HoldfastTest;
import dev.holdfast.TestClock;
import dev.holdfast.access.Scope;
import dev.holdfast.access.Tokens;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.keys.Keyring;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@HoldfastTest
@TestPropertySource(properties = "holdfast.outbound-allow=127.0.0.0/8")
class ContactsHttpTest {

    private static final FakeReceiver RECEIVER = new FakeReceiver();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String name = "c-" + UUID.randomUUID().toString().substring(0, 8);
    private String token = "";

    @LocalServerPort
    int port;

    @Autowired
    Tokens tokens;

    @Autowired
    TestClock clock;

    @Autowired
    Contacts contacts;

    @Autowired
    Keyring keyring;

    @Autowired
    JdbcClient db;

    @BeforeEach
    void anAdministratorsToken() {
        token = token(EnumSet.allOf(Scope.class));
    }

    @AfterAll
    static void stop() {
        RECEIVER.close();
    }

    @Test
    void whatAnAdministratorAppliesIsConfirmedAndShownMasked() throws Exception {
        apply(rules("{by: webhook, to: \"https://hooks.example.com/ann-path\", secret: \"s3cret-value\"}",
                "{after: PT2M, by: email}"));

        var answer = get("/api/v1/people/" + name + "/contacts");

        var items = json(answer).path("items");
        assertThat(items).hasSize(2);
        assertThat(items.get(0).path("to").stringValue()).isEqualTo("https://hooks.example.com/…");
        assertThat(items.get(0).path("confirmed").booleanValue()).isTrue();
        assertThat(items.get(1).path("to").stringValue()).isEqualTo("a…@example.com");
        assertThat(items.get(1).path("reachable").booleanValue()).isFalse();
        assertThat(answer.body()).doesNotContain("ann-path", "s3cret-value");
        assertThat(get("/api/v1/people/" + name).body()).doesNotContain("s3cret-value").contains("\"secret\":\"set\"");
    }

    @Test
    void aSecretIsGeneratedOnceShownOnceAndKept() throws Exception {
        var first = json(apply(rules("{by: webhook, to: \"https://hooks.example.com/a\"}")));

        var again = json(apply(rules("{by: webhook, to: \"https://hooks.example.com/a\"}", "{after: PT1M, by: email}")));

        var shown = first.path("generated").get(0);
        assertThat(shown.path("path").stringValue()).isEqualTo("spec.notify[0].secret");
        assertThat(again.path("generated")).isEmpty();
        assertThat(stored("webhook")).isEqualTo(shown.path("value").stringValue());
    }

    @Test
    void aContactThatIsNoLongerNamedIsGone() throws Exception {
        apply(rules("{by: webhook, to: \"https://hooks.example.com/a\", secret: one}"));
        assertThat(contacts.reachable(new PersonName(name))).isTrue();

        apply(rules("{by: ntfy, to: \"https://ntfy.example.com/b\", token: tk_2}"));
        assertThat(contacts.of(new PersonName(name))).extracting(Contact::by).containsExactly(By.NTFY);
        assertThat(get("/api/v1/people/" + name).body()).contains("\"token\":\"set\"").doesNotContain("tk_2");

        apply("email: ann@example.com");
        assertThat(contacts.reachable(new PersonName(name))).isFalse();
    }

    @Test
    void everyFaultHasItsPath() throws Exception {
        var answer = post("/api/v1/catalogue/apply", document(
                "notify: [{by: pigeon}, {to: x}, {by: webhook, to: \"ftp://h/x\"}, {by: email}, {by: ntfy, to: \"https://h/t\","
                        + " secret: x}, {after: P2D, by: webhook, to: \"https://h/x\"}]"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).path("errors"))
                .extracting(error -> error.path("path").stringValue() + " " + error.path("code").stringValue())
                .containsExactlyInAnyOrder(
                        "spec.notify[0].by UNKNOWN_VALUE",
                        "spec.notify[1].by REQUIRED",
                        "spec.notify[2].to MALFORMED",
                        "spec.notify[3].to REQUIRED",
                        "spec.notify[4].secret UNKNOWN_FIELD",
                        "spec.notify[5].after OUT_OF_RANGE");
    }

    @Test
    void sendsATestPage() throws Exception {
        apply(rules("{by: webhook, to: \"" + RECEIVER.address("/test") + "\", secret: one}"));

        var sent = json(post("/api/v1/people/" + name + "/test-page", "")).path("items").get(0);

        var request = await().until(() -> RECEIVER.at("/test"), found -> !found.isEmpty()).getFirst();
        var body = JsonMapper.shared().readTree(request.body());
        assertThat(body.path("deliveryId").stringValue()).isEqualTo(sent.path("id").stringValue());
        assertThat(body.path("type").stringValue()).isEqualTo("test");
        assertThat(body.get("incident").isNull()).isTrue();
    }

    @Test
    void aTestIsAnsweredByItsLinkAndSentOnceAMinute() throws Exception {
        apply(rules("{by: webhook, to: \"" + RECEIVER.address("/answered") + "\", secret: one}"));
        assertThat(post("/api/v1/people/" + name + "/test-page", "").statusCode()).isEqualTo(200);

        var tooSoon = post("/api/v1/people/" + name + "/test-page", "");
        assertThat(tooSoon.statusCode()).isEqualTo(429);
        assertThat(tooSoon.headers().firstValue("Retry-After")).hasValue("60");

        var request = await().until(() -> RECEIVER.at("/answered"), found -> !found.isEmpty()).getFirst();
        var link = URI.create(JsonMapper.shared().readTree(request.body()).path("acknowledgeUrl").stringValue()).getPath();
        assertThat(open(link, "GET").body()).contains("This is a test");
        assertThat(lastTest().path("answeredAt").isNull()).isTrue();
        clock.advance(Duration.ofSeconds(9));
        assertThat(open(link, "POST").body()).contains("You can be reached");
        var answered = lastTest().path("answeredAt").stringValue();
        clock.advance(Duration.ofMinutes(2));
        open(link, "POST");
        assertThat(lastTest().path("answeredAt").stringValue()).isEqualTo(answered);

        assertThat(open(link + "x", "POST").statusCode()).isEqualTo(404);
        assertThat(post("/api/v1/people/" + name + "/test-page", "").statusCode()).isEqualTo(200);
        assertThat(lastTest().path("answeredAt").isNull()).isTrue();
        assertThat(lastTest().path("deliveries")).hasSize(1);
    }

    private JsonNode lastTest() throws Exception {
        return json(get("/api/v1/people/" + name + "/test-page")).path("items").get(0);
    }

    /** As somebody who is not signed in. */
    private HttpResponse<String> open(String path, String method) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).method(method, HttpRequest.BodyPublishers.noBody()).build(),
                BodyHandlers.ofString());
    }

    @Test
    void aStrangerSendsNoTestPageAndThereIsNobodyUnknown() throws Exception {
        apply("email: ann@example.com");
        assertThat(post("/api/v1/people/nobody/test-page", "").statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/people/nobody/contacts").statusCode()).isEqualTo(404);

        token = token(EnumSet.of(Scope.READ));

        assertThat(post("/api/v1/people/" + name + "/test-page", "").statusCode()).isEqualTo(403);
        assertThat(get("/api/v1/people/" + name + "/contacts").statusCode()).isEqualTo(200);
    }

    private static String rules(String... rules) {
        return "email: ann@example.com, notify: [" + String.join(", ", rules) + "]";
    }

    private String document(String spec) {
        return "apiVersion: holdfast.dev/v1\nkind: Person\nmetadata: {name: " + name + "}\nspec: {" + spec + "}\n---\n";
    }

    private HttpResponse<String> apply(String spec) throws Exception {
        var answer = post("/api/v1/catalogue/apply", document(spec));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private String stored(String by) {
        var sealed = db.sql("select secret from notification.contact where person = :name and by = :by")
                .param("name", name)
                .param("by", by)
                .query(byte[].class)
                .single();
        return keyring.open(sealed);
    }

    private String token(Set<Scope> scopes) {
        var admin = new Viewer("admin", null, Set.of("admin"), Set.of(), EnumSet.allOf(Scope.class), null, "ci");
        return tokens.make(new Tokens.Wanted("contacts", scopes, null, null, null), admin).secret();
    }

    private HttpResponse<String> post(String path, String yaml) throws Exception {
        var body = HttpRequest.BodyPublishers.ofString(yaml);
        return http.send(to(path).header("Content-Type", "application/yaml").POST(body).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(to(path).header("Accept", "application/json").build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Authorization", "Bearer " + token);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
