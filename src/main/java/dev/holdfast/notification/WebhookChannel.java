package dev.holdfast.notification;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Deliveries as webhooks; docs/webhooks.md tells receivers about them. */
@Component
final class WebhookChannel implements Channel {

    private final Webhooks webhooks;
    private final JsonMapper json;

    WebhookChannel(Webhooks webhooks, JsonMapper json) {
        this.webhooks = webhooks;
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
        return webhooks.post(URI.create(parcel.address()), secret, parcel.delivery().id(), json.writeValueAsBytes(body(parcel)));
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
