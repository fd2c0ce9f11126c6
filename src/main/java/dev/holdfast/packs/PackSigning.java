package dev.holdfast.packs;

import dev.holdfast.keys.Keyring;
import dev.holdfast.keys.SigningKey;
import dev.holdfast.keys.VerifyingKey;
import org.springframework.stereotype.Component;

/** Signs packs with a key that is derived from the installation's. */
@Component
class PackSigning {

    static final String PURPOSE = "incident-pack";

    private final SigningKey key;

    PackSigning(Keyring keyring) {
        this.key = keyring.signingKey(PURPOSE);
    }

    byte[] sign(byte[] page) {
        return key.sign(page);
    }

    VerifyingKey verifyingKey() {
        return key.verifyingKey();
    }
}
