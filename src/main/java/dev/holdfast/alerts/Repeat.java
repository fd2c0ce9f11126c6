package dev.holdfast.alerts;

import java.time.Instant;
import java.util.UUID;

/** An open alert said again, so many times; its severity is the latest that was said. */
public record Repeat(UUID alert, long times, Severity severity, Instant at) {}
