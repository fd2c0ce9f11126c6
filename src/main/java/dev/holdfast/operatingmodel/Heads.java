package dev.holdfast.operatingmodel;

import org.jspecify.annotations.Nullable;

/** The people who head operations, product and delivery, by name. */
public record Heads(@Nullable String operations, @Nullable String product, @Nullable String delivery) {

    static final Heads NONE = new Heads(null, null, null);
}
