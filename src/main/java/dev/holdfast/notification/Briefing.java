package dev.holdfast.notification;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The words of a message at the moment that it is sent.
 *
 * @param webhookBody what the webhook's body says beside the delivery's own fields, such as {@code incident}
 * @param urgent whether it should make a noise
 */
public record Briefing(
        String subjectLine,
        String text,
        ObjectNode webhookBody,
        URI url,
        @Nullable URI acknowledgeUrl,
        boolean urgent) {}
