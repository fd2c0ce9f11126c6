package dev.holdfast.drill;

import org.jspecify.annotations.Nullable;

/** One link of a chain: what it is, what was found there, and what is broken about it. */
public record Step(String link, String found, @Nullable Broken broken) {}
