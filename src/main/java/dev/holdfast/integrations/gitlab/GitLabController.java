package dev.holdfast.integrations.gitlab;

import dev.holdfast.alerts.Sender;
import dev.holdfast.http.Malformed;
import dev.holdfast.integrations.Deliveries;
import dev.holdfast.integrations.Delivery;
import dev.holdfast.integrations.Forges;
import dev.holdfast.integrations.Pipeline;
import dev.holdfast.integrations.PipelineEvent;
import dev.holdfast.integrations.Receipts;
import dev.holdfast.integrations.Signatures;
import dev.holdfast.integrations.Wire;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code /hooks/gitlab/{integration}}: where webhooks of projects and groups point. GitLab gives up a hook that answers 4xx. */
@RestController
class GitLabController {

    private static final Set<Sender> GITLAB = Set.of(Sender.GITLAB);

    private final Deliveries deliveries;
    private final Forges forges;
    private final Clock clock;

    GitLabController(Deliveries deliveries, Forges forges, Clock clock) {
        this.deliveries = deliveries;
        this.forges = forges;
        this.clock = clock;
    }

    @PostMapping("/hooks/gitlab/{integration}")
    ResponseEntity<Map<String, Object>> take(@PathVariable String integration, HttpServletRequest request) throws IOException {
        var body = Receipts.body(request, Deliveries.LARGEST);
        var token = request.getHeader("X-Gitlab-Token");
        var pipeline = deliveries.authentic(integration, GITLAB, secret -> Signatures.same(secret, token));
        var json = Wire.json(body).orElseThrow(() -> new Malformed("The body is not what GitLab sends: a JSON object."));
        var delivery = Delivery.of(request.getHeader("Idempotency-Key"), request.getHeader("X-Gitlab-Event"), body);
        return deliveries.take(pipeline, delivery, events(pipeline, json)).response();
    }

    /** Every job that is started by hand is said to wait: that is a question only where there is somebody who answers. */
    private List<PipelineEvent> events(Pipeline pipeline, JsonNode json) {
        var events = new GitLabEvent(json, clock.instant()).events();
        return forges.has(pipeline.name().value())
                ? events
                : events.stream().filter(event -> !(event instanceof PipelineEvent.DeploymentAsked)).toList();
    }
}
