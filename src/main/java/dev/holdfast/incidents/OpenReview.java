package dev.holdfast.incidents;

import dev.holdfast.catalogue.Documents;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Judges the open incidents anew after the catalogue has changed: a peak or an exposure that is declared while they are
 * open moves the instant at which they become major.
 */
@Component
class OpenReview {

    private static final int AT_ONCE = 1_000;

    private final Documents documents;
    private final IncidentSearch incidents;
    private final Reassessment reassessment;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final AtomicLong reviewed = new AtomicLong(-1);

    OpenReview(
            Documents documents,
            IncidentSearch incidents,
            Reassessment reassessment,
            TransactionTemplate transaction,
            Clock clock) {
        this.documents = documents;
        this.incidents = incidents;
        this.reassessment = reassessment;
        this.transaction = transaction;
        this.clock = clock;
    }

    void run() {
        var revision = documents.revision();
        if (reviewed.get() == revision) {
            return;
        }
        for (var incident : incidents.newest(IncidentFilter.open(), null, AT_ONCE)) {
            transaction.executeWithoutResult(status -> reassessment.reassess(incident.id(), clock.instant()));
        }
        reviewed.set(revision);
    }
}
