package dev.holdfast.integrations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Whether who sends knows the secret, found out in a time that does not tell how nearly. */
public final class Signatures {

    private static final Map<String, String> ALGORITHMS =
            Map.of("sha224", "HmacSHA224", "sha256", "HmacSHA256", "sha384", "HmacSHA384", "sha512", "HmacSHA512");
    private static final String BEARER = "Bearer ";

    private Signatures() {}

    /** Of a signature such as {@code sha256=9af1…} over the body. */
    public static boolean signs(@Nullable String signature, String secret, byte[] body) {
        if (signature == null) return false;
        var parts = signature.strip().split("=", 2);
        var algorithm = ALGORITHMS.get(parts[0].toLowerCase(Locale.ROOT));
        if (algorithm == null || parts.length != 2) return false;
        return same(HexFormat.of().formatHex(mac(algorithm, secret, body)), parts[1].toLowerCase(Locale.ROOT));
    }

    public static boolean same(String one, @Nullable String other) {
        return other != null && MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }

    /** Of an {@code Authorization} header. */
    public static boolean bears(@Nullable String header, String secret) {
        return header != null
                && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                && same(secret, header.substring(BEARER.length()).strip());
    }

    private static byte[] mac(String algorithm, String secret, byte[] body) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), algorithm));
            return mac.doFinal(body);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
