package dev.holdfast.portal.web.care;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who had how much of being on call in twelve weeks, how evenly, and what would even it out. Empty until somebody says whose. */
public record FairPart(@Nullable String of, List<Row> rows, int more, String spread, List<Suggested> suggested, String csv) {

    static final FairPart UNASKED = new FairPart(null, List.of(), 0, "", List.of(), "");

    /** A person and their burden. */
    public record Row(String name, String address, String hours, String nights, String broken, String weekends) {}

    /** A swap that would even it out, and the page where it is asked for. */
    public record Suggested(String words, String then, String address) {}
}
