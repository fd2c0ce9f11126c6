package dev.holdfast.subscriptions;

import dev.holdfast.notification.Briefing;
import dev.holdfast.notification.Mails;
import dev.holdfast.notification.Outcome;
import dev.holdfast.notification.Webhooks;
import dev.holdfast.subscriptions.Wording.Line;
import dev.holdfast.subscriptions.Wording.Said;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The same words by mail, as a signed webhook, and in a chat. */
@Component
class Carriers {

    private final Mails mails;
    private final Webhooks webhooks;
    private final JsonMapper json;

    Carriers(Mails mails, Webhooks webhooks, JsonMapper json) {
        this.mails = mails;
        this.webhooks = webhooks;
        this.json = json;
    }

    boolean isUsable(Way way) {
        return way != Way.EMAIL || mails.areUsable();
    }

    Outcome tell(Subscription subscription, UUID delivery, Said said) {
        return switch (subscription.way()) {
            case EMAIL -> mails.send(subscription.address(), delivery.toString(), briefing(said));
            case WEBHOOK -> webhooks.post(
                    URI.create(subscription.address()), Objects.requireNonNullElse(subscription.secret(), ""), delivery.toString(), bytes(body(subscription, delivery, said)));
            case SLACK -> webhooks.post(URI.create(subscription.address()), bytes(Map.of("text", slack(said))));
            case TEAMS -> webhooks.post(URI.create(subscription.address()), bytes(card(said)));
        };
    }

    private Briefing briefing(Said said) {
        var text = said.lines().stream().map(line -> line.text() + "\n" + line.url()).collect(Collectors.joining("\n"))
                + more(said) + "\nNot any more, or not you: " + said.wayOut();
        return new Briefing(said.subject(), text, json.createObjectNode(), said.url(), null, false);
    }

    private static Map<String, @Nullable Object> body(Subscription subscription, UUID delivery, Said said) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("type", subscription.told().word());
        body.put("deliveryId", delivery);
        body.put("subscription", subscription.id());
        body.put("scope", subscription.scope());
        body.put("items", said.lines().stream().map(line -> with(line.facts(), "url", line.url())).toList());
        body.put("more", said.more());
        return body;
    }

    private static Map<String, @Nullable Object> with(Map<String, @Nullable Object> facts, String name, Object value) {
        var all = new LinkedHashMap<>(facts);
        all.put(name, value);
        return all;
    }

    /** Slack's own marks in what others wrote are words (its three entities). */
    static String slack(Said said) {
        return said.lines().stream()
                .map(line -> "• " + line.text().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + " <" + line.url() + "|Open>")
                .collect(Collectors.joining("\n")) + more(said);
    }

    private static Map<String, Object> card(Said said) {
        var blocks = said.lines().stream().map(Carriers::block).toList();
        var card = Map.of("type", "AdaptiveCard", "$schema", "http://adaptivecards.io/schemas/adaptive-card.json", "version", "1.4", "body", blocks);
        return Map.of("type", "message", "attachments", List.of(Map.of("contentType", "application/vnd.microsoft.card.adaptive", "content", card)));
    }

    /** Marks of Markdown in what others wrote are words. */
    private static Map<String, Object> block(Line line) {
        var plain = line.text().replaceAll("([\\\\*_\\[\\]()~`#>])", "\\\\$1");
        return Map.of("type", "TextBlock", "wrap", true, "text", plain + " [Open](" + line.url() + ")");
    }

    private static String more(Said said) {
        return said.more() == 0 ? "" : "\nand " + said.more() + " more: " + said.url();
    }

    private byte[] bytes(Object body) {
        return json.writeValueAsBytes(body);
    }
}
