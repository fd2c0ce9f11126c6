package dev.holdfast.keys;

import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** Signs so that anybody with the public half can verify it without us (Ed25519). */
public final class SigningKey {

    private final Ed25519PrivateKeyParameters key;

    SigningKey(byte[] seed) {
        this.key = new Ed25519PrivateKeyParameters(seed, 0);
    }

    /** 64 bytes, the same for the same message. */
    public byte[] sign(byte[] message) {
        var signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }

    public VerifyingKey verifyingKey() {
        return new VerifyingKey(key.generatePublicKey().getEncoded());
    }
}
