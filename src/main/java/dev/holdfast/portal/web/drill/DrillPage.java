package dev.holdfast.portal.web.drill;

import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.Picker;
import dev.holdfast.portal.web.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The last drill, ready to be read. */
public record DrillPage(
        String heading,
        String lede,
        boolean ran,
        boolean empty,
        String moment,
        List<Choice> moments,
        Picker team,
        Picker domain,
        List<Choice> shows,
        List<Row> rows,
        @Nullable String next,
        String csv,
        List<Change> broke,
        List<Change> mended,
        String sinceWhen,
        List<Past> runs,
        TryForm form) {

    /** A chain: where it ends, the broken link with the way to mend it, and the way to the whole trace. */
    public record Row(
            String way, String integration, Status status, String service, @Nullable String serviceAddress, String team,
            String called, @Nullable String broken, @Nullable String sentence, @Nullable String mend, String atRisk, String why) {}

    public record Change(Status status, String what, String sentence) {}

    /** An earlier run. */
    public record Past(String when, String by, String reaching) {}

    /** What a label set is tried with; null where no alert can come in. */
    public record TryForm(@Nullable Picker integration, String labels, List<Choice> moments, String at, @Nullable String fault) {}
}
