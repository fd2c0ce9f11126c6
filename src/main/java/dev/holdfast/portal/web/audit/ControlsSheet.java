package dev.holdfast.portal.web.audit;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.changes.Audit;
import dev.holdfast.changes.AuditSummary;
import dev.holdfast.changes.Control;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.http.Csv;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes the page of controls: what a standard asks, and what production deployments show of it. */
@Component
class ControlsSheet {

    private final Audit audit;
    private final Documents documents;

    ControlsSheet(Audit audit, Documents documents) {
        this.audit = audit;
        this.documents = documents;
    }

    /** What was asked, and all that is counted of it. */
    private record Counted(AuditAsked asked, AuditSummary summary) {}

    private Counted counted(Map<String, String> given, Viewer viewer, ReaderTime time) {
        return documents.holding(() -> {
            var view = documents.at(time.now());
            var all = AuditAsked.of(given, view, time.now(), audit::muchFrom).only(null);
            var asked = all.in(all.scope(), Deployment.PRODUCTION);
            return new Counted(asked, audit.summary(asked.population(view), viewer));
        });
    }

    ControlsPage page(Map<String, String> given, Viewer viewer, ReaderTime time) {
        var counted = counted(given, viewer, time);
        var asked = counted.asked();
        var standards = Arrays.stream(Control.values()).map(Control::standard).distinct().map(standard -> standard(standard, counted)).toList();
        return new ControlsPage(
                heading(counted.summary()), AuditSheet.population(asked, time), AuditFilter.of(asked, View.CONTROLS), standards, asked.address("/audit/controls.csv"),
                AuditSheet.files(asked));
    }

    private static String heading(AuditSummary summary) {
        if (summary.population() == 0) return "No deployments to show controls by";
        var without = Arrays.stream(Control.values()).filter(each -> summary.missing(each) > 0).count();
        return without == 0
                ? "Every control has its evidence"
                : "%s of %s have exceptions".formatted(Figures.count(without), Figures.count(Control.values().length, "control"));
    }

    private static ControlsPage.Standard standard(String name, Counted counted) {
        var controls = Arrays.stream(Control.values()).filter(each -> each.standard().equals(name)).map(each -> row(each, counted)).toList();
        return new ControlsPage.Standard(name, name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"), ControlWords.about(name), controls);
    }

    private static ControlsPage.Row row(Control control, Counted counted) {
        var summary = counted.summary();
        var missing = summary.missing(control);
        var status = summary.population() == 0
                ? new Status("nothing to show", Shape.RING, Tone.QUIET)
                : missing == 0 ? new Status("no exception", Shape.CHECK, Tone.SAFE) : new Status(Figures.count(missing, "exception"), Shape.TRIANGLE, Tone.CAUTION);
        return new ControlsPage.Row(
                ControlWords.name(control), ControlWords.asks(control), ControlWords.evidence(control), ControlWords.beyond(control),
                summary.population() == 0 ? "–" : Figures.count(summary.evidence(control)) + " of " + Figures.count(summary.population()), status,
                missing == 0 ? null : counted.asked().only(control.exception()).rows());
    }

    Csv csv(Map<String, String> given, Viewer viewer, ReaderTime time) {
        var counted = counted(given, viewer, time);
        var csv = new Csv("standard", "control", "asks", "evidence", "from", "to", "population", "withEvidence", "exceptions");
        for (var control : Control.values()) {
            csv.row(List.of(
                    control.standard(), control.word(), ControlWords.asks(control), ControlWords.evidence(control), counted.asked().from(), counted.asked().to(),
                    counted.summary().population(), counted.summary().evidence(control), counted.summary().missing(control)));
        }
        return csv;
    }
}
