package dev.holdfast.changes;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import dev.holdfast.timers.Timers;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A timer for each inquiry that has not ended, named by its id. */
@Component
class InquiryTimers {

    static final String TASK = "changes.inquiry";

    private final Timers timers;

    InquiryTimers(Timers timers) {
        this.timers = timers;
    }

    void set(UUID inquiry, Instant at) {
        timers.schedule(new TaskInstance<Void>(TASK, inquiry.toString()), at);
    }

    void move(UUID inquiry, Instant to) {
        timers.reschedule(TaskInstanceId.of(TASK, inquiry.toString()), to);
    }

    void drop(UUID inquiry) {
        timers.cancel(TaskInstanceId.of(TASK, inquiry.toString()));
    }
}
