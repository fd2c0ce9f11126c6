package dev.holdfast.subscriptions;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How somebody hears it. */
public enum Way {
    EMAIL,

    /** A POST that is signed. */
    WEBHOOK,

    /** The incoming webhook of Slack, and of what takes the same: Mattermost, Rocket.Chat, Google Chat. */
    SLACK,

    /** A workflow of Teams that waits for a webhook. */
    TEAMS;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
