package dev.holdfast.portal.web.changes;

import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of changes, and the form that adds somebody.
 *
 * @param secret of the webhook that was just made: it is shown once
 */
public record SubscriptionsPage(
        List<Row> rows, List<Choice> told, List<Choice> ways, List<String> scopes, String zone, @Nullable String done, @Nullable String secret,
        FormFaults faults) {

    /** One subscription. */
    public record Row(String id, String to, String what, String when, String made, Status status) {}

    SubscriptionsPage with(FormFaults its) {
        return new SubscriptionsPage(rows, told, ways, scopes, zone, done, secret, its);
    }
}
