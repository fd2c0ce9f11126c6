package dev.holdfast.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** How entries hang together: SHA-256 over every field, each with its length before it, so that none runs into the next. */
final class Chain {

    static final String BEGINNING = "0".repeat(64);

    private Chain() {}

    static LedgerEntry link(
            long sequence, Instant at, String by, String act, String subject, @Nullable String before, @Nullable String after, String previousHash) {
        var hash = hash(sequence, at, by, act, subject, before, after, previousHash);
        return new LedgerEntry(sequence, at, by, act, subject, before, after, previousHash, hash);
    }

    static String hashOf(LedgerEntry entry) {
        return hash(
                entry.sequence(), entry.at(), entry.by(), entry.act(), entry.subject(), entry.before(), entry.after(), entry.previousHash());
    }

    private static String hash(long sequence, Instant at, @Nullable String... fields) {
        var digest = sha256();
        digest.update(ByteBuffer.allocate(20).putLong(sequence).putLong(at.getEpochSecond()).putInt(at.getNano()).array());
        for (var field : fields) {
            add(digest, field);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, @Nullable String field) {
        if (field == null) {
            digest.update(ByteBuffer.allocate(4).putInt(-1).array());
            return;
        }
        var bytes = field.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
