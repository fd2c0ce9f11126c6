package dev.holdfast.portal.web;

import dev.holdfast.quantities.Because;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A figure: label, value with its unit small, one line under it with the comparison or the reason. */
public record Figure(
        String label,
        String value,
        String unit,
        String under,
        @Nullable Tone tone,
        @Nullable Gauge gauge,
        @Nullable Avatar avatar,
        List<Because> why) {

    public static Figure of(String label, String value, String unit, String under) {
        return new Figure(label, value, unit, under, null, null, null, List.of());
    }

    public Figure because(List<Because> why) {
        return new Figure(label, value, unit, under, tone, gauge, avatar, why);
    }

    public Figure with(Gauge gauge) {
        return new Figure(label, value, unit, under, tone, gauge, avatar, why);
    }

    public Figure with(Avatar avatar) {
        return new Figure(label, value, unit, under, tone, gauge, avatar, why);
    }

    public Figure toned(Tone tone) {
        return new Figure(label, value, unit, under, tone, gauge, avatar, why);
    }
}
