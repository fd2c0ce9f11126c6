package dev.holdfast.timers;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Sets, moves and withdraws timers in the caller's transaction, and has due ones fired right after its commit. */
@Component
public class Timers {

    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    /** One for all, so that a transaction that sets many timers wakes once. */
    private final TransactionSynchronization wake = new TransactionSynchronization() {
        @Override
        public void afterCommit() {
            scheduler.getObject().triggerCheckForDueExecutions();
        }
    };

    Timers(ObjectProvider<Scheduler> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Sets a timer; answers false, and changes nothing, when there is one of that name and id. */
    public boolean schedule(TaskInstance<?> timer, Instant at) {
        var set = scheduler.getObject().scheduleIfNotExists(timer, at);
        if (set) wakeWhenDue(at);
        return set;
    }

    /** Sets new timers for one instant in one batch. Their ids must be new. */
    public void scheduleAll(List<TaskInstance<?>> timers, Instant at) {
        scheduler.getObject().scheduleBatch(timers, at);
        wakeWhenDue(at);
    }

    /** Moves a timer; answers false when there is none, or when it is firing right now. */
    public boolean reschedule(TaskInstanceId timer, Instant at) {
        try {
            var moved = scheduler.getObject().reschedule(timer, at);
            if (moved) wakeWhenDue(at);
            return moved;
        } catch (TaskInstanceNotFoundException | TaskInstanceCurrentlyExecutingException | ExecutionException tooLate) {
            return false;
        }
    }

    /**
     * Withdraws a timer; answers false when there is none, or when it is firing right now. It may begin to fire between
     * the look and the removal: then nothing is removed, which the library calls an execution's failure.
     */
    public boolean cancel(TaskInstanceId timer) {
        try {
            scheduler.getObject().cancel(timer);
            return true;
        } catch (TaskInstanceNotFoundException | TaskInstanceCurrentlyExecutingException | ExecutionException tooLate) {
            return false;
        }
    }

    private void wakeWhenDue(Instant at) {
        if (at.isAfter(clock.instant())) return;
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            scheduler.getObject().triggerCheckForDueExecutions();
        } else if (!TransactionSynchronizationManager.getSynchronizations().contains(wake)) {
            TransactionSynchronizationManager.registerSynchronization(wake);
        }
    }
}
