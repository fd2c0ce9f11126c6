package dev.holdfast.integrations.pagerduty;

import dev.holdfast.alerts.Integrations;
import dev.holdfast.incidents.Incidents;
import dev.holdfast.integrations.Receipts;
import dev.holdfast.integrations.Wire;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v2}: where a PagerDuty client is pointed to speak to us instead. */
@RestController
class EventsController {

    private static final int LARGEST = 512 * 1024;

    private final Integrations integrations;
    private final Incidents incidents;
    private final Receipts receipts;
    private final Clock clock;

    EventsController(Integrations integrations, Incidents incidents, Receipts receipts, Clock clock) {
        this.integrations = integrations;
        this.incidents = incidents;
        this.receipts = receipts;
        this.clock = clock;
    }

    @PostMapping("/v2/enqueue")
    ResponseEntity<Object> enqueue(HttpServletRequest request) throws IOException {
        var event = Wire.json(Receipts.body(request, LARGEST)).map(Event::new).orElse(null);
        if (event == null) {
            return refused(List.of("The body is not a JSON object"));
        }
        var faults = event.faults();
        if (!faults.isEmpty()) {
            return refused(faults);
        }
        var integration = integrations.byKey(event.routingKey());
        if (integration.isEmpty()) {
            return refused(List.of(Event.WRONG_KEY));
        }
        var signal = event.signal(integration.get(), clock.instant());
        incidents.take(List.of(signal));
        return accepted(signal.key().dedupKey());
    }

    @PostMapping("/v2/change/enqueue")
    ResponseEntity<Object> change(HttpServletRequest request) throws IOException {
        var event = Wire.json(Receipts.body(request, LARGEST)).orElse(null);
        if (event == null) {
            return refused(List.of("The body is not a JSON object"));
        }
        var summary = Wire.text(event.path("payload").path("summary"));
        if (summary == null) {
            return refused(List.of("'payload.summary' is missing or blank"));
        }
        var integration = integrations.byKey(new Event(event).routingKey());
        if (integration.isEmpty()) {
            return refused(List.of(Event.WRONG_KEY));
        }
        receipts.keepChange(integration.get(), Wire.cut(summary, 1024), event, clock.instant());
        return ResponseEntity.accepted().body(Map.of("status", "success", "message", "Change event processed"));
    }

    private static ResponseEntity<Object> accepted(String dedupKey) {
        return ResponseEntity.accepted()
                .body(Map.of("status", "success", "message", "Event processed", "dedup_key", dedupKey));
    }

    private static ResponseEntity<Object> refused(List<String> errors) {
        return ResponseEntity.badRequest()
                .body(Map.of("status", "invalid event", "message", "Event object is invalid", "errors", errors));
    }
}
