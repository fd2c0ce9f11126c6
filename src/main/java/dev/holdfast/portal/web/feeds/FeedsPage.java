package dev.holdfast.portal.web.feeds;

import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.FormFaults;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One's feeds, and what one may be made of; {@code address} is that of the one just made, shown this once. */
public record FeedsPage(List<Row> feeds, List<Choice> choices, @Nullable String address, FormFaults faults) {

    /** A feed as it may be shown: without its address. */
    public record Row(String id, String what, String made) {}
}
