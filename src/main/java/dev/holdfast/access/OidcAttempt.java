package dev.holdfast.access;

import dev.holdfast.keys.Keyring;
import dev.holdfast.keys.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** A sign-in that has gone to the provider and is awaited back, sealed into the cookie of the browser that began it. */
record OidcAttempt(Instant began, String state, String nonce, String verifier, String next) {

    static final Duration LASTS = Duration.ofMinutes(10);

    private static final String KIND = "oidc-attempt";

    static OidcAttempt begin(String next, Instant now) {
        return new OidcAttempt(now, Secrets.fresh(), Secrets.fresh(), Secrets.fresh(), next);
    }

    /** Empty where it was not sealed here, or is older than it may be. */
    static Optional<OidcAttempt> open(String cookie, Keyring keyring, Instant now) {
        try {
            var fields = keyring.open(Base64.getUrlDecoder().decode(cookie)).split("\n", -1);
            if (fields.length != 6 || !fields[0].equals(KIND)) return Optional.empty();
            var began = Instant.ofEpochSecond(Long.parseLong(fields[1]));
            var attempt = new OidcAttempt(began, fields[2], fields[3], fields[4], fields[5]);
            return Optional.of(attempt).filter(it -> it.began.plus(LASTS).isAfter(now));
        } catch (IllegalArgumentException | IllegalStateException notOurs) {
            return Optional.empty();
        }
    }

    String sealed(Keyring keyring) {
        var text = String.join("\n", KIND, "" + began.getEpochSecond(), state, nonce, verifier, next);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(keyring.seal(text));
    }

    boolean isAnsweredBy(String state) {
        return MessageDigest.isEqual(this.state.getBytes(StandardCharsets.UTF_8), state.getBytes(StandardCharsets.UTF_8));
    }
}
