package dev.holdfast.handover;

import java.time.Instant;

/**
 * What somebody wrote for the next shift.
 *
 * @param since it belongs to the first changeover from this instant on: from when it was written, or from the changeover
 *     that is just over where the one who handed over adds to it
 */
public record Note(String id, String by, Instant at, String text, Instant since) {}
