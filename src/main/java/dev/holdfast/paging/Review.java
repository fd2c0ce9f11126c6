package dev.holdfast.paging;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks again at what is held: a peak, a level or working hours that were declared since may release it earlier. */
@Component
class Review {

    private static final int AT_ONCE = 1_000;

    private final CalloutStore callouts;
    private final EntryStore entries;
    private final Situations situations;
    private final StepTimers timers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Review(
            CalloutStore callouts,
            EntryStore entries,
            Situations situations,
            StepTimers timers,
            TransactionTemplate transaction,
            Clock clock) {
        this.callouts = callouts;
        this.entries = entries;
        this.situations = situations;
        this.timers = timers;
        this.transaction = transaction;
        this.clock = clock;
    }

    void run() {
        transaction.executeWithoutResult(open -> {
            var now = clock.instant();
            var present = situations.at(now);
            var moved = new ArrayList<Callout>();
            var remarks = new ArrayList<Entry>();
            for (var callout : callouts.lockHeldBeyond(now, AT_ONCE)) {
                var situation = present.of(callout.service());
                var until = situation.heldUntil(callout);
                if (until == null) {
                    moved.add(callout.made(now));
                } else if (!until.equals(callout.dueAt())) {
                    var held = callout.held(now, until, situation.covering().schedule());
                    moved.add(held);
                    remarks.add(Remarks.suppressed(held, situation));
                }
            }
            if (!moved.isEmpty()) {
                store(moved, remarks);
            }
        });
    }

    private void store(List<Callout> moved, List<Entry> remarks) {
        callouts.save(moved);
        entries.write(remarks);
        timers.set(moved);
    }
}
