package dev.holdfast.oncall;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Leave that somebody asks to enter. */
public record NewLeave(Instant from, Instant to, @Nullable String note) {}
