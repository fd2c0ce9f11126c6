package dev.holdfast.portal.web.care;

import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What will go wrong with who is on call in the next twelve months, by month. */
public record ForecastPage(String heading, String lede, List<Choice> teams, boolean tooMany, List<Month> months, int more) {

    /** A month, and what begins in it. */
    public record Month(String name, String count, List<Item> items) {}

    /** One thing that will go wrong: when, what, whom it is about, what an hour of it puts at risk, and what mends it. */
    public record Item(Status status, String when, String what, String words, @Nullable String atRisk, String mend, String url) {

        public String head() {
            return when.isEmpty() ? what : what + ", " + when;
        }
    }
}
