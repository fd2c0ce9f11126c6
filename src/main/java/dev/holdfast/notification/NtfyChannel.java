package dev.holdfast.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.http.Outbound;
import java.net.URI;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** A message published to a topic of an ntfy server, with a button that acknowledges. */
@Component
final class NtfyChannel implements Channel {

    private static final int LONGEST_TEXT = 3_500;
    private static final int LONGEST_TITLE = 200;

    private final Outbound outbound;
    private final JsonMapper ascii =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    NtfyChannel(Outbound outbound) {
        this.outbound = outbound;
    }

    @Override
    public By by() {
        return By.NTFY;
    }

    @Override
    public boolean isUsable() {
        return true;
    }

    @Override
    public Outcome deliver(Parcel parcel) {
        var text = Texts.cut(parcel.briefing().text(), LONGEST_TEXT).getBytes(UTF_8);
        return WebCall.post(outbound, URI.create(parcel.address()), headers(parcel), text);
    }

    private Map<String, String> headers(Parcel parcel) {
        var briefing = parcel.briefing();
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "text/plain; charset=utf-8");
        headers.put("Title", encoded(Texts.cut(Texts.oneLine(briefing.subjectLine()), LONGEST_TITLE)));
        headers.put("Priority", briefing.urgent() ? "urgent" : "default");
        headers.put("Tags", briefing.urgent() ? "rotating_light" : "information_source");
        headers.put("Click", Objects.requireNonNullElse(briefing.acknowledgeUrl(), briefing.url()).toASCIIString());
        headers.put("Holdfast-Delivery", parcel.delivery().id());
        if (briefing.acknowledgeUrl() != null) headers.put("Actions", acknowledge(briefing.acknowledgeUrl()));
        if (parcel.secret() != null) headers.put("Authorization", "Bearer " + parcel.secret());
        return headers;
    }

    private String acknowledge(URI address) {
        var actions = ascii.createArrayNode();
        actions.addObject()
                .put("action", "http")
                .put("label", "Acknowledge")
                .put("url", address.toASCIIString())
                .put("method", "POST")
                .put("clear", true);
        return ascii.writeValueAsString(actions);
    }

    /** ntfy reads RFC 2047 in every header; plain ASCII goes as it is. */
    static String encoded(String text) {
        return text.chars().allMatch(letter -> letter >= 0x20 && letter < 0x7f)
                ? text
                : "=?UTF-8?B?" + Base64.getEncoder().encodeToString(text.getBytes(UTF_8)) + "?=";
    }
}
