package dev.holdfast.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try of a delivery.
 *
 * @param outcome {@code sending}, {@code delivered}, {@code failed}, or {@code interrupted} where Holdfast itself was
 */
public record Attempt(Instant at, String outcome, @Nullable String detail) {}
