package dev.holdfast.changes;

import dev.holdfast.ledger.Head;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is signed of a bundle: where the ledger stood, and the digests of the files beside it. Written as a checkpoint of a
 * transparency log: origin, size and hash, then lines of our own.
 *
 * @param head where the ledger ended
 * @param before the entry before the first one in the bundle
 * @param whole the entry up to which every deployment has its row: later ones were recorded while the rows were read
 * @param service the services that were asked for, with spaces between; null for all
 * @param from null where there was no beginning
 * @param rows SHA-256 of {@code rows.csv}, in hexadecimal
 * @param ledger SHA-256 of {@code ledger.jsonl}, in hexadecimal
 */
record Checkpoint(
        Head head, Head before, long whole, @Nullable String service, @Nullable Instant from, @Nullable Instant to, Instant at, String rows,
        String ledger) {

    private static final String ORIGIN = "holdfast.dev/ledger";
    private static final String NONE = "-";

    String text() {
        return String.join("\n",
                ORIGIN, Long.toString(head.sequence()), Base64.getEncoder().encodeToString(HexFormat.of().parseHex(head.hash())),
                "before " + before.sequence() + " " + before.hash(),
                "whole " + whole,
                "service " + word(service),
                "from " + word(from),
                "to " + word(to),
                "at " + at,
                "rows.csv " + rows,
                "ledger.jsonl " + ledger) + "\n";
    }

    /** Takes what {@link #text()} writes; refuses anything else. */
    static Checkpoint read(String text) {
        var lines = text.lines().toList();
        if (lines.size() < 3 || !lines.getFirst().equals(ORIGIN)) throw new IllegalArgumentException("This is no checkpoint of the ledger");
        var said = new HashMap<String, String>();
        lines.subList(3, lines.size()).forEach(line -> said.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1)));
        var before = line(said, "before").split(" ", 2);
        return new Checkpoint(
                new Head(Long.parseLong(lines.get(1)), HexFormat.of().formatHex(Base64.getDecoder().decode(lines.get(2)))),
                new Head(Long.parseLong(before[0]), before[1]), Long.parseLong(line(said, "whole")),
                orNull(line(said, "service")), instant(line(said, "from")), instant(line(said, "to")), Instant.parse(line(said, "at")),
                line(said, "rows.csv"), line(said, "ledger.jsonl"));
    }

    /** Whether a deployment is among those that were asked for. */
    boolean asksFor(String ofService, Instant startedAt) {
        return (service == null || List.of(service.split(" ")).contains(ofService))
                && (from == null || !startedAt.isBefore(from))
                && (to == null || startedAt.isBefore(to));
    }

    private static String line(HashMap<String, String> said, String name) {
        var value = said.get(name);
        if (value == null) throw new IllegalArgumentException("The checkpoint does not say " + name);
        return value;
    }

    private static String word(@Nullable Object value) {
        return value == null ? NONE : value.toString();
    }

    private static @Nullable String orNull(String word) {
        return word.equals(NONE) ? null : word;
    }

    private static @Nullable Instant instant(String word) {
        return word.equals(NONE) ? null : Instant.parse(word);
    }
}
