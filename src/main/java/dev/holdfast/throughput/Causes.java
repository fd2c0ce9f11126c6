package dev.holdfast.throughput;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.incidents.Incident;
import dev.holdfast.incidents.IncidentId;
import dev.holdfast.ledger.Ledger;
import dev.holdfast.throughput.RollUpMarks.Cause;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What people say of which deployment caused an incident; it goes before whatever Holdfast would conclude (rule 12). */
@Service
public class Causes {

    private final RollUpMarks marks;
    private final Ledger ledger;
    private final Clock clock;

    Causes(RollUpMarks marks, Ledger ledger, Clock clock) {
        this.marks = marks;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * What a list of the past says of an incident.
     *
     * @param deployment of the same service, by its id, change or version, whether it is known yet or not; null where none did it
     */
    public record Told(IncidentId incident, ServiceName service, @Nullable String deployment) {}

    /** What lists of the past say, in one statement, within the import that recorded the incidents. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void say(List<Told> told, String by) {
        if (told.isEmpty()) return;
        var now = clock.instant();
        marks.cause(told.stream().map(each -> new Cause(
                each.incident().value(), each.deployment() == null ? null : each.service().value(), each.deployment(), by, "Imported.", now)).toList());
        ledger.record(by, "import-causes", "incidents", null, Map.of("causes", told.size()));
    }

    /** @param deployment null where no deployment did it */
    @Transactional
    public void say(Incident incident, @Nullable Deployment deployment, String by, String reason) {
        var service = deployment == null ? null : deployment.service().value();
        var id = deployment == null ? null : deployment.id();
        marks.cause(List.of(new Cause(incident.id().value(), service, id, by, reason, clock.instant())));
        Map<String, @Nullable String> said = new LinkedHashMap<>();
        said.put("service", service);
        said.put("deployment", id);
        said.put("reason", reason);
        ledger.record(by, "say-cause", "incident/" + incident.id(), null, said);
    }
}
