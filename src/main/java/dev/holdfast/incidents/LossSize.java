package dev.holdfast.incidents;

import java.util.Locale;

/** How much an incident is expected to cost, by the policy's thresholds; from small to large. */
public enum LossSize {
    LOW(IncidentType.MINOR, RestoreMethod.RESTORE_WHEN_POSSIBLE),
    MEDIUM(IncidentType.MINOR, RestoreMethod.RESTORE_BY_NEXT_WORKING_DAY),
    HIGH(IncidentType.MAJOR, RestoreMethod.RESTORE_IMMEDIATELY);

    private final IncidentType type;
    private final RestoreMethod method;

    LossSize(IncidentType type, RestoreMethod method) {
        this.type = type;
        this.method = method;
    }

    public IncidentType type() {
        return type;
    }

    public RestoreMethod method() {
        return method;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
