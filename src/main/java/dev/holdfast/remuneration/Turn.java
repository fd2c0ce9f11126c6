package dev.holdfast.remuneration;

import java.time.Instant;

/** A person's turn within one week of a schedule: what is rounded as a whole, whoever stood in for whom. */
record Turn(String schedule, int layer, long number, Instant week) {}
