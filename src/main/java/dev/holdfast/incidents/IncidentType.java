package dev.holdfast.incidents;

import java.util.Locale;

/** Whether an incident calls an incident manager. */
public enum IncidentType {
    MINOR,
    MAJOR;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
