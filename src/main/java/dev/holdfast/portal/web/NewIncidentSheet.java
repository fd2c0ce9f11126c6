package dev.holdfast.portal.web;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.oncall.Coverage;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the form by which an incident is declared. */
@Component
class NewIncidentSheet {

    /** So many are offered while typing; beyond that the name is typed. */
    private static final int OFFERED = 500;

    private final Documents documents;
    private final Risks risks;
    private final Coverage coverage;

    NewIncidentSheet(Documents documents, Risks risks, Coverage coverage) {
        this.documents = documents;
        this.risks = risks;
        this.coverage = coverage;
    }

    NewIncidentPage page(String service, ReaderTime time, FormFaults faults) {
        return documents.holding(() -> {
            var view = documents.at(time.now());
            return new NewIncidentPage(service, services(view), severities(faults.typed("severity")), stake(view, service, time), faults);
        });
    }

    private static List<Choice> services(CatalogueView view) {
        return view.services().stream()
                .map(service -> new Choice(service.name().value(), service.shown(), false))
                .sorted(Comparator.comparing(Choice::value))
                .limit(OFFERED)
                .toList();
    }

    private static List<Choice> severities(String typed) {
        var chosen = typed.isEmpty() ? "critical" : typed;
        return List.of(
                new Choice("critical", "Critical: customers cannot use it", chosen.equals("critical")),
                new Choice("error", "Error: part of it fails", chosen.equals("error")),
                new Choice("warning", "Warning: it may fail soon", chosen.equals("warning")),
                new Choice("info", "Info: worth knowing", chosen.equals("info")));
    }

    private @Nullable String stake(CatalogueView view, String service, ReaderTime time) {
        if (!service.matches("[a-z0-9-]{1,63}") || view.service(new ServiceName(service)).isEmpty()) return null;
        var name = new ServiceName(service);
        var risk = risks.of(view, name);
        var money = risk.perHour() == null ? "What an hour costs is not assessed." : risk.shown() + " an hour at risk.";
        var cover = coverage.of(List.of(name), time.now()).get(name);
        if (cover == null) return money;
        var who = ServiceWords.called(cover, new Names(view));
        return money + (who.equals("nobody") ? " Nobody would be woken now." : " " + who + " would be called now.");
    }
}
