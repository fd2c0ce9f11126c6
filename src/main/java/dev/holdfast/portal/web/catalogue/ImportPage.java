package dev.holdfast.portal.web.catalogue;

import dev.holdfast.catalogue.ForeignFiles;
import dev.holdfast.portal.web.FormFaults;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files before they are applied: what they are, what they would do, what is wrong, what to know. */
public record ImportPage(
        String heading,
        String lede,
        String address,
        String revision,
        boolean mayApply,
        boolean unchanged,
        List<Source> sources,
        List<Count> counts,
        List<Problem> faults,
        List<Warnings> warnings,
        List<Diff> diffs,
        String more,
        List<ForeignFiles.Column> columns,
        @Nullable String pasted,
        FormFaults form) {

    public record Source(String name, String form, String documents) {}

    public record Count(String label, String value) {}

    /** What is wrong, and where. */
    public record Problem(String place, String path, String message) {}

    /** Warnings of one code. */
    public record Warnings(String code, String words, int count, List<Problem> some, String more) {}
}
