package dev.holdfast.portal.web.changes;

import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.Figure;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What waits, and what was deployed or raised.
 *
 * @param freezes in force or near, the soonest first
 * @param changes those in the state asked for; null where deployments are shown
 */
public record ChangesPage(
        String lede, List<Figure> figures, Queue queue, List<Freeze> freezes, String state, String service, List<Choice> states, List<Row> rows,
        @Nullable List<Raised> changes, List<Template> templates, String csv, @Nullable String next) {

    /**
     * What somebody is to decide, the most urgent first.
     *
     * @param mayDecide whether the reader is one who decides
     * @param decided what the reader decided just now
     */
    public record Queue(List<Waiting> waiting, boolean mayDecide, @Nullable Decided decided, FormFaults faults) {}

    /**
     * A change that somebody is to decide.
     *
     * @param mayApprove whether the reader may, as far as the change tells
     */
    public record Waiting(
            String number, String what, String raised, String waited, Status status, List<String> facts, boolean mayApprove, boolean mayReject) {}

    public record Decided(String number, String what, Status status) {}

    /** A freeze window, in words. */
    public record Freeze(String name, Status status, String words) {}

    /** A deployment; the first of a day carries the day. */
    public record Row(
            @Nullable String day, String time, String service, String version, @Nullable String change, String kind, String who, String leadTime,
            String commits, Status status) {}

    /** A change of the list. */
    public record Raised(String number, String summary, String service, String kind, String raised, String waited, Status status) {}

    /** @param expires when it does, where that is soon or over */
    public record Template(String name, String title, String service, Status status, @Nullable String expires, boolean mayRenew) {}
}
