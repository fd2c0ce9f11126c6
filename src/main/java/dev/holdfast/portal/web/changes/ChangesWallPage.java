package dev.holdfast.portal.web.changes;

import dev.holdfast.portal.web.Figure;
import dev.holdfast.portal.web.Status;
import java.util.List;

/**
 * Changes for a screen on a wall: what went out today, what waits, whether anything is frozen.
 *
 * @param rest how many more wait than fit
 * @param freezes in force or near, the soonest first
 */
public record ChangesWallPage(
        String scope, String heading, List<Figure> figures, List<Waiting> waiting, int rest, List<Deployed> deployed, List<ChangesPage.Freeze> freezes) {

    /** A change that waits. */
    public record Waiting(String number, String what, String waited, Status status) {}

    /** What went out, the latest first. */
    public record Deployed(String time, String service, String version, String kind, Status status) {}
}
