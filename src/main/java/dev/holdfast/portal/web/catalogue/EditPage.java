package dev.holdfast.portal.web.catalogue;

import dev.holdfast.portal.web.FormFaults;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document being edited: as a form or as its text, what would change, and what is wrong.
 *
 * @param name null where it is new
 * @param base the version that was before the editor
 * @param shown a print of the text whose changes are shown; empty where none are
 * @param refused why it is not the reader's to change
 */
public record EditPage(
        Kind kind,
        @Nullable String name,
        String heading,
        String address,
        int base,
        boolean asText,
        String newName,
        List<Field> fields,
        String text,
        String shown,
        @Nullable Diff diff,
        List<String> warnings,
        FormFaults faults,
        @Nullable String notice,
        @Nullable String refused) {}
