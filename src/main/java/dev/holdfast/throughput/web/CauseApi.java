package dev.holdfast.throughput.web;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.deployments.Deployments;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.incidents.Incidents;
import dev.holdfast.incidents.Responding;
import dev.holdfast.throughput.Causes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Which deployment caused an incident, as whoever may decide about the incident says. */
@RestController
class CauseApi {

    private final Incidents incidents;
    private final Responding responding;
    private final Deployments deployments;
    private final Causes causes;

    CauseApi(Incidents incidents, Responding responding, Deployments deployments, Causes causes) {
        this.incidents = incidents;
        this.responding = responding;
        this.deployments = deployments;
        this.causes = causes;
    }

    /**
     * What is said.
     *
     * @param service whose deployment it was; without it, the incident's
     * @param deployment null where no deployment did it
     */
    record Body(@Nullable String service, @Nullable String deployment, @Nullable String reason) {}

    record Answer(String incident, @Nullable String service, @Nullable String deployment, String by, String reason) {}

    @PutMapping("/api/v1/incidents/{incident}/cause")
    Answer say(Viewer viewer, @PathVariable String incident, @RequestBody Body body) {
        var found = incidents.find(incident);
        responding.demandMayDecide(viewer, found);
        if (body.reason() == null || body.reason().isBlank()) throw Unprocessable.of("reason", "REQUIRED", "Say why.");
        var service = body.service() == null ? found.service() : new ServiceName(body.service());
        var deployment = body.deployment() == null ? null : live(service, body.deployment());
        var by = responding.actor(viewer, null).by();
        causes.say(found, deployment, by, body.reason());
        return new Answer(found.reference(), deployment == null ? null : service.value(), body.deployment(), by, body.reason());
    }

    private Deployment live(ServiceName service, String id) {
        return deployments.production(List.of(service.value())).stream()
                .filter(each -> each.id().equals(id) && each.status().wasLive())
                .findFirst()
                .orElseThrow(() -> Unprocessable.of("deployment", "UNKNOWN_REFERENCE", "No deployment %s of %s went live in production.".formatted(id, service)));
    }
}
