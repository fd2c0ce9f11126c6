package dev.holdfast.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a token may do; {@link #ADMIN} implies all. */
public enum Scope {
    READ,
    CATALOGUE,
    INCIDENTS,
    DEPLOYMENTS,
    CHANGES,
    PAY,
    METRICS,
    ADMIN;

    public static Optional<Scope> of(String word) {
        return Arrays.stream(values()).filter(scope -> scope.word().equals(word)).findFirst();
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return word();
    }
}
