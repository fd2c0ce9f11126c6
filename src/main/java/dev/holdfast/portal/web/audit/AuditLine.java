package dev.holdfast.portal.web.audit;

import dev.holdfast.portal.web.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deployment with its evidence.
 *
 * @param day where it is the first of its day
 * @param reviewed who reviewed it, as words; empty where nobody is known
 * @param change the number of the change by which it went; null where it went by none
 * @param record its entry in the ledger; null where there is none
 */
public record AuditLine(
        @Nullable String day, String time, String took, String service, String version, String written, String reviewed, String deployed, String approved,
        String approvedWhen, @Nullable String change, String kind, Status gate, String why, Status outcome, List<Status> findings, @Nullable Entry record) {

    public record Entry(String number, String address) {}
}
