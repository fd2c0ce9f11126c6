package dev.holdfast.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.HoldfastTest;
import dev.holdfast.TestClock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.json.JsonMapper;

/** Every door over HTTP: who is let in, what is refused, and how. */
@HoldfastTest
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class DoorsTest {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    Tokens tokens;

    @Autowired
    Accounts accounts;

    @Autowired
    Sessions sessions;

    @Autowired
    TestClock clock;

    @Autowired
    JsonMapper json;

    @Test
    void aTokenIsShownOnceAndEndsAtOnce() throws Exception {
        var admin = token(Scope.ADMIN);
        var expires = clock.instant().plus(Duration.ofDays(1));

        var made = post("/api/v1/tokens", admin, "{\"name\": \"ci\", \"scopes\": [\"read\"], \"expiresAt\": \"" + expires + "\"}");
        var secret = json.readTree(made.body()).get("token").asString();
        var place = made.headers().firstValue("Location").orElseThrow();
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(get("/api/v1/me", secret).statusCode()).isEqualTo(200);
        assertThat(get("/api/v1/tokens?limit=500", admin).body()).contains("\"ci\"").doesNotContain(secret);

        assertThat(send("DELETE", place, admin, null, null).statusCode()).isEqualTo(204);
        assertThat(get("/api/v1/me", secret).statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenExpires() throws Exception {
        var wanted = new Tokens.Wanted("short", Set.of(Scope.READ), null, null, clock.instant().plusSeconds(600));
        var secret = tokens.make(wanted, automation()).secret();
        assertThat(get("/api/v1/me", secret).statusCode()).isEqualTo(200);

        clock.advance(Duration.ofSeconds(601));

        assertThat(get("/api/v1/me", secret).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/me, METRICS, 200",
        "GET, /api/v1/ledger, READ, 200",
        "GET, /api/v1/ledger/verify, READ, 200",
        "GET, /api/v1/ledger, METRICS, 403",
        "GET, /api/v1/tokens, READ, 403",
        "POST, /api/v1/tokens, CATALOGUE, 403",
        "POST, /api/v1/invitations, INCIDENTS, 403",
        "GET, /actuator/prometheus, READ, 403",
        "GET, /actuator/prometheus, METRICS, 200",
        "GET, /actuator/prometheus, ADMIN, 200",
    })
    void eachDoorAsksForItsScope(String method, String path, Scope scope, int status) throws Exception {
        var body = path.endsWith("tokens") ? "{\"name\": \"x\", \"scopes\": [\"admin\"]}" : "{\"person\": \"ann\"}";

        var answer = send(method, path, token(scope), method.equals("GET") ? null : body, null);

        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"/actuator/health/liveness, 200", "/actuator/prometheus, 401", "/openapi.json, 200", "/api/v1/tokens, 401"})
    void whatIsOpenIsOpenAndNothingElse(String path, int status) throws Exception {
        assertThat(get(path, null).statusCode()).isEqualTo(status);
    }

    @Test
    void aWriteWithoutATokenIsAskedForOne() throws Exception {
        var answer = post("/api/v1/tokens", null, "{}");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {                                                         | 400 | MALFORMED
                    []                                                        | 400 | MALFORMED
                    {"name": "a", "name": "b"}                                | 400 | MALFORMED
                    {"name": 5}                                               | 400 | MALFORMED
                    {"name": "a\\u0000b", "scopes": ["read"]}                 | 400 | MALFORMED
                    {"name": "a\\ud800b", "scopes": ["read"]}                 | 400 | MALFORMED
                    {"name": "a", "scopes": "read"}                           | 400 | MALFORMED
                    {"name": "a", "scopes": ["read"], "expiresAt": "soon"}    | 400 | MALFORMED
                    {"name": "a", "scopes": ["read"], "expiresAt": 1e999999}  | 400 | MALFORMED
                    {"name": "a", "scopes": ["read"], "colour": "red"}        | 422 | UNKNOWN_FIELD
                    {"name": "a", "scopes": ["everything"]}                   | 422 | UNKNOWN_VALUE
                    {"name": "a", "scopes": []}                               | 422 | REQUIRED
                    {"scopes": ["read"]}                                      | 422 | REQUIRED
                    {"name": "a", "scopes": ["read"], "expiresAt": "2001-01-01T00:00:00Z"} | 422 | OUT_OF_RANGE
                    """)
    void badInputIsAProblemWithItsCode(String body, int status, String code) throws Exception {
        var answer = post("/api/v1/tokens", token(Scope.ADMIN), body);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"").doesNotContain("tools.jackson", "Exception");
    }

    @Test
    void nestingBytesAndSizeOutOfBoundsAreRefused() throws Exception {
        var admin = token(Scope.ADMIN);

        assertThat(post("/api/v1/tokens", admin, "{\"name\":" + "[".repeat(10_000)).statusCode()).isEqualTo(400);
        assertThat(post("/api/v1/tokens", admin, "{\"name\":\"" + "x".repeat(1_100_000) + "\"}").statusCode()).isEqualTo(413);
        var bytes = new byte[] {'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xc3, (byte) 0x28, '"', '}'};
        var badly = request("/api/v1/tokens", admin).header("Content-Type", "application/json");
        var answer = http.send(badly.POST(BodyPublishers.ofByteArray(bytes)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/nothing, 404",
        "PUT, /api/v1/me, 405",
        "GET, /api/v1/ledger?limit=0, 422",
        "GET, /api/v1/ledger?limit=ten, 400",
        "GET, /api/v1/ledger?from=yesterday, 400",
        "GET, /api/v1/ledger?cursor=!, 422",
        "GET, /api/v1/ledger?by=%00, 400",
        "DELETE, /api/v1/tokens/nobody, 404",
    })
    void badAddressesAreProblemsToo(String method, String path, int status) throws Exception {
        var answer = send(method, path, token(Scope.ADMIN), method.equals("PUT") ? "{}" : null, null);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void aRepeatedKeyAnswersAsBefore() throws Exception {
        var admin = token(Scope.ADMIN);
        var body = "{\"name\": \"twice\", \"scopes\": [\"read\"]}";

        var first = send("POST", "/api/v1/tokens", admin, body, "key-1");
        var second = send("POST", "/api/v1/tokens", admin, body, "key-1");
        var other = send("POST", "/api/v1/tokens", admin, body.replace("twice", "thrice"), "key-1");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Location")).isEqualTo(first.headers().firstValue("Location"));
        assertThat(other.statusCode()).isEqualTo(422);
    }

    @Test
    void ofManyAtOnceWithOneKeyOneIsDone() throws Exception {
        var admin = token(Scope.ADMIN);
        var body = "{\"name\": \"at-once\", \"scopes\": [\"read\"]}";

        try (var senders = Executors.newFixedThreadPool(6)) {
            var answers = IntStream.range(0, 6)
                    .mapToObj(number -> senders.submit(() -> send("POST", "/api/v1/tokens", admin, body, "key-2").body()))
                    .toList();
            var first = answers.getFirst().get();
            for (var answer : answers) assertThat(answer.get()).isEqualTo(first);
        }
    }

    @Test
    void aSessionWritesOnlyWithTheTokenOfItsForms() throws Exception {
        var account = accounts.becomeAdministrator(accounts.welcome(), "ann", "Ann", "a long enough password");
        var cookie = sessions.begin(account, new MockHttpServletRequest());
        var carried = cookie.getName() + "=" + cookie.getValue();
        var me = http.send(
                request("/api/v1/me", null).header("Cookie", carried).build(), HttpResponse.BodyHandlers.ofString());
        var form = me.headers().firstValue("X-CSRF-TOKEN").orElseThrow();
        assertThat(cookie.toString()).contains("HttpOnly", "SameSite=Lax");

        assertThat(asSession(carried, null).statusCode()).isEqualTo(403);
        assertThat(asSession(carried, "guessed").statusCode()).isEqualTo(403);
        assertThat(asSession(carried, form).statusCode()).isEqualTo(201);

        clock.advance(Duration.ofHours(12).plusSeconds(1));
        assertThat(asSession(carried, form).statusCode()).isIn(401, 403);
    }

    @Test
    void guessingIsSlowedDown() {
        var outcomes = IntStream.range(0, 11)
                .<Object>mapToObj(number -> accounts.signIn("nobody", "wrong " + number, "192.0.2.7").getClass())
                .toList();

        assertThat(outcomes.getFirst()).isEqualTo(Accounts.SignIn.Wrong.class);
        assertThat(outcomes.getLast()).isEqualTo(Accounts.SignIn.TooOften.class);
    }

    @Test
    void everyAnswerTellsBrowsersWhatIsNotAllowed() throws Exception {
        for (var path : List.of("/api/v1/me", "/actuator/health/liveness", "/sign-in")) {
            var headers = get(path, null).headers();
            assertThat(headers.firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(it -> assertThat(it).contains("frame-ancestors 'none'").doesNotContain("unsafe"));
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
            assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
        }
    }

    private HttpResponse<String> asSession(String cookie, String form) throws Exception {
        var request = request("/api/v1/invitations", null)
                .header("Cookie", cookie)
                .header("Content-Type", "application/json");
        if (form != null) request.header("X-CSRF-TOKEN", form);
        return http.send(
                request.POST(BodyPublishers.ofString("{\"person\": \"bob\"}")).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static Viewer automation() {
        return new Viewer("admin", null, Set.of(), Set.of(), Set.of(Scope.ADMIN), null, "test");
    }

    private String token(Scope scope) {
        return tokens.make(new Tokens.Wanted("of-" + scope, Set.of(scope), null, null, null), automation()).secret();
    }

    private HttpResponse<String> get(String path, String token) throws Exception {
        return send("GET", path, token, null, null);
    }

    private HttpResponse<String> post(String path, String token, String body) throws Exception {
        return send("POST", path, token, body, null);
    }

    private HttpResponse<String> send(String method, String path, String token, String body, String key)
            throws Exception {
        var request = request(path, token);
        if (key != null) request.header("Idempotency-Key", key);
        if (body != null) request.header("Content-Type", "application/json");
        request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String token) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }
}
