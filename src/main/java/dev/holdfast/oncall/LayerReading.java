package dev.holdfast.oncall;

import dev.holdfast.catalogue.SpecReader;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One layer of a Schedule document, read as a rotation. */
final class LayerReading {

    private static final int A_WEEK = 7;

    private static final int LAST_YEAR = 9999;

    private LayerReading() {}

    static @Nullable Rotation of(SpecReader layer, @Nullable ZoneId ofSchedule) {
        var own = layer.zone("timeZone");
        var zone = own == null ? ofSchedule : own;
        var start = layer.required("start", wallClock(layer, "start"));
        var days = days(layer);
        var turns = turns(layer);
        var people = SchedulePart.people(layer.references("people", "Person"));
        if (!layer.has("people")) {
            layer.fault("people", "REQUIRED", "people is required");
        }
        var restrict = layer.objects("restrict").stream()
                .map(SpecReader::window)
                .filter(Objects::nonNull)
                .toList();
        var bounds = bounds(layer);
        return zone == null || start == null
                ? null
                : new Rotation(zone, new HandOffs(start, days, turns), people, restrict, bounds);
    }

    /** A week, unless the layer says otherwise. */
    private static int days(SpecReader layer) {
        var every = layer.days("every");
        if (every != null && every.getDays() < 1) {
            layer.fault("every", "OUT_OF_RANGE", "A turn takes at least a day");
            return A_WEEK;
        }
        return every == null ? A_WEEK : every.getDays();
    }

    private static Turns turns(SpecReader layer) {
        var turns = layer.choice("turns", Turns.class);
        var every = layer.text("every");
        if (turns == Turns.ACTIVE && (every == null || every.endsWith("W"))) {
            layer.fault("turns", "OUT_OF_RANGE", "Only rotations of days can count active days");
        }
        return turns == null ? Turns.CALENDAR : turns;
    }

    private static Bounds bounds(SpecReader layer) {
        var from = wallClock(layer, "from");
        var to = wallClock(layer, "to");
        if (from != null && to != null && !from.isBefore(to)) {
            layer.fault("to", "OUT_OF_RANGE", "A layer ends after it begins");
        }
        return new Bounds(from, to);
    }

    private static @Nullable LocalDateTime wallClock(SpecReader layer, String field) {
        var local = layer.localDateTime(field);
        if (local != null && (local.getYear() < 1 || local.getYear() > LAST_YEAR)) {
            layer.fault(field, "OUT_OF_RANGE", field + " lies between the years 1 and " + LAST_YEAR);
            return null;
        }
        return local;
    }
}
