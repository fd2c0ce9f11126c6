package dev.holdfast.keys;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** The public half of a {@link SigningKey}, in PEM as other tools read it (RFC 8410). */
public final class VerifyingKey {

    private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final int LENGTH = 32;
    private static final int SIGNATURE = 64;

    private final byte[] key;

    VerifyingKey(byte[] key) {
        if (key.length != LENGTH) throw new IllegalArgumentException("A public key has 32 bytes, not " + key.length);
        this.key = key.clone();
    }

    /** Takes what {@link #pem()} writes; refuses anything else. */
    public static VerifyingKey ofPem(String pem) {
        var body = pem.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "").replaceAll("\\s", "");
        var bytes = Base64.getDecoder().decode(body);
        if (bytes.length != PREFIX.length + LENGTH || !Arrays.equals(PREFIX, 0, PREFIX.length, bytes, 0, PREFIX.length)) {
            throw new IllegalArgumentException("This is no Ed25519 public key");
        }
        return new VerifyingKey(Arrays.copyOfRange(bytes, PREFIX.length, bytes.length));
    }

    /** Takes its 32 bytes. */
    public static VerifyingKey of(byte[] key) {
        return new VerifyingKey(key);
    }

    public String pem() {
        var bytes = Arrays.copyOf(PREFIX, PREFIX.length + LENGTH);
        System.arraycopy(key, 0, bytes, PREFIX.length, LENGTH);
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(bytes) + "\n-----END PUBLIC KEY-----\n";
    }

    /** Its 32 bytes. */
    public byte[] bytes() {
        return key.clone();
    }

    public boolean verifies(byte[] message, byte[] signature) {
        if (signature.length != SIGNATURE) return false;
        var verifier = new Ed25519Signer();
        verifier.init(false, new Ed25519PublicKeyParameters(key, 0));
        verifier.update(message, 0, message.length);
        return verifier.verifySignature(signature);
    }

    /** By which two people compare keys: the first 16 bytes of its SHA-256 in hexadecimal, in groups. */
    public String fingerprint() {
        return HexFormat.of().formatHex(Sha256.of(pem()), 0, 16).replaceAll("(.{4})(?=.)", "$1 ");
    }
}
