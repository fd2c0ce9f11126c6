package dev.holdfast.oncall;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a swap has come. Only what is agreed changes the schedule. */
public enum SwapState {
    ASKED,
    AGREED,
    DECLINED,
    WITHDRAWN,
    EXPIRED;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SwapState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
