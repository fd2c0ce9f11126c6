package dev.holdfast.keys;

import java.security.SecureRandom;
import java.util.Base64;

/** Random secrets in base64url, which stand in addresses and headers as they are. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private Secrets() {}

    /** Of 256 bits. */
    public static String fresh() {
        return fresh(BYTES);
    }

    public static String fresh(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
