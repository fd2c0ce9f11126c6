package dev.holdfast.changes.web;

import dev.holdfast.changes.AttestationKeys;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** By what anybody checks an attestation. */
@RestController
class KeysApi {

    private final AttestationKeys keys;

    KeysApi(AttestationKeys keys) {
        this.keys = keys;
    }

    @GetMapping("/.well-known/holdfast-keys")
    Map<String, Object> keys() {
        return keys.published();
    }
}
