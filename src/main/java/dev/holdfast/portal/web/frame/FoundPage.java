package dev.holdfast.portal.web.frame;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a search found, in groups; {@code meant} is what was probably asked for where a word stands nowhere. */
public record FoundPage(String heading, String asked, @Nullable String meant, @Nullable String meantAddress, List<Group> groups) {

    /** Things of one kind. */
    public record Group(String word, List<Row> rows) {}

    /** One of them, or something to do; {@code theme} is what choosing it makes the theme. */
    public record Row(String id, String icon, String words, String detail, String end, String address, String keys, @Nullable String theme) {}

    public boolean empty() {
        return groups.isEmpty();
    }
}
