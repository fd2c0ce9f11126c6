package dev.holdfast.changes;

import java.util.UUID;

/**
 * What the gate answered to a question.
 *
 * @param recordOnly whether it only records what it would have refused
 * @param code why, as in {@code PRE_APPROVED}
 */
public record GateSaid(UUID decision, boolean allowed, boolean recordOnly, String code) {}
