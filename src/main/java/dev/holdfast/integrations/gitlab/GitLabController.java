package dev.holdfast.integrations.gitlab;

import dev.holdfast.alerts.Sender;
import dev.holdfast.http.Malformed;
import dev.holdfast.integrations.Deliveries;
import dev.holdfast.integrations.Delivery;
import dev.holdfast.integrations.Receipts;
import dev.holdfast.integrations.Signatures;
import dev.holdfast.integrations.Wire;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /hooks/gitlab/{integration}}: where webhooks of projects and groups point. GitLab gives up a hook that answers 4xx. */
@RestController
class GitLabController {

    private static final Set<Sender> GITLAB = Set.of(Sender.GITLAB);

    private final Deliveries deliveries;
    private final Clock clock;

    GitLabController(Deliveries deliveries, Clock clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @PostMapping("/hooks/gitlab/{integration}")
    ResponseEntity<Map<String, Object>> take(@PathVariable String integration, HttpServletRequest request) throws IOException {
        var body = Receipts.body(request, Deliveries.LARGEST);
        var token = request.getHeader("X-Gitlab-Token");
        var pipeline = deliveries.authentic(integration, GITLAB, secret -> Signatures.same(secret, token));
        var json = Wire.json(body).orElseThrow(() -> new Malformed("The body is not what GitLab sends: a JSON object."));
        var delivery = Delivery.of(request.getHeader("Idempotency-Key"), request.getHeader("X-Gitlab-Event"), body);
        return deliveries.take(pipeline, delivery, new GitLabEvent(json, clock.instant()).events()).response();
    }
}
