package dev.holdfast.drill;

import org.jspecify.annotations.Nullable;

/** Which chains of the last run are wanted. */
public record Asked(Moment moment, @Nullable String team, @Nullable String domain, boolean brokenOnly) {}
