package dev.holdfast.portal.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The incidents: what is open first in sight, with what it costs. */
public record IncidentsPage(
        String heading,
        String lede,
        List<Choice> states,
        List<Choice> types,
        String state,
        String type,
        String service,
        List<Row> rows,
        String csv,
        @Nullable String next) {

    /** One incident of the list. */
    public record Row(
            @Nullable String day,
            String number,
            String summary,
            String service,
            List<Status> states,
            String who,
            String since,
            String lasted,
            Loss loss) {}

    /** What it cost, running while it is open. */
    public record Loss(String shown, String sign, String amount, @Nullable String perSecond, String rate) {}
}
