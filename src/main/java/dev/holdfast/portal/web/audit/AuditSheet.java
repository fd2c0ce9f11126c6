package dev.holdfast.portal.web.audit;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.ServiceScope;
import dev.holdfast.changes.Audit;
import dev.holdfast.changes.AuditSummary;
import dev.holdfast.changes.Trait;
import dev.holdfast.http.Limit;
import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Tone;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page of the audit: one statement for all counts, and a page of rows. */
@Component
class AuditSheet {

    private static final Limit SHOWN = new Limit(50);
    private static final List<Trait> FINDINGS = List.of(
            Trait.NO_CHANGE, Trait.NOT_APPROVED, Trait.APPROVED_AFTER_START, Trait.SELF_APPROVED, Trait.AUTHOR_ONLY_REVIEW, Trait.DIGEST_DIFFERS,
            Trait.APPROVAL_OVERDUE, Trait.REFUSED, Trait.UNRECORDED);

    private final Audit audit;
    private final Documents documents;

    AuditSheet(Audit audit, Documents documents) {
        this.audit = audit;
        this.documents = documents;
    }

    AuditPage page(Map<String, String> given, Viewer viewer, ReaderTime time) {
        return documents.holding(() -> {
            var view = documents.at(time.now());
            return read(AuditAsked.of(given, view, time.now(), audit::muchFrom), view, viewer, time);
        });
    }

    private AuditPage read(AuditAsked asked, CatalogueView view, Viewer viewer, ReaderTime time) {
        var summary = audit.summary(asked.population(view), viewer);
        var rows = audit.list(asked.question(view), asked.cursor(), SHOWN, viewer);
        var counts = new Counts(asked, summary);
        var next = rows.next() == null ? null : asked.address("/audit", Map.of("cursor", rows.next()));
        return new AuditPage(
                heading(asked, summary), population(asked, time) + " The list begins with what was deployed, whether it asked or not.", AuditFilter.of(asked, View.ROWS), periods(asked, time.now().atZone(asked.zone()).toLocalDate()),
                counts.figures(), asked.isProduction() ? counts.findings() : List.of(), counts.made(), shown(asked, summary),
                new AuditLines(new Names(view), time).byDay(rows.items()), files(asked), asked.cursor() == null ? null : asked.address("/audit"), next,
                summary.population() == 0);
    }

    private static String heading(AuditAsked asked, AuditSummary summary) {
        var deployments = Figures.count(summary.population(), asked.isProduction() ? "production deployment" : "deployment");
        if (summary.population() == 0) return "Nothing was deployed";
        if (!asked.isProduction()) return deployments + " to " + asked.environment();
        var gaps = summary.of(Trait.WITH_GAPS);
        return gaps == 0 ? deployments + ", each with all evidence" : deployments + ", " + Figures.count(gaps) + " with findings";
    }

    /** Which population it is, as a sentence or two. */
    static String population(AuditAsked asked, ReaderTime time) {
        var zone = asked.zone().equals(time.zone()) ? "" : " Days are those of " + asked.zone().getId() + ".";
        return "%s to %s, %s.%s".formatted(AuditWords.day(asked.from()), AuditWords.day(asked.to()), words(asked.scope()), zone);
    }

    static String words(ServiceScope scope) {
        if (scope.isAll()) return "the whole organisation";
        var parts = Stream.of(
                scope.service().isEmpty() ? "" : "service " + scope.service(), scope.team().isEmpty() ? "" : "services of team " + scope.team(),
                scope.domain().isEmpty() ? "" : "services in domain " + scope.domain());
        return String.join(", ", parts.filter(part -> !part.isEmpty()).toList()) + " as they are today";
    }

    private static List<Choice> periods(AuditAsked asked, LocalDate today) {
        return Stream.of(
                        choice(asked, today.minusDays(6), today, "7 days"), choice(asked, today.minusDays(29), today, "30 days"), choice(asked, today.minusDays(89), today, "90 days"),
                        choice(asked, today.minusYears(1).plusDays(1), today, "12 months"))
                .toList();
    }

