package dev.holdfast.portal.web.catalogue;

import dev.holdfast.catalogue.Applied;
import dev.holdfast.catalogue.Change;
import dev.holdfast.catalogue.Import;
import dev.holdfast.http.Fault;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.FormFaults;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page of files that wait to be applied. */
@Component
class ImportSheet {

    private static final Comparator<Change> ORDER = Comparator.comparing(Change::action).reversed()
            .thenComparing(change -> Kind.of(change.kind()).map(Kind::ordinal).orElse(99))
            .thenComparing(Change::name);
    private static final int MOST_DIFFS = 200;
    private static final int MOST_WARNINGS = 20;
    private static final int MOST_FAULTS = 200;
    private static final Map<String, String> WORDS = Map.of(
            "UNRESOLVED_OWNER", "Names that are not here; kept as written",
            "UNRESOLVED_DEPENDENCY", "Dependencies on what is not here; kept as written",
            "UNRESOLVED_API", "APIs that nobody provides",
            "DUPLICATE_NAME", "Said more than once; the first stays",
            "KIND_IGNORED", "Kinds that say nothing to Holdfast",
            "DATABASE_TAKEN", "Databases that have a consumer already",
            "SECRET_LEFT_OUT", "Keys, which are not kept",
            "FILE_IGNORED", "Files that are passed over",
            "DOCUMENT_IGNORED", "Documents that are nothing known here",
            "MALFORMED", "Documents that cannot be read");

    ImportPage page(Import found, @Nullable String notice) {
        var would = found.would();
        var changes = would == null ? List.<Change>of() : would.changes();
        return new ImportPage(
                heading(found), lede(found), "/catalogue/import/" + found.id(), "" + found.revision(),
                would != null && !changes.isEmpty(), would != null && changes.isEmpty(),
                found.sources().stream().map(ImportSheet::source).toList(),
                would == null ? List.of() : counts(would, found.warnings().size()),
                found.faults().stream().limit(MOST_FAULTS).map(fault -> problem(found, fault)).toList(), warnings(found),
                changes.stream().sorted(ORDER).limit(MOST_DIFFS).map(Diff::of).toList(),
                changes.size() > MOST_DIFFS ? "And " + (changes.size() - MOST_DIFFS) + " more." : "",
                found.choices(), found.pasted(), notice == null ? FormFaults.NONE : FormFaults.of("", notice, Map.of()));
    }

    private static String heading(Import found) {
        var would = found.would();
        if (would == null) return Figures.count(found.faults().size(), "fault") + " to mend first";
        if (would.changes().isEmpty()) return "Nothing would change";
        if (would.created() == 0) return Figures.count(would.updated(), "thing") + " would change";
        return Figures.count(would.created(), "thing") + " would be made" + (would.updated() == 0 ? "" : ", " + would.updated() + " changed");
    }

    private static String lede(Import found) {
        if (found.would() == null) return "Nothing is applied while something is wrong: all of it or nothing.";
        return found.warnings().isEmpty()
                ? "Nothing is applied yet."
                : "Nothing is applied yet. What could not be understood or found stands below; none of it keeps you from applying.";
    }

    private static ImportPage.Source source(Import.Source source) {
        return new ImportPage.Source(source.name(), source.form(), Figures.count(source.last() - source.first() + 1L, "document"));
    }

    private static List<ImportPage.Count> counts(Applied would, int warnings) {
        return List.of(
                new ImportPage.Count("New", "" + would.created()), new ImportPage.Count("Changed", "" + would.updated()),
                new ImportPage.Count("Unchanged", "" + would.unchanged()), new ImportPage.Count("Warnings", "" + warnings));
    }

    private static List<ImportPage.Warnings> warnings(Import found) {
        Collection<List<Fault>> byCode =
                found.warnings().stream().collect(Collectors.groupingBy(Fault::code, TreeMap::new, Collectors.toList())).values();
        return byCode.stream().map(faults -> warnings(found, faults)).toList();
    }

    private static ImportPage.Warnings warnings(Import found, List<Fault> faults) {
        var code = faults.getFirst().code();
        var more = faults.size() - MOST_WARNINGS;
        return new ImportPage.Warnings(code, Objects.requireNonNullElse(WORDS.get(code), code), faults.size(),
                faults.stream().limit(MOST_WARNINGS).map(fault -> problem(found, fault)).toList(), more > 0 ? "And " + more + " more." : "");
    }

    private static ImportPage.Problem problem(Import found, Fault fault) {
        return new ImportPage.Problem(found.place(fault.document()), fault.path(), fault.message());
    }
}
