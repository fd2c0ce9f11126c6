package dev.holdfast.portal.web.readiness;

import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How services are prepared, a row each, and how many more there are. */
public record ReadinessListPage(
        String lede, List<Choice> teams, String team, String sort, List<Head> heads, List<String> preparations, List<Row> rows, int more, String csv) {

    /** A column that sorts. */
    public record Head(String words, String address, boolean sorted, boolean number) {}

    /** One service: how each preparation stands, and how many are missing or due. */
    public record Row(
            String name, String title, String team, @Nullable String teamAddress, List<Status> states, long present, long missing, long due, String address) {}
}
