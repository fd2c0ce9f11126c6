package dev.holdfast.catalogue;

import dev.holdfast.http.Fault;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Files that wait to be applied: what they are, what applying them would do, or why they cannot be.
 *
 * @param revision of the catalogue that it was compared with
 * @param would what applying would do; null where there are faults
 * @param pasted the text, where it was one and not a file
 * @param choices which column of a table says what
 */
public record Import(
        UUID id,
        long revision,
        List<Source> sources,
        @Nullable Applied would,
        List<Fault> faults,
        List<Fault> warnings,
        @Nullable String pasted,
        List<ForeignFiles.Column> choices) {

    public Import {
        sources = List.copyOf(sources);
        faults = List.copyOf(faults);
        warnings = List.copyOf(warnings);
        choices = List.copyOf(choices);
    }

    /** A file, what it was found to be, and which of the documents are its. */
    public record Source(String name, String form, int first, int last) {

        boolean holds(int document) {
            return document >= first && document <= last;
        }
    }

    /** Where a document of them all stands: "file.yaml, document 2". */
    public String place(@Nullable Integer document) {
        if (document == null) return "";
        return sources.stream()
                .filter(source -> source.holds(document))
                .findFirst()
                .map(source -> (sources.size() > 1 || pasted == null ? source.name() + ", " : "") + "document " + (document - source.first() + 1))
                .orElse("document " + document);
    }
}
