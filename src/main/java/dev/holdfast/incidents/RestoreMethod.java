package dev.holdfast.incidents;

import java.util.Locale;

/** How soon availability is to be restored. */
public enum RestoreMethod {
    RESTORE_WHEN_POSSIBLE,
    RESTORE_BY_NEXT_WORKING_DAY,
    RESTORE_IMMEDIATELY;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
