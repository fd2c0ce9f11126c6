package dev.holdfast.portal.web.readiness;

import dev.holdfast.portal.web.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The preparations of a service or a person, a line each; none of somebody who takes no turns. */
public record ReadinessSection(String words, String page, List<Row> rows) {

    public ReadinessSection {
        rows = List.copyOf(rows);
    }

    /** One preparation: what shows it, where, by whom and since when, and what to do next. */
    public record Row(
            Status status, String word, String title, String evidence, @Nullable String url, String second, String todo, String address, boolean open) {}
}
