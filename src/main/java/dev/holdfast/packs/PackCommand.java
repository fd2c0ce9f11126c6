package dev.holdfast.packs;

import dev.holdfast.keys.KeyFile;
import dev.holdfast.keys.Keyring;
import dev.holdfast.keys.VerifyingKey;
import dev.holdfast.postgres.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** {@code verify-pack}: whether a pack is as it was made, without a server and without a network. */
public final class PackCommand {

    private PackCommand() {}

    /** What was found, in one line. */
    public record Verdict(boolean verified, String line) {}

    /**
     * By the public key that is named; else by this installation's own, where it lies here; else by the one beside the
     * pack, which proves only as much as its fingerprint, when that is compared.
     */
    public static Verdict verify(Path pack, String key, String installationKey, Path data) {
        var signature = pack.resolveSibling(pack.getFileName() + ".sig");
        try {
            var verifying = key(pack, key, installationKey, data);
            var signed = Base64.getMimeDecoder().decode(Files.readString(signature).strip());
            var verified = verifying.verifies(Files.readAllBytes(pack), signed);
            return new Verdict(verified, verified
                    ? "The pack verifies, by the key with the fingerprint " + verifying.fingerprint() + "."
                    : "The pack does NOT verify by the key with the fingerprint " + verifying.fingerprint()
                            + ": it or its signature was changed, or another key made it.");
        } catch (IOException unreadable) {
            throw new CannotStart("The pack cannot be verified: " + unreadable.getMessage() + " cannot be read.", unreadable);
        } catch (IllegalArgumentException malformed) {
            return new Verdict(false, "The pack does NOT verify: its signature or the key is not one.");
        }
    }

    private static VerifyingKey key(Path pack, String key, String installationKey, Path data) throws IOException {
        if (!key.isBlank()) return VerifyingKey.ofPem(Files.readString(Path.of(key)));
        var own = KeyFile.read(installationKey, data);
        if (own.isPresent()) return new Keyring(own.get()).signingKey(PackSigning.PURPOSE).verifyingKey();
        return VerifyingKey.ofPem(Files.readString(pack.resolveSibling(PackFolder.KEY)));
    }
}
