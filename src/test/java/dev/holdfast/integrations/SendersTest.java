package dev.holdfast.integrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Other people's tools: what they send is read as JSON whatever they call it, and what is none is their fault. */
@HoldfastTest
@TestPropertySource(properties = "holdfast.admin-token=" + SendersTest.TOKEN)
class SendersTest {

    static final String TOKEN = "hf_senders_0123456789_0123456789_0123456";

    /** None, and what curl, old clients and the careless say. */
    static final List<@Nullable String> TYPES = Arrays.asList(
            null, "application/json", "text/plain", "application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=UTF-8",
            "application/xml", "nonsense");

    private static final List<String> MALFORMED = List.of("", "{", "[]", "\"text\"", "a=b&c=d", "%zz=%", "null", "{\"alerts\": 7}", "<alert/>");
    private static final String KEY = "senders123456789abcdef0123456789";
    private static final String AS_A_FORM_WOULD_BE_READ = "1=1&2=%zz + 100 %";

    @LocalServerPort
    int port;

    private Api holdfast;

    @BeforeEach
    void aServiceWithItsKey() {
        holdfast = new Api("http://localhost:" + port, TOKEN);
        holdfast.apply("""
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: senders-team}
                spec: {kind: product, members: []}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: senders}
                spec: {kind: digital, owner: senders-team, lifecycle: live}
                ---
                apiVersion: holdfast.dev/v1
                kind: Integration
                metadata: {name: senders-alerts}
                spec: {service: senders, key: %s}
                """.formatted(KEY)).expect(200);
    }

    @ParameterizedTest
    @FieldSource("TYPES")
    void anAlertArrivesWhateverItsSenderCallsIt(@Nullable String type) {
        var alert = UUID.randomUUID().toString();
        var body = """
                {"version": "4", "status": "firing", "groupLabels": {}, "alerts": [{"status": "firing", "fingerprint": "%s",
                 "labels": {"alertname": "Hook", "severity": "critical", "id": "%1$s"}, "annotations": {"summary": "%s %1$s"}}]}
                """.formatted(alert, AS_A_FORM_WOULD_BE_READ);

        assertThat(send("/hooks/alertmanager/" + KEY, type, body).expect(202).at("/accepted")).isEqualTo("1");

        assertThat(summaries()).contains(AS_A_FORM_WOULD_BE_READ + " " + alert);
    }

    @ParameterizedTest
    @FieldSource("TYPES")
    void anEventArrivesWhateverItsSenderCallsIt(@Nullable String type) {
        var event = UUID.randomUUID().toString();
        var body = """
                {"routing_key": "%s", "event_action": "trigger", "dedup_key": "%s",
                 "payload": {"summary": "%s %2$s", "source": "test", "severity": "critical"}}
                """.formatted(KEY, event, AS_A_FORM_WOULD_BE_READ);

        assertThat(send("/v2/enqueue", type, body).expect(202).at("/dedup_key")).isEqualTo(event);

        assertThat(summaries()).contains(AS_A_FORM_WOULD_BE_READ + " " + event);
    }

    @ParameterizedTest
    @FieldSource("TYPES")
    void whatIsMalformedIsTheSendersFault(@Nullable String type) {
        for (var body : MALFORMED) {
            for (var door : List.of("/hooks/alertmanager/" + KEY, "/v2/enqueue", "/v2/change/enqueue")) {
                assertThat(send(door, type, body).status()).as("%s to %s", body, door).isEqualTo(400);
            }
        }
    }

    /** Parts of a form are no body: the sender is told, so that nothing is taken and lost. */
    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=x"})
    void whatSaysThatItHasPartsAndHasNoneIsTheSendersFault(String type) {
        for (var door : List.of("/hooks/alertmanager/" + KEY, "/v2/enqueue", "/v2/change/enqueue")) {
            assertThat(send(door, type, "{\"alerts\": []}").status()).as(door).isEqualTo(400);
        }
    }

    @Test
    void aFormThatCannotBeReadIsRefusedAtOtherDoorsToo() {
        for (var door : List.of("/api/v1/incidents", "/api/v1/catalogue/apply", "/sign-in", "/catalogue/import", "/a/x")) {
            assertThat(send(door, "multipart/form-data", "x").status()).as(door).isBetween(300, 499);
        }
    }

    private List<String> summaries() {
        return holdfast.get("/api/v1/alerts?service=senders&limit=100").expect(200).body().path("items").valueStream()
                .map(alert -> alert.path("summary").asString())
                .toList();
    }

    private Api.Answer send(String door, @Nullable String type, String body) {
        var nobody = holdfast.as(null);
        var request = nobody.request(door).POST(BodyPublishers.ofString(body));
        return nobody.send(type == null ? request : request.header("Content-Type", type));
    }
}
