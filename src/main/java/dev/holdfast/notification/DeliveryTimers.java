package dev.holdfast.notification;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import dev.holdfast.timers.Timers;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** A timer for each delivery that waits, named by its id. */
@Component
final class DeliveryTimers {

    static final String TASK = "notification.delivery";

    private final Timers timers;

    DeliveryTimers(Timers timers) {
        this.timers = timers;
    }

    void set(Delivery delivery) {
        timers.schedule(new TaskInstance<Void>(TASK, delivery.id()), delivery.due());
    }

    void move(String delivery, Instant to) {
        timers.reschedule(TaskInstanceId.of(TASK, delivery), to);
    }

    void drop(String delivery) {
        timers.cancel(TaskInstanceId.of(TASK, delivery));
    }
}
