package dev.holdfast.subscriptions;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Of what somebody hears. */
public enum Told {

    /** Every deployment to production, when it is over. */
    DEPLOYMENTS,

    /** Those that nobody allowed, as soon as they begin. */
    UNAPPROVED,

    /** Changes that wait for a decision. */
    WAITING;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
