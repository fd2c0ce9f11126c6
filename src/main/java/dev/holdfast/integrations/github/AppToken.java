package dev.holdfast.integrations.github;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import tools.jackson.databind.json.JsonMapper;

/** As which GitHub knows an app: a JSON Web Token by RS256, good for nine minutes and from a minute ago on, for clocks that differ. */
final class AppToken {

    private static final Duration AGO = Duration.ofSeconds(60);
    private static final Duration GOOD_FOR = Duration.ofMinutes(9);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AppToken() {}

    static String of(String app, PrivateKey key, Instant now) {
        var claims = JSON.createObjectNode();
        claims.put("iat", now.minus(AGO).getEpochSecond());
        claims.put("exp", now.plus(GOOD_FOR).getEpochSecond());
        claims.put("iss", app);
        var signed = BASE64.encodeToString("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(UTF_8)) + "."
                + BASE64.encodeToString(JSON.writeValueAsBytes(claims));
        return signed + "." + BASE64.encodeToString(signature(key, signed));
    }

    private static byte[] signature(PrivateKey key, String text) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException(unusable);
        }
    }
}
