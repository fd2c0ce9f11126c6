package dev.holdfast.portal.web.groups;

import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Teams, people, domains or third parties as a list: filtered by what stands in the address, cut by a cursor. */
public record GroupList(
        String title,
        String path,
        String lede,
        String words,
        @Nullable Picker picker,
        List<Head> heads,
        List<Row> rows,
        boolean empty,
        String none,
        @Nullable String edit,
        String csv,
        @Nullable String next) {

    /** A choice beside the name. */
    public record Picker(String label, String name, List<Choice> choices) {}

    /** A column's head; {@code broad} ones are left out on a phone. */
    public record Head(String words, boolean number, boolean broad) {}

    /** A line: its name and where it leads, a second fact under it, and the other columns. */
    public record Row(String name, String address, String second, List<Cell> cells) {}

    /** Words, with a status in their place where there is one, and where they lead. */
    public record Cell(String words, @Nullable Status status, @Nullable String address) {

        static Cell of(String words) {
            return new Cell(words, null, null);
        }

        static Cell of(Status status) {
            return new Cell(status.word(), status, null);
        }

        static Cell to(String words, String address) {
            return new Cell(words, null, address);
        }
    }
}
