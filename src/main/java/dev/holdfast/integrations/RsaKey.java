package dev.holdfast.integrations;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** An RSA key as a PEM file has it: {@code PRIVATE KEY} (PKCS#8), or {@code RSA PRIVATE KEY} (PKCS#1), which GitHub gives. */
public final class RsaKey {

    private static final Pattern PEM = Pattern.compile("-----BEGIN (RSA )?PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END (RSA )?PRIVATE KEY-----");

    private RsaKey() {}

    /** Empty where it is none. Line breaks may be written as {@code \n}. */
    public static Optional<PrivateKey> read(String pem) {
        var parts = PEM.matcher(pem.replace("\\n", "\n"));
        if (!parts.find()) return Optional.empty();
        try {
            var encoded = Base64.getMimeDecoder().decode(parts.group(2));
            var key = new PKCS8EncodedKeySpec(parts.group(1) == null ? encoded : wrapped(encoded));
            return Optional.of(KeyFactory.getInstance("RSA").generatePrivate(key));
        } catch (GeneralSecurityException | IOException | IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    /** PKCS#8 is PKCS#1 with the name of the algorithm before it. */
    private static byte[] wrapped(byte[] key) throws IOException {
        var rsa = new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
        return new PrivateKeyInfo(rsa, ASN1Primitive.fromByteArray(key)).getEncoded();
    }
}
