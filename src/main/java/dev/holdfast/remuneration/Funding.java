package dev.holdfast.remuneration;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Out of which kind of money a budget line is paid. */
public enum Funding {
    CAPEX,
    OPEX;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
