package dev.holdfast.access;

import org.jspecify.annotations.Nullable;

/** Somebody, or some automation, who signs in. */
public record Account(String name, @Nullable String person, String displayName, boolean administrator) {}