    private static Choice choice(AuditAsked asked, LocalDate first, LocalDate last, String words) {
        return new Choice(asked.during(first, last).address("/audit"), words, asked.from().equals(first) && asked.to().equals(last));
    }

    private static AuditPage.@Nullable Shown shown(AuditAsked asked, AuditSummary summary) {
        var only = asked.only();
        return only == null ? null : new AuditPage.Shown(
                AuditWords.name(only), AuditWords.meaning(only), Figures.count(summary.of(only)) + " of " + Figures.count(summary.population()),
                asked.only(null).address("/audit"));
    }

    /** A bundle is of production, and of all that was deployed there. */
    static AuditPage.Files files(AuditAsked asked) {
        var bundle = asked.isProduction() ? asked.only(null).program("/bundle", Map.of()) : null;
        return new AuditPage.Files(asked.program("", Map.of("format", "csv")), bundle, "java -jar holdfast.jar verify-bundle audit.zip --keys holdfast-keys.json");
    }

    /** All counts of a population, each with the address of its rows. */
    private record Counts(AuditAsked asked, AuditSummary summary) {

        List<AuditPage.Count> figures() {
            var gaps = summary.of(Trait.WITH_GAPS);
            var never = summary.of(Trait.NEVER_ASKED);
            var failed = summary.of(Trait.FAILED);
            var all = new AuditPage.Count("Deployed", Figures.count(summary.population()), "", "all attempts that began in the period", null, asked.only(null).address("/audit"));
            var failure = figure("Failed", Trait.FAILED, failed, failed == 0 ? "" : "failed, taken back, or mended by a later one", null);
            if (!asked.isProduction()) return List.of(all, failure);
            return List.of(
                    all, figure("With findings", Trait.WITH_GAPS, gaps, gaps == 0 ? "nothing is missing" : "evidence is missing or speaks against them", gaps == 0 ? null : Tone.CAUTION),
                    figure("Asked the gate", Trait.ASKED, summary.of(Trait.ASKED), never == 0 ? "" : Figures.count(never) + " never asked", null), failure);
        }

        private AuditPage.Count figure(String label, Trait trait, int count, String under, @Nullable Tone tone) {
            return new AuditPage.Count(
                    label, summary.population() == 0 ? "–" : Figures.count(count), summary.population() == 0 ? "" : "of " + Figures.count(summary.population()), under,
                    tone, address(trait, count));
        }

        /** What there is first, the most frequent at the top. */
        List<AuditPage.Finding> findings() {
            return FINDINGS.stream()
                    .sorted(Comparator.comparing((Trait each) -> -summary.of(each)))
                    .map(each -> new AuditPage.Finding(
                            AuditWords.name(each), AuditWords.meaning(each), Figures.count(summary.of(each)), address(each, summary.of(each))))
                    .toList();
        }

        List<AuditPage.Group> made() {
            return Stream.of(
                            group("By kind of change", Trait.STANDARD, Trait.NORMAL, Trait.EMERGENCY, Trait.NO_CHANGE),
                            group("What the gate had said", Trait.ALLOWED, Trait.REFUSED, Trait.ONLY_RECORDED, Trait.NEVER_ASKED),
                            group("Evidence", Trait.APPROVED, Trait.WITHOUT_APPROVER, Trait.UNTESTED))
                    .filter(each -> asked.isProduction())
                    .toList();
        }

        private AuditPage.Group group(String name, Trait... traits) {
            return new AuditPage.Group(name, Stream.of(traits)
                    .map(each -> new AuditPage.Count(
                            AuditWords.name(each), Figures.count(summary.of(each)), "", AuditWords.meaning(each), null, address(each, summary.of(each))))
                    .toList());
        }

        private @Nullable String address(Trait trait, int count) {
            return count == 0 ? null : asked.only(trait).rows();
        }
    }
}
