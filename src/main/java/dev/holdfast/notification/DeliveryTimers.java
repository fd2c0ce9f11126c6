package dev.holdfast.notification;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import dev.holdfast.timers.Timers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** A timer for each delivery that waits, named by its id. */
@Component
final class DeliveryTimers {

    static final String TASK = "notification.delivery";

    private final Timers timers;

    DeliveryTimers(Timers timers) {
        this.timers = timers;
    }

    /** Of deliveries that are new, in a batch for each instant. */
    void setAll(List<Delivery> deliveries) {
        var byInstant = new TreeMap<Instant, List<TaskInstance<?>>>();
        for (var delivery : deliveries) {
            byInstant
                    .computeIfAbsent(delivery.due(), at -> new ArrayList<>())
                    .add(new TaskInstance<Void>(TASK, delivery.id()));
        }
        byInstant.forEach((at, due) -> timers.scheduleAll(due, at));
    }

    void move(String delivery, Instant to) {
        timers.reschedule(TaskInstanceId.of(TASK, delivery), to);
    }

    void drop(String delivery) {
        timers.cancel(TaskInstanceId.of(TASK, delivery));
    }
}
