package dev.holdfast.changes;

import dev.holdfast.keys.VerifyingKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Reads the Ed25519 keys of a JSON Web Key Set (RFC 8037). */
final class JsonWebKeys {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JsonWebKeys() {}

    static List<VerifyingKey> read(String set) {
        var keys = new ArrayList<VerifyingKey>();
        JSON.readTree(set).path("keys").forEach(each -> {
            if (each.path("crv").asString("").equals("Ed25519")) keys.add(VerifyingKey.of(Base64.getUrlDecoder().decode(each.path("x").asString(""))));
        });
        return keys;
    }
}
