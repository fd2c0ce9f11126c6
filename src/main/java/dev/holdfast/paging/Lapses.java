package dev.holdfast.paging;

import java.time.Clock;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Acknowledgements of major subjects that stand for long without a note: somebody is called again. */
@Component
class Lapses {

    private final CalloutStore callouts;
    private final ObjectProvider<Subjects> subjects;
    private final Situations situations;
    private final StepTimers timers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Lapses(
            CalloutStore callouts,
            ObjectProvider<Subjects> subjects,
            Situations situations,
            StepTimers timers,
            TransactionTemplate transaction,
            Clock clock) {
        this.callouts = callouts;
        this.subjects = subjects;
        this.situations = situations;
        this.timers = timers;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** From now on again; what was watched before no longer counts. */
    void watch(SubjectId subject, Instant now) {
        var lapse = now.plus(situations.at(now).policy().majorAckTimeout());
        if (callouts.lapsesAt(subject, lapse)) {
            timers.watch(subject, lapse);
        }
    }

    /** A minor one may have become major by the next time. The subject is locked before its callout, so not here. */
    void due(SubjectId subject, Instant lapse) {
        transaction.executeWithoutResult(open -> {
            var now = clock.instant();
            if (!callouts.lapsesExactlyAt(subject, lapse)) {
                return;
            }
            var brief = subjects.getObject().brief(subject, now);
            if (brief.isEmpty() || !(brief.get().standing() instanceof SubjectBrief.Standing.Acknowledged)) {
                return;
            }
            if (brief.get().major()) {
                subjects.getObject().acknowledgementLapsed(subject, now);
            } else {
                watch(subject, now);
            }
        });
    }
}
