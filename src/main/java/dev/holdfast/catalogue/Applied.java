package dev.holdfast.catalogue;

import dev.holdfast.http.Fault;
import java.util.List;

/**
 * What applying a file did, or would do. {@code generated} are the secrets that were made because nobody gave them:
 * they are shown here and never again.
 */
public record Applied(
        int created,
        int updated,
        int unchanged,
        List<Change> changes,
        List<Fault> warnings,
        List<Generated> generated) {

    /** A secret that was made, and where it belongs. */
    public record Generated(String kind, String name, String path, String value) {}
}
