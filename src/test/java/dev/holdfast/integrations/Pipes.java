package dev.holdfast.integrations;

import dev.holdfast.Api;
import dev.holdfast.Peer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;

/** Pipelines of others, as they speak to a Holdfast. */
record Pipes(Api holdfast, String secret) {

    static final String TOKEN = "hf_pipes_0123456789_0123456789_012345678";

    Api.Answer github(String integration, String event, String body) {
        return github(integration, event, UUID.randomUUID().toString(), body);
    }

    Api.Answer github(String integration, String event, String delivery, String body) {
        return send("/hooks/github/" + integration, body,
                "X-GitHub-Event", event, "X-GitHub-Delivery", delivery, "X-Hub-Signature-256", "sha256=" + hmac(body));
    }

    Api.Answer withToken(String door, String body) {
        return send(door, body, "Authorization", "Bearer " + secret);
    }

    Api.Answer send(String door, String body, String... headers) {
        var nobody = holdfast.as(null);
        var request = nobody.request(door).POST(BodyPublishers.ofString(body));
        return nobody.send(headers.length == 0 ? request : request.headers(headers));
    }

    String hmac(String body) {
        return Peer.hmac(secret, body);
    }
}
