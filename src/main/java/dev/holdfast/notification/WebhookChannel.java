package dev.holdfast.notification;

import dev.holdfast.http.Outbound;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A signed POST of JSON; docs/webhooks.md tells receivers about it. */
@Component
final class WebhookChannel implements Channel {

    private final Outbound outbound;
    private final JsonMapper json;

    WebhookChannel(Outbound outbound, JsonMapper json) {
        this.outbound = outbound;
        this.json = json;
    }

    @Override
    public By by() {
        return By.WEBHOOK;
    }

    @Override
    public boolean isUsable() {
        return true;
    }

    @Override
    public Outcome deliver(Parcel parcel) {
        var secret = parcel.secret();
        if (secret == null) return new Outcome.Failed("it has no secret to sign with", true);
        var body = json.writeValueAsBytes(body(parcel));
        var headers = Map.of(
                "Content-Type", "application/json",
                "Holdfast-Delivery", parcel.delivery().id(),
                "Holdfast-Signature", Signature.of(secret, body));
        return WebCall.post(outbound, URI.create(parcel.address()), headers, body);
    }

    private ObjectNode body(Parcel parcel) {
        var delivery = parcel.delivery();
        var briefing = parcel.briefing();
        var body = json.createObjectNode();
        body.put("type", delivery.type());
        body.put("deliveryId", delivery.id());
        briefing.webhookBody().properties().forEach(field -> body.set(field.getKey(), field.getValue()));
        if (!body.has("incident")) body.putNull("incident");
        body.put("person", delivery.person().value());
        put(body, "schedule", delivery.schedule());
        body.put("step", delivery.step());
        body.put("round", delivery.round());
        put(body, "acknowledgeUrl", briefing.acknowledgeUrl());
        put(body, "occurredAt", delivery.occurredAt());
        return body;
    }

    private static void put(ObjectNode body, String field, @Nullable Object value) {
        if (value == null) {
            body.putNull(field);
        } else {
            body.put(field, value.toString());
        }
    }
}
