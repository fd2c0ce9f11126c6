package dev.holdfast.portal.web.frame;

import dev.holdfast.alerts.Alerts;
import dev.holdfast.alerts.Route;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.search.Search;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Asks everybody who may know: the index, the routes of alerts for pasted labels, and the list of pages and actions. */
@Component
class Finding {

    private final Search search;
    private final Alerts alerts;
    private final Documents documents;

    Finding(Search search, Alerts alerts, Documents documents) {
        this.search = search;
        this.alerts = alerts;
        this.documents = documents;
    }

    /** Who answers for what was pasted, what is called so, and what can be done. */
    record Findings(List<Answer> answers, Search.Found found, List<Action> actions) {}

    /** A service that alerts with the pasted labels go to, and why. */
    record Answer(ServiceName service, String shown, String why) {}

    Findings of(String text, Instant now, int most) {
        return documents.holding(() -> {
            var view = documents.at(now);
            var labels = Labels.read(text);
            return labels.isEmpty()
                    ? new Findings(List.of(), search.find(text, most), Actions.of(text, view.services()))
                    : new Findings(answers(labels, view), search.find(named(labels), most), List.of());
        });
    }

    private List<Answer> answers(Map<String, String> labels, CatalogueView view) {
        var answers = new LinkedHashMap<ServiceName, Answer>();
        alerts.routes(labels, view).values().stream()
                .filter(route -> route.service() != null)
                .map(route -> answer(Objects.requireNonNull(route.service()), route, view))
                .forEach(answer -> answers.putIfAbsent(answer.service(), answer));
        return List.copyOf(answers.values());
    }

    private static Answer answer(ServiceName service, Route route, CatalogueView view) {
        return new Answer(service, view.service(service).map(it -> it.shown()).orElse(service.value()), route.why());
    }

    /** The label that most likely names something of ours. */
    private static String named(Map<String, String> labels) {
        return List.of("service", "app", "application", "job", "component", "team", "alertname").stream()
                .filter(labels::containsKey)
                .findFirst()
                .map(labels::get)
                .orElseGet(() -> labels.values().iterator().next());
    }
}
