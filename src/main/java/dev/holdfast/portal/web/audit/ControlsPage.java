package dev.holdfast.portal.web.audit;

import dev.holdfast.portal.web.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What standards ask of changes, and what there is of it in a period. */
public record ControlsPage(String heading, String lede, AuditFilter filter, List<Standard> standards, String csv, AuditPage.Files files) {

    public record Standard(String name, String style, String about, List<Row> controls) {}

    /**
     * A control.
     *
     * @param asks what the standard asks, in our words
     * @param evidence what shows here that it was done
     * @param beyond what nothing here shows
     * @param count how many of how many
     * @param exceptions the rows without evidence; null where there are none
     */
    public record Row(String name, String asks, String evidence, String beyond, String count, Status status, @Nullable String exceptions) {}
}
