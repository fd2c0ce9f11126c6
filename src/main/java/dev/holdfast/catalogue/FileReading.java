package dev.holdfast.catalogue;

import dev.holdfast.http.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes the documents of files apart: ours by their envelope, those of other catalogues by who knows them. */
final class FileReading {

    private final Set<String> kinds;
    private final List<ForeignDocuments> others;

    FileReading(Set<String> kinds, List<ForeignDocuments> others) {
        this.kinds = kinds;
        this.others = others;
    }

    /** What files say, before anything is compared with what is there. */
    record FileRead(List<Draft> drafts, List<Fault> faults, List<Fault> warnings) {}

    FileRead read(Pieces pieces) {
        var envelopes = new Envelopes(kinds);
        var foreign = new LinkedHashMap<ForeignDocuments, List<Numbered>>();
        for (var document : pieces.documents()) {
            reader(document).ifPresentOrElse(
                    reader -> foreign.computeIfAbsent(reader, it -> new ArrayList<>()).add(document),
                    () -> envelopes.read(document.number(), document.node()));
        }
        var translation = new Translation(envelopes.drafts());
        foreign.forEach((reader, documents) -> reader.translate(documents, translation));
        pieces.files().forEach(file -> file.reader().translate(file.number(), file.content(), file.columns(), translation));
        var drafts = new ArrayList<>(envelopes.drafts());
        drafts.addAll(translation.drafts());
        return new FileRead(drafts, envelopes.faults(), translation.warnings());
    }

    private Optional<ForeignDocuments> reader(Numbered document) {
        return others.stream().filter(other -> other.isOne(document.node())).findFirst();
    }

    /** Documents, and files that are none: numbered through. */
    record Pieces(List<Numbered> documents, List<ForeignPiece> files) {

        static Pieces of(List<Numbered> documents) {
            return new Pieces(documents, List.of());
        }
    }

    /** A file of another catalogue, and which of its columns says what. */
    record ForeignPiece(int number, ForeignFiles reader, byte[] content, Map<String, String> columns) {}
}
