package dev.holdfast.portal.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The incidents: what is open first, with what it costs, then those that are over, by day.
 *
 * @param more where the open ones are that are not shown, and how many they are
 */
public record IncidentsPage(
        String heading,
        String lede,
        List<Figure> figures,
        List<Choice> states,
        Filter filter,
        @Nullable List<Row> open,
        @Nullable Line more,
        @Nullable List<Row> past,
        String csv,
        String wall,
        @Nullable String next) {

    /** What stands in the fields above the list. */
    public record Filter(
            String state, List<Choice> types, String service, String team, String domain, String from, String to, boolean narrows, boolean further) {}

    /** One incident of the list; what comes next for it, if nobody does anything. */
    public record Row(
            @Nullable String day,
            String number,
            String summary,
            String service,
            List<Status> states,
            String who,
            String next,
            String since,
            String lasted,
            Loss loss) {}

    /** What it cost, running while it is open. */
    public record Loss(String shown, String sign, String amount, @Nullable String perSecond, String rate) {}
}
