package dev.holdfast.oncall;

import java.time.Instant;

/** A part of a shift that falls into the leave of who has it. */
public record LeaveClash(String schedule, Instant from, Instant to) {}
