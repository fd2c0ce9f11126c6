package dev.holdfast.changes;

import dev.holdfast.keys.Keyring;
import dev.holdfast.keys.Sha256;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signs what the gate lets through, so that it can be checked while Holdfast is down: an in-toto Statement v1 in a DSSE
 * envelope, by Ed25519 (C4).
 */
@Component
public class Attestations {

    static final String PAYLOAD = "application/vnd.in-toto+json";
    static final String PREDICATE = "https://in-toto.io/attestation/deployment/v1";
    private static final String PURPOSE = "changes.attestation";

    private final Keyring keys;
    private final JsonMapper json;

    Attestations(Keyring keys, JsonMapper json) {
        this.keys = keys;
        this.json = json;
    }

    /** The envelope of an answer that lets through. */
    String of(GateQuestion question, Verdict verdict, String decision, Instant at, @Nullable Instant expiresAt) {
        var statement = new LinkedHashMap<String, Object>();
        statement.put("_type", "https://in-toto.io/Statement/v1");
        statement.put("subject", List.of(Map.of("name", question.service() + "@" + question.version(), "digest", digest(question))));
        statement.put("predicateType", PREDICATE);
        var predicate = new LinkedHashMap<String, Object>();
        predicate.put("creationTime", at.toString());
        predicate.put("decision", decision);
        predicate.put("code", verdict.code());
        predicate.put("service", question.service().value());
        predicate.put("version", question.version());
        predicate.put("environment", question.environment());
        if (question.commit() != null) predicate.put("commit", question.commit());
        if (verdict.change() != null) predicate.put("change", verdict.change().reference());
        if (expiresAt != null) predicate.put("expiresAt", expiresAt.toString());
        statement.put("predicate", predicate);
        var payload = json.writeValueAsBytes(statement);
        var signature = keys.signingKey(PURPOSE).sign(Dsse.preAuthentication(PAYLOAD, payload));
        var encoder = Base64.getEncoder();
        var envelope = new LinkedHashMap<String, Object>();
        envelope.put("payloadType", PAYLOAD);
        envelope.put("payload", encoder.encodeToString(payload));
        envelope.put("signatures", List.of(Map.of("keyid", keyId(), "sig", encoder.encodeToString(signature))));
        return json.writeValueAsString(envelope);
    }

    /** The text of a checkpoint, signed by the same key. */
    String signed(Checkpoint checkpoint) {
        return SignedNote.sign(checkpoint.text(), keys.signingKey(PURPOSE));
    }

    /** What anybody needs to check what was signed: a JSON Web Key Set (RFC 8037). */
    public Map<String, Object> keys() {
        var key = keys.signingKey(PURPOSE).verifyingKey();
        return Map.of("keys", List.of(Map.of(
                "kty", "OKP", "crv", "Ed25519", "use", "sig", "alg", "EdDSA", "kid", keyId(),
                "x", Base64.getUrlEncoder().withoutPadding().encodeToString(key.bytes()))));
    }

    private String keyId() {
        return keys.signingKey(PURPOSE).verifyingKey().fingerprint().replace(" ", "");
    }

    private static Map<String, String> digest(GateQuestion question) {
        var digest = question.artifactDigest();
        if (digest == null || !digest.contains(":")) {
            return Map.of("holdfastRelease", Sha256.hex(question.service() + "@" + question.version()));
        }
        var parts = digest.split(":", 2);
        return Map.of(parts[0], parts[1]);
    }
}
