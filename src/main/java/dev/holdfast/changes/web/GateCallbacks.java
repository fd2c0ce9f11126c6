package dev.holdfast.changes.web;

import dev.holdfast.changes.GateAnswer;
import dev.holdfast.changes.GateTeller;
import dev.holdfast.changes.Inquiry;
import dev.holdfast.notification.Outcome;
import dev.holdfast.notification.Webhooks;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tells a decision to a {@code callbackUrl}, as our webhooks tell everything; docs/webhooks.md tells receivers about it. */
@Component
class GateCallbacks implements GateTeller {

    static final String WAY = "callback";

    private final Webhooks webhooks;
    private final ChangeViews changes;
    private final JsonMapper json;
    private final Clock clock;

    GateCallbacks(Webhooks webhooks, ChangeViews changes, JsonMapper json, Clock clock) {
        this.webhooks = webhooks;
        this.changes = changes;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String way() {
        return WAY;
    }

    @Override
    public Told tell(Inquiry inquiry, GateAnswer answer) {
        var body = json.writeValueAsBytes(body(inquiry, answer));
        var sent = webhooks.post(URI.create(inquiry.address()), Objects.requireNonNull(inquiry.secret()), delivery(inquiry, answer), body);
        return switch (sent) {
            case Outcome.Delivered _ -> new Told.Heard();
            case Outcome.Failed failed -> failed.hopeless() ? new Told.Never(failed.detail()) : new Told.Later(failed.detail());
        };
    }

    private ObjectNode body(Inquiry inquiry, GateAnswer answer) {
        var question = inquiry.question();
        var body = json.createObjectNode();
        body.put("type", "gate");
        body.put("deliveryId", delivery(inquiry, answer));
        body.put("service", question.service().value());
        body.put("version", question.version());
        body.put("environment", question.environment());
        body.put("deployer", question.deployer());
        body.put("artifactDigest", question.artifactDigest());
        body.put("commit", question.commit());
        body.put("pipelineUrl", question.pipelineUrl());
        var said = json.readTree(json.writeValueAsBytes(GateView.of(answer, changes.beside(answer), null)));
        said.properties().forEach(field -> body.set(field.getKey(), field.getValue()));
        body.put("occurredAt", clock.instant().toString());
        return body;
    }

    /** Of this decision for whoever asked; another decision is another delivery. */
    private static String delivery(Inquiry inquiry, GateAnswer answer) {
        return "%s-%s".formatted(inquiry.id().toString().replace("-", ""), answer.decision().toString().substring(0, 7));
    }
}
