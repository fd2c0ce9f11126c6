package dev.holdfast.integrations;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One request of a sender.
 *
 * @param id the sender's, the same when it is delivered again
 * @param event what the sender calls it
 */
public record Delivery(String id, String event, String body) {

    private static final int LONGEST = 200;

    /** Where the sender gives no id, what is sent is its own. */
    public static Delivery of(@Nullable String id, @Nullable String event, byte[] body) {
        var text = Wire.clean(new String(body, StandardCharsets.UTF_8));
        var usable = id == null || id.isBlank() ? Wire.digest(text, 64) : Wire.clean(id);
        return new Delivery(
                usable.length() > LONGEST ? Wire.digest(usable, 64) : usable, event == null || event.isBlank() ? "unknown" : Wire.cut(Wire.clean(event), LONGEST),
                text);
    }
}
