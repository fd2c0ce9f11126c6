package dev.holdfast.portal.web;

import dev.holdfast.quantities.Because;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A label and its value, with the way to it, or with what is missing there. */
public record Pair(String label, String value, @Nullable String address, boolean missing, List<Because> why) {

    public static Pair of(String label, String value) {
        return new Pair(label, value, null, false, List.of());
    }

    public static Pair to(String label, String value, String address) {
        return new Pair(label, value, address, false, List.of());
    }

    public static Pair missing(String label, String field) {
        return new Pair(label, "missing: " + field, null, true, List.of());
    }

    /** What is not said yet, with the way to where it is added; without one for those who may not. */
    public static Pair add(String label, @Nullable String address) {
        return new Pair(label, address == null ? "missing" : "missing, add it here", address, true, List.of());
    }

    public Pair because(List<Because> why) {
        return new Pair(label, value, address, missing, why);
    }
}
