package dev.holdfast.portal.web.changes;

import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What change managers look at together, one after the other.
 *
 * @param next the first that is not decided; null where all are
 */
public record AgendaPage(
        String id, String when, String lede, ChangesPage.@Nullable Waiting next, List<ChangesPage.Waiting> later, List<Done> done, boolean mayDecide,
        FormFaults faults) {

    public record Done(String number, String what, Status status, String reason) {}
}
