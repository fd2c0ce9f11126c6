package dev.holdfast.portal.web.handover;

import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.Line;
import dev.holdfast.portal.web.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The handovers of a schedule: the one ahead, for which notes are written, and those that were. */
public record HandoverPage(
        String schedule,
        String title,
        String lede,
        @Nullable Item next,
        List<Item> before,
        boolean mayWrite,
        FormFaults faults) {

    /** One of them; {@code acknowledge} is where its reader says that they have taken over, null where that is not theirs to say. */
    public record Item(String heading, Status status, List<Said> notes, List<Line> digest, @Nullable String acknowledge) {}

    /** What somebody wrote. */
    public record Said(String by, String when, String text) {}

    HandoverPage with(FormFaults its) {
        return new HandoverPage(schedule, title, lede, next, before, mayWrite, its);
    }
}
