package dev.holdfast.truth;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.Service;
import java.util.ArrayList;
import java.util.List;

/** What services have not said, and who covers them now. */
final class Unsaid {

    private final Facts facts;
    private final List<Finding> found = new ArrayList<>();

    private Unsaid(Facts facts) {
        this.facts = facts;
    }

    static List<Finding> of(Facts facts) {
        var unsaid = new Unsaid(facts);
        facts.services().forEach(unsaid::look);
        return unsaid.found;
    }

    private void look(Service service) {
        var name = service.name();
        if (!facts.atRisk().containsKey(name)) {
            add(Check.WITHOUT_EXPOSURE, service, "What an hour without " + name + " costs is not known.", "spec.exposurePerHour");
        }
        if (!service.links().containsKey("runbook")) {
            add(Check.WITHOUT_RUNBOOK, service, name + " has no runbook.", "spec.links.runbook");
        }
        if (!service.links().containsKey("dashboard") && !service.links().containsKey("logs")) {
            add(Check.WITHOUT_TELEMETRY, service, name + " has neither a dashboard nor logs.", "spec.links.dashboard");
        }
        cover(service);
    }

    private void cover(Service service) {
        var covering = facts.coverings().get(service.name());
        if (!service.isLive() || covering == null || !covering.gap()) return;
        var instead = covering.fallback().stream().map(PersonName::value).toList();
        add(Check.WITHOUT_COVER, service, instead.isEmpty()
                ? "Nobody covers " + service.name() + " now, and nobody of the fallback chain can be reached."
                : "Nobody covers " + service.name() + " now; " + instead.getFirst() + " of the fallback chain is called.",
                "spec.owner");
    }

    private void add(Check check, Service service, String sentence, String field) {
        found.add(Finding.of(check, "Service", service.name().value(), sentence, facts.atRisk(service), field));
    }
}
