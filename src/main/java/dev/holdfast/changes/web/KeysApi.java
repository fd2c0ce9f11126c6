package dev.holdfast.changes.web;

import dev.holdfast.changes.Attestations;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** By what anybody checks an attestation. */
@RestController
class KeysApi {

    private final Attestations attestations;

    KeysApi(Attestations attestations) {
        this.attestations = attestations;
    }

    @GetMapping("/.well-known/holdfast-keys")
    Map<String, Object> keys() {
        return attestations.keys();
    }
}
