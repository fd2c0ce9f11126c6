package dev.holdfast.notification;

import dev.holdfast.http.Outbound;
import java.net.URI;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Signed POSTs of JSON to addresses that somebody entered, answered within 10 s; docs/webhooks.md tells receivers about them. */
@Component
public class Webhooks {

    private final Outbound outbound;

    Webhooks(Outbound outbound) {
        this.outbound = outbound;
    }

    /** One attempt, which has no transaction open. The same delivery sent again has the same id. */
    public Outcome post(URI address, String secret, String delivery, byte[] body) {
        var headers = Map.of(
                "Content-Type", "application/json",
                "Holdfast-Delivery", delivery,
                "Holdfast-Signature", Signature.of(secret, body));
        return WebCall.post(outbound, address, headers, body);
    }

    /** The same without a signature, for the incoming webhook of a chat, whose address is its secret. */
    public Outcome post(URI address, byte[] body) {
        return WebCall.post(outbound, address, Map.of("Content-Type", "application/json"), body);
    }
}
