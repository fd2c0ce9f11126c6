package dev.holdfast.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals, opens and signs with the installation's key; for each purpose a key is derived from it. */
public class Keyring {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final byte FORM = 1;

    private final byte[] key;
    private final SecureRandom random = new SecureRandom();

    /** Takes the 32 bytes of the key. */
    public Keyring(byte[] key) {
        if (key.length != 32) throw new IllegalArgumentException("A key has 32 bytes, not " + key.length);
        this.key = key.clone();
    }

    /** What only the holder of the key can read; sealed twice, the same text looks different. */
    public byte[] seal(String text) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, text.getBytes(UTF_8));
        return ByteBuffer.allocate(1 + NONCE + sealed.length).put(FORM).put(nonce).put(sealed).array();
    }

    /** The text that was sealed; what was changed since, or sealed with another key, is refused. */
    public String open(byte[] sealed) {
        if (sealed.length < 1 + NONCE || sealed[0] != FORM) throw new IllegalStateException("Not sealed here");
        var bytes = ByteBuffer.wrap(sealed, 1, sealed.length - 1);
        var nonce = new byte[NONCE];
        bytes.get(nonce);
        var rest = new byte[bytes.remaining()];
        bytes.get(rest);
        return new String(cipher(Cipher.DECRYPT_MODE, nonce, rest), UTF_8);
    }

    /** A signature in base64url that nobody without the key can make; those of two purposes never agree. */
    public String sign(String purpose, String text) {
        var signature = mac(mac(key, "sign:" + purpose), text);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    /** Whether this is the signature, in a time that does not tell where it differs. */
    public boolean isSigned(String purpose, String text, String signature) {
        return MessageDigest.isEqual(sign(purpose, text).getBytes(UTF_8), signature.getBytes(UTF_8));
    }

    /** For what others verify with a public key; derived, so that it need not be kept anywhere. */
    public SigningKey signingKey(String purpose) {
        return new SigningKey(mac(key, "sign-publicly:" + purpose));
    }

    /** Tells keys apart without telling the key: a database remembers it. */
    public String fingerprint() {
        return sign("fingerprint", "holdfast");
    }

    private byte[] cipher(int mode, byte[] nonce, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(mac(key, "seal"), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException refused) {
            throw new IllegalStateException("Not sealed with this key", refused);
        }
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
