package dev.holdfast.portal.web.changes;

import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.Figure;
import dev.holdfast.portal.web.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What waits, and what was deployed or raised.
 *
 * @param changes those in the state asked for; null where deployments are shown
 */
public record ChangesPage(
        String lede, List<Figure> figures, List<Waiting> waiting, boolean mayDecide, String state, String service, List<Choice> states, List<Row> rows,
        @Nullable List<Raised> changes, List<Template> templates, String csv, @Nullable String next) {

    /** A change that somebody is to decide. */
    public record Waiting(String number, String what, String raised, String waited, Status status, List<String> facts) {}

    /** A deployment; the first of a day carries the day. */
    public record Row(
            @Nullable String day, String time, String service, String version, @Nullable String change, String kind, String who, String leadTime,
            String commits, Status status) {}

    public record Raised(String number, String summary, String service, String kind, String raised, String waited, Status status) {}

    public record Template(String name, String title, String service, Status status) {}
}
