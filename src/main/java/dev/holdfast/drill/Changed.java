package dev.holdfast.drill;

import org.jspecify.annotations.Nullable;

/** That a way of alerts broke since the run before, or was mended; the sentence says what is or was broken. */
public record Changed(String key, boolean broke, String integration, String words, @Nullable String service, String sentence) {}
