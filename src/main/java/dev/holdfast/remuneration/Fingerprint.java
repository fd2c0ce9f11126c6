package dev.holdfast.remuneration;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short name that is made of what it names, so that it is the same whenever that is reckoned anew. */
final class Fingerprint {

    private static final int BYTES = 16;

    private Fingerprint() {}

    static String of(Object... facts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var fact : facts) {
                digest.update(String.valueOf(fact).getBytes(UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
