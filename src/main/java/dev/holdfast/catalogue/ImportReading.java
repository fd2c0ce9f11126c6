package dev.holdfast.catalogue;

import dev.holdfast.http.Fault;
import dev.holdfast.http.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells of each file what it is, and numbers the documents of all of them through. */
final class ImportReading {

    private final List<ForeignDocuments> documents;
    private final List<ForeignFiles> files;
    private final Map<String, String> columns;
    private final boolean several;
    private final List<Numbered> numbered = new ArrayList<>();
    private final List<FileReading.ForeignPiece> pieces = new ArrayList<>();
    private final List<Import.Source> sources = new ArrayList<>();
    private final List<Fault> warnings = new ArrayList<>();
    private List<ForeignFiles.Column> choices = List.of();
    private int last;

    private ImportReading(List<ForeignDocuments> documents, List<ForeignFiles> files, Map<String, String> columns, boolean several) {
        this.documents = documents;
        this.files = files;
        this.columns = columns;
        this.several = several;
    }

    /** What was read: what can be applied, what it came from, what was passed over, and what can be chosen. */
    record Read(FileReading.Pieces pieces, List<Import.Source> sources, List<Fault> warnings, List<ForeignFiles.Column> choices) {}

    static Read read(List<ImportFile> sent, List<ForeignDocuments> documents, List<ForeignFiles> files, Map<String, String> columns) {
        var reading = new ImportReading(documents, files, columns, sent.size() > 1);
        sent.forEach(reading::take);
        return new Read(new FileReading.Pieces(List.copyOf(reading.numbered), List.copyOf(reading.pieces)),
                List.copyOf(reading.sources), List.copyOf(reading.warnings), reading.choices);
    }

    private void take(ImportFile file) {
        var foreign = files.stream().filter(form -> form.isOne(file.content())).findFirst();
        if (foreign.isPresent()) {
            table(file, foreign.get());
            return;
        }
        try {
            yaml(file, documents(file.content()));
        } catch (Malformed unreadable) {
            if (!several || looksLikeOurs(file.content())) throw placed(file, unreadable);
            over(file, null, "It is no YAML, and nothing else that is known here");
        }
    }

    /** JSON is YAML but for its tabs. */
    private static List<Numbered> documents(byte[] content) {
        try {
            return YamlReader.read(content);
        } catch (Malformed unreadable) {
            var json = SpecJson.plain(content);
            if (json == null) throw unreadable;
            return YamlReader.read(json.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void table(ImportFile file, ForeignFiles form) {
        last++;
        pieces.add(new FileReading.ForeignPiece(last, form, file.content(), columns));
        sources.add(new Import.Source(file.name(), form.name(), last, last));
        if (choices.isEmpty()) choices = form.columns(file.content(), columns);
    }

    private void yaml(ImportFile file, List<Numbered> read) {
        var first = last + 1;
        var known = read.stream().filter(document -> isKnown(document)).toList();
        known.forEach(document -> numbered.add(new Numbered(first - 1 + document.number(), document.node())));
        var most = read.stream().mapToInt(Numbered::number).max().orElse(1);
        last += most;
        if (known.isEmpty()) {
            over(file, first, "Nothing in it is known here");
            return;
        }
        sources.add(new Import.Source(file.name(), form(known.getFirst()), first, last));
        read.stream().filter(document -> !known.contains(document)).forEach(document -> warnings.add(new Fault(
                first - 1 + document.number(), "", "DOCUMENT_IGNORED", "This document is nothing that is known here")));
    }

    /** Ours, or what is plainly meant to be: its faults are said. */
    private boolean isKnown(Numbered document) {
        var node = document.node();
        return foreign(document).isPresent()
                || node.path("apiVersion").asString("").startsWith("holdfast.dev")
                || !node.has("apiVersion") && node.has("kind") && node.has("metadata");
    }

    private Optional<ForeignDocuments> foreign(Numbered document) {
        return documents.stream().filter(reader -> reader.isOne(document.node())).findFirst();
    }

    private String form(Numbered document) {
        return foreign(document).map(ForeignDocuments::name).orElse("Holdfast");
    }

    private void over(ImportFile file, @Nullable Integer document, String why) {
        warnings.add(new Fault(document, "", "FILE_IGNORED", file.name() + " is passed over: " + why));
    }

    private static boolean looksLikeOurs(byte[] content) {
        var head = new String(content, 0, Math.min(content.length, 4_096), StandardCharsets.UTF_8);
        return head.contains("apiVersion:") && (head.contains("backstage.io/") || head.contains("holdfast.dev/"));
    }

    private Malformed placed(ImportFile file, Malformed unreadable) {
        var fault = unreadable.faults().getFirst();
        return new Malformed(new Fault(fault.document(), fault.path(), fault.code(), file.name() + ": " + fault.message()));
    }
}
