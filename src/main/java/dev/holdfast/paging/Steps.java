package dev.holdfast.paging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes the steps that are due: each in one transaction, from the lock on the callout to the timer of the next one. */
@Component
class Steps {

    /** After so long it was Holdfast that was away. */
    private static final Duration INTERRUPTION = Duration.ofHours(1);

    private static final int ONE_MESSAGE = 1_000;
    private static final int ONE_TRANSACTION = 50;
    private static final Logger log = LoggerFactory.getLogger(Steps.class);

    private final CalloutStore callouts;
    private final ObjectProvider<Subjects> subjects;
    private final Situations situations;
    private final Step step;
    private final Calls calls;
    private final StepTimers timers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Steps(
            CalloutStore callouts,
            ObjectProvider<Subjects> subjects,
            Situations situations,
            Step step,
            Calls calls,
            StepTimers timers,
            TransactionTemplate transaction,
            Clock clock) {
        this.callouts = callouts;
        this.subjects = subjects;
        this.situations = situations;
        this.step = step;
        this.calls = calls;
        this.timers = timers;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A timer fired. What was done already, by an earlier firing or together with others, is not done again. Should
     * one that is taken along fail, the one whose timer it is goes alone.
     *
     * @return false while another transaction has the callout in hand: it is to be asked again
     */
    boolean due(SubjectId subject, int tick) {
        try {
            return due(subject, tick, true);
        } catch (RuntimeException together) {
            log.warn("Steps that were taken together failed; {} goes alone", subject, together);
            return due(subject, tick, false);
        }
    }

    /** Nobody waits for a lock: in a storm the timers of what is taken together would hold every connection. */
    private boolean due(SubjectId subject, int tick, boolean together) {
        return Boolean.TRUE.equals(transaction.execute(open -> {
            var now = clock.instant();
            var seen = callouts.find(subject).filter(it -> it.tick() == tick && it.goesOn());
            if (seen.isEmpty()) {
                return true;
            }
            if (isOneMessage(seen.get(), now)) {
                callouts.takeTurnGathering();
            }
            var mine = callouts.lockUnlessInHand(subject);
            mine.filter(it -> it.tick() == tick && it.goesOn())
                    .ifPresent(callout -> take(together ? gathered(callout, now) : List.of(callout), now));
            return mine.isPresent();
        }));
    }

    /** The next step of each, now. The callouts are locked; the caller has the transaction. */
    void take(List<Callout> due, Instant now) {
        var situation = situations.at(now, due.stream().map(Callout::service).distinct().toList());
        var taken = new ArrayList<Callout>();
        var called = new ArrayList<Called>();
        var waiting = subjects.getObject().waiting(due.stream().map(Callout::subject).toList());
        for (var callout : due) {
            var isMajor = waiting.get(callout.subject());
            if (isMajor == null) {
                taken.add(callout.stopped());
                continue;
            }
            var outcome = step.of(callout, type(callout, isMajor, now), situation.of(callout.service()));
            taken.add(outcome.callout());
            called.addAll(outcome.called());
        }
        callouts.save(taken);
        timers.set(taken);
        calls.send(Called.withShadows(called, situation::alongside), now);
    }

    /** In a storm many are due at once: who covers a service is then worked out once for all of them. */
    private List<Callout> gathered(Callout first, Instant now) {
        var together = new ArrayList<Callout>();
        together.add(first);
        var most = isOneMessage(first, now) ? ONE_MESSAGE : ONE_TRANSACTION;
        callouts.lockDue(first.state(), now, most).stream()
                .filter(other -> !other.subject().equals(first.subject()))
                .forEach(together::add);
        return together;
    }

    /** Releases, and what an interruption left overdue, go to a person as one message. */
    private static boolean isOneMessage(Callout callout, Instant now) {
        return callout.is(PagingState.State.SUPPRESSED)
                || callout.is(PagingState.State.CALLING) && isOverdue(callout, now);
    }

    private static boolean isOverdue(Callout callout, Instant now) {
        var due = callout.dueAt();
        return due != null && due.plus(INTERRUPTION).isBefore(now);
    }

    private static MessageType type(Callout callout, boolean isMajor, Instant now) {
        if (callout.releasing() || callout.is(PagingState.State.SUPPRESSED)) {
            return MessageType.RELEASED;
        }
        return isOverdue(callout, now) && !isMajor ? MessageType.DIGEST : MessageType.PAGE;
    }
}
