package dev.holdfast.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.keys.Keyring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What the gate signed is checked without a server, and whoever changes a letter of it is found. */
class AttestationsTest {

    private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private final Attestations attestations = new Attestations(new Keyring(new byte[32]), JSON);
    private String envelope = "";
    private Path keys = Path.of("");

    @BeforeEach
    void anAnswerThatWasSigned() throws IOException {
        var question = new GateQuestion(new ServiceName("bedroom"), "1.418", "production", "dan", null, "abc", null, null);
        var verdict = Verdict.allow(Verdict.Code.PRE_APPROVED, "The template covers it.", null, NOW.plus(Duration.ofDays(1)));
        envelope = attestations.of(question, verdict, "d1", NOW, verdict.expiresAt());
        keys = Files.writeString(folder.resolve("keys.json"), JSON.writeValueAsString(attestations.keys()));
    }

    @Test
    void verifiesTheEnvelopeAndTheWholeAnswerOfTheGate() throws IOException {
        assertThat(verify(envelope, NOW).verified()).isTrue();
        assertThat(verify(envelope, NOW).line()).contains("bedroom 1.418 may go into production (PRE_APPROVED)");
        assertThat(verify("{\"decision\": \"allow\", \"attestation\": " + envelope + "}", NOW).verified()).isTrue();
    }

    @Test
    void findsWhatWasChanged() throws IOException {
        var payload = JSON.readTree(envelope).path("payload").stringValue();
        var changed = new String(Base64.getDecoder().decode(payload)).replace("1.418", "1.419");
        var forged = envelope.replace(payload, Base64.getEncoder().encodeToString(changed.getBytes()));
        var foreign = new Attestations(new Keyring(new byte[] {
            1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8
        }), JSON);

        assertThat(verify(forged, NOW).verified()).isFalse();
        assertThat(verify(envelope.replace("in-toto", "in-tota"), NOW).verified()).isFalse();
        assertThat(verify("{}", NOW).verified()).isFalse();
        assertThat(verify("nothing", NOW).verified()).isFalse();
        Files.writeString(keys, JSON.writeValueAsString(foreign.keys()));
        assertThat(verify(envelope, NOW).verified()).isFalse();
    }

    @Test
    void doesNotHoldForEver() throws IOException {
        assertThat(verify(envelope, NOW.plus(Duration.ofDays(1))).line()).contains("it held until 2026-03-11T10:00:00Z");
    }

    private Checked verify(String text, Instant now) throws IOException {
        return AttestationCommand.verify(Files.writeString(folder.resolve("attestation.json"), text), keys, now);
    }
}
