package dev.holdfast.keys;

import dev.holdfast.postgres.CannotStart;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** Where the key stands: in the environment, or in a file of the data folder that only its owner may read. */
public final class KeyFile {

    private KeyFile() {}

    /** The key as it was given or as it stands in the file; empty where there is none yet. */
    public static Optional<byte[]> read(String given, Path data) {
        try {
            if (!given.isBlank()) return Optional.of(decoded(given));
            var file = file(data);
            return Files.exists(file) ? Optional.of(decoded(Files.readString(file))) : Optional.empty();
        } catch (IOException refused) {
            throw new CannotStart("The key " + file(data) + " cannot be read: " + refused.getMessage() + ".", refused);
        } catch (IllegalArgumentException notOne) {
            throw new CannotStart(
                    "The key in " + (given.isBlank() ? file(data) : "HOLDFAST_KEY") + " is not 32 bytes in base64.", notOne);
        }
    }

    /** Makes a key, on disk before it is used; of two that start at once, the first wins. */
    static byte[] make(Path data) {
        try {
            Files.createDirectories(data);
            var key = new byte[32];
            new SecureRandom().nextBytes(key);
            var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            var fresh = Files.createTempFile(data, "key", ".new", owner);
            Files.writeString(fresh, Base64.getEncoder().encodeToString(key) + "\n");
            place(fresh, file(data));
            return read("", data).orElseThrow();
        } catch (IOException refused) {
            throw new CannotStart("The key cannot be written to " + file(data) + ": " + refused.getMessage() + ".", refused);
        }
    }

    private static void place(Path fresh, Path file) throws IOException {
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException another) {
            // theirs is the key
        } catch (UnsupportedOperationException noLinks) {
            Files.copy(fresh, file, StandardCopyOption.COPY_ATTRIBUTES);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static Path file(Path data) {
        return data.resolve("key");
    }

    private static byte[] decoded(String text) {
        var key = Base64.getDecoder().decode(text.strip());
        if (key.length != 32) throw new IllegalArgumentException("A key has 32 bytes");
        return key;
    }
}
