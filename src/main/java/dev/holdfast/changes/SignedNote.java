package dev.holdfast.changes;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.keys.Sha256;
import dev.holdfast.keys.SigningKey;
import dev.holdfast.keys.VerifyingKey;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** A text with signatures below it, as transparency logs write their checkpoints (C2SP signed-note), by Ed25519. */
final class SignedNote {

    static final String NAME = "holdfast";
    private static final byte ED25519 = 1;
    private static final int HASH = 4;
    private static final String LINE = "\u2014 " + NAME + " ";

    private SignedNote() {}

    static String sign(String text, SigningKey key) {
        var signature = key.sign(text.getBytes(UTF_8));
        var named = ByteBuffer.allocate(HASH + signature.length).put(hash(key.verifyingKey())).put(signature).array();
        return text + "\n" + LINE + Base64.getEncoder().encodeToString(named) + "\n";
    }

    /** The text, where one of the keys signed it. */
    static Optional<String> open(String note, List<VerifyingKey> keys) {
        var end = note.lastIndexOf("\n\n");
        if (end < 0) return Optional.empty();
        var text = note.substring(0, end + 1);
        return note.substring(end + 2).lines()
                .filter(line -> line.startsWith(LINE))
                .map(line -> Base64.getDecoder().decode(line.substring(LINE.length())))
                .filter(named -> named.length > HASH && keys.stream().anyMatch(key -> verifies(key, text, named)))
                .findFirst()
                .map(signed -> text);
    }

    private static boolean verifies(VerifyingKey key, String text, byte[] named) {
        return Arrays.equals(hash(key), 0, HASH, named, 0, HASH)
                && key.verifies(text.getBytes(UTF_8), Arrays.copyOfRange(named, HASH, named.length));
    }

    private static byte[] hash(VerifyingKey key) {
        var name = (NAME + "\n").getBytes(UTF_8);
        var form = ByteBuffer.allocate(name.length + 1 + key.bytes().length).put(name).put(ED25519).put(key.bytes()).array();
        return Arrays.copyOf(Sha256.of(form), HASH);
    }
}
