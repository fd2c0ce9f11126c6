package dev.holdfast.throughput;

import dev.holdfast.deployments.Deployment;
import dev.holdfast.incidents.Incident;
import dev.holdfast.ledger.Ledger;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
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

    /** @param deployment null where no deployment did it */
    @Transactional
    public void say(Incident incident, @Nullable Deployment deployment, String by, String reason) {
        var service = deployment == null ? null : deployment.service().value();
        var id = deployment == null ? null : deployment.id();
        marks.cause(incident.id().value(), service, id, by, reason, clock.instant());
        Map<String, @Nullable String> said = new LinkedHashMap<>();
        said.put("service", service);
        said.put("deployment", id);
        said.put("reason", reason);
        ledger.record(by, "say-cause", "incident/" + incident.id(), null, said);
    }
}
