package dev.holdfast.notification;

import java.security.SecureRandom;
import java.time.Instant;

/** Ids of contacts and deliveries: 26 letters and digits that sort by the instant at which they were made. */
final class Ids {

    private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final int LENGTH = 26;
    private static final int OF_TIME = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    static String fresh(Instant at) {
        var id = new char[LENGTH];
        var time = at.toEpochMilli();
        for (var index = OF_TIME - 1; index >= 0; index--, time >>>= 5) {
            id[index] = ALPHABET[(int) (time & 31)];
        }
        for (var index = OF_TIME; index < LENGTH; index++) {
            id[index] = ALPHABET[RANDOM.nextInt(ALPHABET.length)];
        }
        return new String(id);
    }

    /** A secret of 160 bits, in letters and digits. */
    static String secret() {
        var secret = new StringBuilder(32);
        for (var index = 0; index < 32; index++) secret.append(ALPHABET[RANDOM.nextInt(ALPHABET.length)]);
        return secret.toString();
    }
}
