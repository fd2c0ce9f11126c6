package dev.holdfast.access;

import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How passwords are kept: Argon2id with the parameters that are Spring Security's own defaults. */
final class PasswordHashes {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int KIBIBYTES = 1 << 14;
    private static final int PASSES = 2;

    private PasswordHashes() {}

    static PasswordEncoder encoder() {
        return new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIBIBYTES, PASSES);
    }

    /**
     * A hash that costs as much to compare with as any other and that no password has. It is drawn and not computed, since
     * every start would pay for the computing.
     */
    static String ofNoPassword() {
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s".formatted(KIBIBYTES, PASSES, LANES, drawn(SALT_BYTES), drawn(HASH_BYTES));
    }

    private static String drawn(int bytes) {
        var drawn = new byte[bytes];
        new SecureRandom().nextBytes(drawn);
        return Base64.getEncoder().withoutPadding().encodeToString(drawn);
    }
}
