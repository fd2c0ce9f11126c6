package dev.holdfast.integrations.github;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.alerts.Sender;
import dev.holdfast.http.Malformed;
import dev.holdfast.integrations.Deliveries;
import dev.holdfast.integrations.Delivery;
import dev.holdfast.integrations.Receipts;
import dev.holdfast.integrations.Signatures;
import dev.holdfast.integrations.Wire;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /hooks/github/{integration}}: where webhooks of repositories, organisations and apps point. */
@RestController
class GitHubController {

    private static final Set<Sender> GITHUB = Set.of(Sender.GITHUB);
    private static final byte[] FORM = "payload=".getBytes(UTF_8);

    private final Deliveries deliveries;
    private final Clock clock;

    GitHubController(Deliveries deliveries, Clock clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @PostMapping("/hooks/github/{integration}")
    ResponseEntity<Map<String, Object>> take(@PathVariable String integration, HttpServletRequest request) throws IOException {
        var body = Receipts.body(request, Deliveries.LARGEST);
        var signature = request.getHeader("X-Hub-Signature-256");
        var pipeline = deliveries.authentic(integration, GITHUB, secret -> Signatures.signs(signature, secret, body));
        var json = Wire.json(unwrapped(body)).orElseThrow(() -> new Malformed("The body is not what GitHub sends: a JSON object."));
        var event = request.getHeader("X-GitHub-Event");
        var delivery = Delivery.of(request.getHeader("X-GitHub-Delivery"), event, body);
        var taken = deliveries.take(pipeline, delivery, new GitHubEvent(delivery.event(), json, clock.instant()).events());
        return GitHubEvent.RULE.equals(event) ? ResponseEntity.noContent().build() : taken.response();
    }

    /** A webhook may be set to send its JSON as a form. */
    private static byte[] unwrapped(byte[] body) {
        if (body.length < FORM.length || java.util.Arrays.mismatch(body, 0, FORM.length, FORM, 0, FORM.length) >= 0) return body;
        try {
            return URLDecoder.decode(new String(body, FORM.length, body.length - FORM.length, UTF_8), UTF_8).getBytes(UTF_8);
        } catch (IllegalArgumentException broken) {
            throw new Malformed("The form cannot be read.");
        }
    }
}
