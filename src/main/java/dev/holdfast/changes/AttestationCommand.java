package dev.holdfast.changes;

import dev.holdfast.keys.VerifyingKey;
import dev.holdfast.postgres.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code verify-attestation}: whether the gate let something through, without a server and without a network. */
public final class AttestationCommand {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AttestationCommand() {}

    /** The file is an envelope, or the whole answer of the gate; the keys are what {@code /.well-known/holdfast-keys} gives. */
    public static Checked verify(Path file, Path keys, Instant now) {
        try {
            var said = JSON.readTree(Files.readString(file));
            var envelope = said.has("attestation") ? said.path("attestation") : said;
            return verify(envelope, JsonWebKeys.read(Files.readString(keys)), now);
        } catch (IOException unreadable) {
            throw new CannotStart("The attestation cannot be verified: " + unreadable.getMessage() + " cannot be read.", unreadable);
        } catch (JacksonException | IllegalArgumentException | DateTimeException malformed) {
            return no("it or the keys are not what they should be.");
        }
    }

    private static Checked verify(JsonNode envelope, List<VerifyingKey> keys, Instant now) {
        var payload = Base64.getDecoder().decode(envelope.path("payload").asString(""));
        var type = envelope.path("payloadType").asString("");
        if (!type.equals(Attestations.PAYLOAD)) return no("it is no in-toto statement.");
        var message = Dsse.preAuthentication(type, payload);
        var signed = signatures(envelope).stream().anyMatch(signature -> keys.stream().anyMatch(key -> key.verifies(message, signature)));
        if (!signed) return no("it was changed, or another key made it.");
        return standing(JSON.readTree(payload).path("predicate"), now);
    }

    private static Checked standing(JsonNode predicate, Instant now) {
        var expiresAt = text(predicate, "expiresAt");
        if (expiresAt != null && !now.isBefore(Instant.parse(expiresAt))) return no("it held until " + expiresAt + ".");
        return new Checked(true, "The attestation verifies: %s %s may go into %s (%s)%s.".formatted(
                text(predicate, "service"), text(predicate, "version"), text(predicate, "environment"), text(predicate, "code"),
                expiresAt == null ? "" : ", until " + expiresAt));
    }

    private static @Nullable String text(JsonNode predicate, String field) {
        return predicate.path(field).asStringOpt().orElse(null);
    }

    private static List<byte[]> signatures(JsonNode envelope) {
        var signatures = new ArrayList<byte[]>();
        envelope.path("signatures").forEach(each -> signatures.add(Base64.getDecoder().decode(each.path("sig").asString(""))));
        return signatures;
    }

    private static Checked no(String why) {
        return new Checked(false, "The attestation does NOT verify: " + why);
    }
}
