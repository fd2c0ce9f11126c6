package dev.holdfast.oncall;

import java.time.Instant;

/** Something found wrong that somebody was told, or is about to be, and when it was first seen. */
record Finding(String id, Check check, Instant seenAt) {}
