package dev.holdfast.integrations.alertmanager;

import dev.holdfast.alerts.Integrations;
import dev.holdfast.http.Malformed;
import dev.holdfast.http.NotFound;
import dev.holdfast.incidents.Incidents;
import dev.holdfast.integrations.Receipts;
import dev.holdfast.integrations.Wire;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /hooks/alertmanager/{key}}: where Alertmanager's {@code webhook_configs} point. */
@RestController
class WebhookController {

    private static final int LARGEST = 8 * 1024 * 1024;

    private final Integrations integrations;
    private final Incidents incidents;
    private final Clock clock;

    WebhookController(Integrations integrations, Incidents incidents, Clock clock) {
        this.integrations = integrations;
        this.incidents = incidents;
        this.clock = clock;
    }

    @PostMapping("/hooks/alertmanager/{key}")
    ResponseEntity<Map<String, Integer>> take(@PathVariable String key, HttpServletRequest request) throws IOException {
        var integration = integrations.byKey(key).orElseThrow(() -> new NotFound("No integration has this key."));
        var notification = Wire.json(Receipts.body(request, LARGEST))
                .map(Notification::new)
                .filter(Notification::isWellFormed)
                .orElseThrow(() -> new Malformed("The body is not what Alertmanager sends: a JSON object with alerts."));
        var signals = notification.signals(integration, clock.instant());
        incidents.take(signals);
        return ResponseEntity.accepted().body(Map.of("accepted", signals.size()));
    }
}
