package dev.holdfast.portal.web.pay;

import dev.holdfast.portal.web.Figure;
import dev.holdfast.portal.web.Line;
import dev.holdfast.portal.web.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pay of one month: one's own, those that wait for one's approval, and all that one may read.
 *
 * @param next the month after it; null where that has not begun
 * @param whose what the list of others is called; null where one reads only one's own
 */
public record PayPage(
        String heading, String lede, String month, String monthWords, String before, @Nullable String next, List<Figure> figures, @Nullable Row mine,
        String none, List<Line> kept, List<Row> waiting, @Nullable String whose, List<Row> others, String csv, boolean holds) {

    /** A statement in a list. */
    public record Row(
            String address, String name, String person, String total, String hours, String standby, String callouts, Status status, List<Status> flags) {}
}
