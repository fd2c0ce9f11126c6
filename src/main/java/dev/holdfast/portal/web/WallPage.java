package dev.holdfast.portal.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The incidents for a screen on a wall: read from four metres, without anything to press.
 *
 * @param scope whose they are
 * @param calm what to say where nothing is open: since when, and what was last
 * @param rest how many more are open than fit
 */
public record WallPage(
        String scope, String heading, @Nullable Total total, List<Entry> entries, @Nullable String calm, int rest, List<Choice> themes, String back) {

    /** What all that is open loses together. */
    public record Total(IncidentsPage.Loss lost, String perHour) {}

    /** One open incident; {@code waits} while nobody has it. */
    public record Entry(
            String number, String summary, String service, List<Status> states, boolean waits, String who, String next, String since, String lasted,
            String seconds, IncidentsPage.Loss loss) {}
}
