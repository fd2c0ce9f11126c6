package dev.holdfast.portal.web.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Document;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Ownership;
import dev.holdfast.http.Cursor;
import dev.holdfast.http.Limit;
import dev.holdfast.http.Listing;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.truth.Check;
import dev.holdfast.truth.Report;
import dev.holdfast.truth.Truth;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page of the catalogue and the lists of its kinds. */
@Component
class CatalogueSheet {

    private static final int RECENT = 8;
    private static final Map<Kind, List<Check>> TOLD = Map.of(
            Kind.SERVICE, List.of(Check.WITHOUT_OWNER, Check.WITHOUT_EXPOSURE, Check.WITHOUT_RUNBOOK, Check.WITHOUT_TELEMETRY, Check.WITHOUT_COVER),
            Kind.TEAM, List.of(Check.TEAM_WITHOUT_MEMBERS, Check.UNRESOLVED_OWNER, Check.DISBANDED_OWNER),
            Kind.PERSON, List.of(Check.UNREACHABLE, Check.LEAVER),
            Kind.DOMAIN, List.of(Check.ORPHAN_DOMAIN, Check.UNRESOLVED_DOMAIN));

    private final Documents documents;
    private final Truth truth;
    private final Ownership ownership;

    CatalogueSheet(Documents documents, Truth truth, Ownership ownership) {
        this.documents = documents;
        this.truth = truth;
        this.ownership = ownership;
    }

    CataloguePage page(ReaderTime time, Viewer viewer) {
        return documents.holding(() -> {
            var view = documents.at(time.now());
            var report = truth.lately(time.now());
            var kinds = Arrays.stream(Kind.values()).map(kind -> row(kind, view, report)).toList();
            var empty = kinds.stream().allMatch(row -> row.count().equals("0"));
            return new CataloguePage(
                    lede(report), empty, ownership.mayChangeAll(viewer), kinds, found(report), recent(view, time));
        });
    }

    KindPage kind(Kind kind, String words, @Nullable String cursor, ReaderTime time) {
        var view = documents.at(time.now());
        var after = Cursor.decode(cursor).orElse("");
        var wanted = words.strip().toLowerCase(Locale.ROOT);
        var limit = Limit.of(100);
        var found = view.documents(kind.kind()).stream()
                .filter(document -> document.name().compareTo(after) > 0)
                .filter(document -> document.name().contains(wanted) || title(document).toLowerCase(Locale.ROOT).contains(wanted))
                .limit(limit.andOne())
                .toList();
        var cut = Listing.cut(found, limit, Document::name);
        var next = cut.next() == null ? null
                : "/catalogue/" + kind.plural() + "?q=" + URLEncoder.encode(words, UTF_8) + "&cursor=" + cut.next();
        return new KindPage(kind, words, cut.items().stream().map(document -> line(kind, document, time)).toList(), next);
    }

    private static KindPage.Row line(Kind kind, Document document, ReaderTime time) {
        var name = document.name();
        return new KindPage.Row(name, title(document), kind.page(name), kind.edit(name), kind.history(name),
                time.day(document.recordedAt()), "" + document.version(), document.isImported());
    }

    private static String title(Document document) {
        return document.title() == null ? "" : document.title();
    }

    private static CataloguePage.Row row(Kind kind, CatalogueView view, Report report) {
        var count = Figures.count(view.documents(kind.kind()).size(), "").strip();
        var missing = TOLD.getOrDefault(kind, List.of()).stream()
                .flatMap(check -> Stream.ofNullable(report.counts().get(check)).map(found -> new CataloguePage.Missing(
                        found + " " + TruthSheet.words(check, found), "/catalogue/truth?check=" + check)))
                .toList();
        return new CataloguePage.Row(kind, count.replace(" s", ""), "/catalogue/" + kind.plural(), missing);
    }

    private static String lede(Report report) {
        return report.services() == 0
                ? "Nothing is declared yet. Import what another catalogue has, or apply a file of your own."
                : "What the organisation says about itself. Every change is a version, and every version answers for its time.";
    }

    private static String found(Report report) {
        var found = report.findings().size();
        return found == 0 ? "Nothing is found to be untrue" : Figures.count(found, "thing") + (found == 1 ? " is" : " are") + " not true, or not said";
    }

    private List<CataloguePage.Recent> recent(CatalogueView view, ReaderTime time) {
        var names = new Names(view);
        return documents.changes(null, RECENT).stream().map(change -> recent(change, names, time)).toList();
    }

    static CataloguePage.Recent recent(Documents.Changes change, Names names, ReaderTime time) {
        var more = change.made() + change.changed() - change.some().size();
        var what = String.join(", ", change.some()) + (more > 0 ? " and " + more + " more" : "");
        return new CataloguePage.Recent(time.moment(change.at()), names.of(change.by()), what, "/catalogue/changes/" + change.at());
    }
}
