package dev.holdfast.oncall;

import java.time.Instant;

/** A stretch of time through which a service is covered by the same people for the same reason. */
public record Stretch(Instant from, Instant to, Covering covering) {}
