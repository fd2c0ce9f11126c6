package dev.holdfast.operatingmodel;

import dev.holdfast.quantities.AvailabilityLevel;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Who is on call out of hours from an availability level on, each up to the next. */
public record OnCallLevels(Map<AvailabilityLevel, OnCallLevel> from) {

    public OnCallLevels {
        from = Collections.unmodifiableMap(new TreeMap<>(from));
    }

    /** Below the first level nobody is. */
    public OnCallLevel outOfHours(AvailabilityLevel level) {
        var entry = new TreeMap<>(from).floorEntry(level);
        return entry == null ? OnCallLevel.NONE : entry.getValue();
    }
}
