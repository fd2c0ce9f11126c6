package dev.holdfast.portal.web.changes;

import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.Pair;
import dev.holdfast.portal.web.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change.
 *
 * @param mayDecide whether the reader may approve or reject it now
 */
public record ChangePage(
        String number, String summary, String service, Status status, @Nullable String description, List<Pair> facts, List<String> risk,
        List<With> conflicts, List<Commit> commits, boolean mayDecide, boolean mayReject, FormFaults faults) {

    public record With(String change, String why) {}

    public record Commit(String sha, String author, String reviewer, String message) {}

    ChangePage with(FormFaults found) {
        return new ChangePage(number, summary, service, status, description, facts, risk, conflicts, commits, mayDecide, mayReject, found);
    }
}
