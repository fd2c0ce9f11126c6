package dev.holdfast.portal.web.audit;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.changes.Audit;
import dev.holdfast.changes.AuditSummary;
import dev.holdfast.changes.Trait;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page of a sample. */
@Component
class SampleSheet {

    private static final int SIZE = 25;

    private final Audit audit;
    private final Documents documents;

    SampleSheet(Audit audit, Documents documents) {
        this.audit = audit;
        this.documents = documents;
    }

    SamplePage page(Map<String, String> given, Viewer viewer, ReaderTime time) {
        return documents.holding(() -> {
            var view = documents.at(time.now());
            return read(AuditAsked.of(given, view, time.now(), audit::muchFrom), given, view, viewer, time);
        });
    }

    private SamplePage read(AuditAsked asked, Map<String, String> given, CatalogueView view, Viewer viewer, ReaderTime time) {
        var size = (int) Math.clamp(number("size", given.get("size"), SIZE), 0, Integer.MAX_VALUE);
        var seed = number("seed", given.get("seed"), 1);
        var drawn = audit.sample(asked.question(view), size, seed, viewer);
        var summary = audit.summary(asked.population(view), viewer);
        var open = asked.isOpen(time.now()) ? "The period is not over: what is deployed until its end may change the draw. End it on a day that is past." : null;
        var word = Integer.toString(size);
        return new SamplePage(
                heading(drawn.size(), of(asked.only(), summary)), AuditSheet.population(asked, time) + " Who opens this address again draws the same; the auditor names the seed.",
                AuditFilter.of(asked, View.SAMPLE), word, Long.toString(seed), open,
                new AuditLines(new Names(view), time).dated(drawn), asked.program("/sample", Map.of("size", word, "seed", Long.toString(seed), "format", "csv")), asked.address("/audit/sample", Map.of("size", word, "seed", Long.toString(seed + 1))),
                asked.only() == null ? "" : AuditWords.name(asked.only()));
    }

    private static int of(@Nullable Trait only, AuditSummary summary) {
        return only == null ? summary.population() : summary.of(only);
    }

    private static String heading(int drawn, int population) {
        if (population == 0) return "Nothing to draw from";
        return "%s drawn of %s".formatted(Figures.count(drawn), Figures.count(population));
    }

    private static long number(String field, @Nullable String text, long absent) {
        if (text == null || text.isBlank()) return absent;
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException none) {
            throw Unprocessable.of(field, "MALFORMED", "The " + field + " is a whole number.");
        }
    }
}
