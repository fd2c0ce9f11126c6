package dev.holdfast.integrations.flux;

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
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /hooks/flux/{integration}}: where a provider of type {@code generic-hmac}, or {@code generic} with a token, points. */
@RestController
class FluxController {

    private static final Set<Sender> FLUX = Set.of(Sender.FLUX);

    private final Deliveries deliveries;
    private final Clock clock;

    FluxController(Deliveries deliveries, Clock clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @PostMapping("/hooks/flux/{integration}")
    ResponseEntity<Map<String, Object>> take(@PathVariable String integration, HttpServletRequest request) throws IOException {
        var body = Receipts.body(request, Deliveries.LARGEST);
        var signature = request.getHeader("X-Signature");
        var token = request.getHeader(HttpHeaders.AUTHORIZATION);
        var pipeline = deliveries.authentic(
                integration, FLUX, secret -> Signatures.signs(signature, secret, body) || Signatures.bears(token, secret));
        var json = Wire.json(body).orElseThrow(() -> new Malformed("The body is not what Flux sends: a JSON object."));
        var event = new FluxEvent(json, clock.instant());
        return deliveries.take(pipeline, Delivery.of(null, event.reason(), body), event.events()).response();
    }
}
