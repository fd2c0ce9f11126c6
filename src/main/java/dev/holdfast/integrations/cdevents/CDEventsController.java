package dev.holdfast.integrations.cdevents;

import dev.holdfast.alerts.Sender;
import dev.holdfast.http.Malformed;
import dev.holdfast.integrations.Deliveries;
import dev.holdfast.integrations.Delivery;
import dev.holdfast.integrations.Pipeline;
import dev.holdfast.integrations.Receipts;
import dev.holdfast.integrations.Signatures;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /hooks/cdevents/{integration}} and {@code /hooks/jenkins/{integration}}: the same door. Jenkins' plugin can send no
 * header of its own, so that the token may stand in the address; and it fails on an answer that is no JSON object.
 */
@RestController
class CDEventsController {

    private static final Set<Sender> SENDERS = Set.of(Sender.CDEVENTS, Sender.JENKINS);
    private static final String TOKEN = "token=";

    private final Deliveries deliveries;
    private final Clock clock;

    CDEventsController(Deliveries deliveries, Clock clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @PostMapping({"/hooks/cdevents/{integration}", "/hooks/jenkins/{integration}"})
    ResponseEntity<Map<String, Object>> take(@PathVariable String integration, HttpServletRequest request) throws IOException {
        var body = Receipts.body(request, Deliveries.LARGEST);
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        var token = token(request.getQueryString());
        var pipeline = deliveries.authentic(
                integration, SENDERS, secret -> Signatures.bears(header, secret) || Signatures.same(secret, token));
        var envelopes = Envelopes.read(body, request.getHeader("ce-id"), request.getHeader("ce-source"), request.getHeader("ce-type"));
        if (envelopes.isEmpty()) throw new Malformed("The body is no CloudEvent with a CDEvent in it: JSON, or as Jenkins' plugin writes it.");
        var answers = envelopes.get().stream().map(envelope -> taken(pipeline, envelope)).toList();
        if (answers.isEmpty()) return ResponseEntity.accepted().body(Map.of("result", "ignored", "events", 0));
        return pipeline.from() == Sender.JENKINS ? ResponseEntity.ok(answer(answers)) : response(answers);
    }

    private Deliveries.Taken taken(Pipeline pipeline, CDEvent event) {
        return deliveries.take(pipeline, Delivery.of(event.id(), event.type(), event.bytes()), event.events(clock.instant()));
    }

    private static ResponseEntity<Map<String, Object>> response(List<Deliveries.Taken> answers) {
        return answers.size() == 1 ? answers.getFirst().response() : ResponseEntity.accepted().body(answer(answers));
    }

    private static Map<String, Object> answer(List<Deliveries.Taken> answers) {
        return answers.size() == 1 ? answers.getFirst().answer() : Map.of("items", answers.stream().map(Deliveries.Taken::answer).toList());
    }

    /** Read by hand: whoever asks for parameters may lose the body. */
    private static @Nullable String token(@Nullable String query) {
        if (query == null) return null;
        return Arrays.stream(query.split("&"))
                .filter(part -> part.startsWith(TOKEN))
                .map(part -> decoded(part.substring(TOKEN.length())))
                .findFirst()
                .orElse(null);
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return value;
        }
    }
}
