package dev.holdfast.notification;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a delivery is; all but {@code WAITING} are final. */
public enum DeliveryState {
    WAITING,
    DELIVERED,
    FAILED,
    NOT_SENT;

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static DeliveryState of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
