package dev.holdfast.portal.web.changes;

import dev.holdfast.portal.web.Figure;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.Pair;
import dev.holdfast.portal.web.Status;
import java.util.List;

/**
 * A freeze window, and what it would have stopped at another time.
 *
 * @param from the beginning of that time, as a field takes it; {@code to} its end
 * @param rest how many more it would have stopped than are shown
 */
public record FreezePage(
        String name, Status status, String sentence, List<Pair> facts, String from, String to, List<Figure> figures, List<Stopped> stopped, int rest,
        FormFaults faults) {

    /** A deployment that would not have gone out. */
    public record Stopped(String when, String service, String version, Status status) {}
}
