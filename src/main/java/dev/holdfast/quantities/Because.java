package dev.holdfast.quantities;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** One line of an explanation: a code for programs, a sentence for people, and every number of the sentence as a fact. */
public record Because(String code, String text, Map<String, Object> facts) {

    public Because {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    public static Because of(String code, String text) {
        return new Because(code, text, Map.of());
    }
}
