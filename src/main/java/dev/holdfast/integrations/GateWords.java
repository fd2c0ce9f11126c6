package dev.holdfast.integrations;

import dev.holdfast.changes.GateAnswer;
import dev.holdfast.http.BaseUrl;

/** What the gate says, as a comment in Markdown where a pipeline's people read it. */
public final class GateWords {

    private GateWords() {}

    /** Why it waits. */
    public static String waits(GateAnswer answer, BaseUrl base, int most) {
        return words("Waiting: " + answer.message(), answer, base, most);
    }

    /** What was decided, and of what only records what it would have been. */
    public static String decided(GateAnswer answer, BaseUrl base, int most) {
        var said = answer.recordOnly()
                ? "Holdfast only records this service: it lets through what it would have refused (%s). %s".formatted(answer.code(), answer.message())
                : "%s (%s)".formatted(answer.message(), answer.code());
        return words(said, answer, base, most);
    }

    /** The link stays, however long the rest is. */
    private static String words(String said, GateAnswer answer, BaseUrl base, int most) {
        var change = answer.change();
        var link = change == null ? "" : " [%s](%s)".formatted(change.reference(), base.of("/changes/" + change.reference()));
        var room = most - link.length();
        return (said.codePointCount(0, said.length()) > room ? Wire.cut(said, room - 1) + "…" : said) + link;
    }
}
