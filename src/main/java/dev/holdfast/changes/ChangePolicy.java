package dev.holdfast.changes;

import java.time.Duration;

/**
 * The organisation's policy of changes (rule 17).
 *
 * @param approvalFor how long an approval that is not used holds
 * @param rollbackFor how long after a deployment the version before it may always be brought back
 * @param failed of how many of the last {@code of} standard changes that failed a template is suspended
 * @param afterwards the working days within which an emergency is approved
 */
public record ChangePolicy(Duration approvalFor, Duration rollbackFor, int failed, int of, int afterwards) {

    static final ChangePolicy DEFAULT = new ChangePolicy(Duration.ofDays(7), Duration.ofDays(7), 3, 10, 2);
}
