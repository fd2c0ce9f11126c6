package dev.holdfast.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.keys.Sha256;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How entries are linked, and how a broken link is told. */
final class Chain {

    private Chain() {}

    static List<Entry> append(Head head, List<Act> acts) {
        var entries = new ArrayList<Entry>();
        var last = head;
        for (var act : acts) {
            var entry = link(last, act);
            entries.add(entry);
            last = new Head(entry.sequence(), entry.hash());
        }
        return entries;
    }

    private static Entry link(Head last, Act act) {
        var open = new Entry(
                last.sequence() + 1, act.at(), act.by(), act.act(), act.subject(), act.before(), act.after(), last.hash(), "");
        return new Entry(
                open.sequence(), open.at(), open.by(), open.act(), open.subject(), open.before(), open.after(),
                open.previousHash(), hash(open));
    }

    /** Why an entry does not follow the one before it; empty when it does. */
    static Optional<Broken> broken(Head before, Entry entry) {
        if (entry.sequence() != before.sequence() + 1) {
            return Optional.of(new Broken(before.sequence() + 1, "it is missing: " + entry.sequence() + " follows "
                    + before.sequence()));
        }
        if (!entry.previousHash().equals(before.hash())) {
            return Optional.of(new Broken(entry.sequence(), "it does not link to the entry before it"));
        }
        if (!entry.hash().equals(hash(entry))) {
            return Optional.of(new Broken(entry.sequence(), "its content does not agree with its hash"));
        }
        return Optional.empty();
    }

    /**
     * SHA-256 over the previous hash and every field, each written as its length in bytes, a colon and itself; what is
     * absent is a hyphen.
     */
    static String hash(Entry entry) {
        var form = new ByteArrayOutputStream();
        field(form, entry.previousHash());
        field(form, "" + entry.sequence());
        field(form, entry.at().toString());
        field(form, entry.by());
        field(form, entry.act());
        field(form, entry.subject());
        field(form, entry.before());
        field(form, entry.after());
        return HexFormat.of().formatHex(Sha256.of(form.toByteArray()));
    }

    private static void field(ByteArrayOutputStream form, @Nullable String value) {
        if (value == null) {
            form.write('-');
            return;
        }
        var bytes = value.getBytes(UTF_8);
        form.writeBytes((bytes.length + ":").getBytes(UTF_8));
        form.writeBytes(bytes);
    }
}
