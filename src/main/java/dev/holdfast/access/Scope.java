package dev.holdfast.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a token may be used for. */
public enum Scope {
    READ,
    CATALOGUE,
    INCIDENTS,
    DEPLOYMENTS,
    CHANGES,
    PAY,
    METRICS,
    ADMIN;

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
