package dev.holdfast.integrations.argocd;

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

/** {@code /hooks/argo-cd/{integration}}: where a webhook service of Argo CD's notifications points. */
@RestController
class ArgoController {

    private static final Set<Sender> ARGO_CD = Set.of(Sender.ARGO_CD);

    private final Deliveries deliveries;
    private final Clock clock;

    ArgoController(Deliveries deliveries, Clock clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @PostMapping({"/hooks/argo-cd/{integration}", "/hooks/argocd/{integration}"})
    ResponseEntity<Map<String, Object>> take(@PathVariable String integration, HttpServletRequest request) throws IOException {
        var body = Receipts.body(request, Deliveries.LARGEST);
        var token = request.getHeader(HttpHeaders.AUTHORIZATION);
        var pipeline = deliveries.authentic(integration, ARGO_CD, secret -> Signatures.bears(token, secret));
        var json = Wire.json(body).orElseThrow(() -> new Malformed("The body is no JSON object: look at the template of the notification."));
        return deliveries.take(pipeline, Delivery.of(null, "sync", body), new ArgoSync(json, clock.instant()).events()).response();
    }
}
