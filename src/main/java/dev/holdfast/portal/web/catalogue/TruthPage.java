package dev.holdfast.portal.web.catalogue;

import dev.holdfast.portal.web.Status;
import dev.holdfast.truth.Check;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What in the catalogue is not true or not said: the counts, and each check with what it found. */
public record TruthPage(String heading, String lede, @Nullable String done, List<Count> counts, List<Group> groups, @Nullable String next, String csv) {

    /** One check and how much it found, with the way to that alone. */
    public record Count(Check check, Status status, String found, String atRisk, String address, boolean chosen) {}

    /** The findings of a check, or the first of them, and the way to all. */
    public record Group(Check check, List<Row> rows, String all) {}

    /** A finding: the sentence, what may be meant, what is at risk, and where it is mended. */
    public record Row(String sentence, @Nullable String nearest, String atRisk, String mend, String mendWords) {}
}
