package dev.holdfast.integrations.devlake;

import dev.holdfast.alerts.Sender;
import dev.holdfast.http.Malformed;
import dev.holdfast.integrations.Deliveries;
import dev.holdfast.integrations.Delivery;
import dev.holdfast.integrations.PipelineEvent;
import dev.holdfast.integrations.Receipts;
import dev.holdfast.integrations.Signatures;
import dev.holdfast.integrations.Wire;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * {@code /hooks/devlake/{integration}/…}: what clients of DevLake's incoming webhook call, with nothing but the address
 * changed. They are answered 200; issues are taken and left.
 */
@RestController
class DevLakeController {

    private static final Set<Sender> DEVLAKE = Set.of(Sender.DEVLAKE);

    private final Deliveries deliveries;
    private final Clock clock;

    DevLakeController(Deliveries deliveries, Clock clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @PostMapping("/hooks/devlake/{integration}/deployments")
    ResponseEntity<Map<String, Object>> deployments(@PathVariable String integration, HttpServletRequest request) throws IOException {
        return take(integration, "deployments", request, (json, at) -> new DevLakeDeployment(json, at).events());
    }

    @PostMapping({"/hooks/devlake/{integration}/issues", "/hooks/devlake/{integration}/issue/{key}/close"})
    ResponseEntity<Map<String, Object>> issues(@PathVariable String integration, HttpServletRequest request) throws IOException {
        return take(integration, "issues", request, (json, at) -> List.of());
    }

    private ResponseEntity<Map<String, Object>> take(
            String integration, String event, HttpServletRequest request, BiFunction<JsonNode, Instant, List<PipelineEvent>> translation)
            throws IOException {
        var body = Receipts.body(request, Deliveries.LARGEST);
        var token = request.getHeader(HttpHeaders.AUTHORIZATION);
        var pipeline = deliveries.authentic(integration, DEVLAKE, secret -> Signatures.bears(token, secret));
        var json = Wire.json(body.length == 0 ? new byte[] {'{', '}'} : body).orElseThrow(() -> new Malformed("The body is no JSON object."));
        var events = translation.apply(json, clock.instant());
        return ResponseEntity.ok(deliveries.take(pipeline, Delivery.of(null, event, body), events).answer());
    }
}
