package dev.holdfast.handover;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.holdfast.quantities.TimeOrdered;
import dev.holdfast.timers.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * A timer at each schedule's next changeover, and one that is due at once wherever a schedule changed: what it looks at
 * is there only after the commit.
 */
@Component
class HandoverTimers {

    private static final String CHANGEOVER = "handover";
    private static final Duration AGAIN = Duration.ofSeconds(10);

    private final Timers timers;

    HandoverTimers(Timers timers) {
        this.timers = timers;
    }

    void set(String schedule, Instant at) {
        timers.schedule(timer(schedule, at.toString()), at);
    }

    void drop(String schedule, Instant at) {
        timers.cancel(timer(schedule, at.toString()));
    }

    void look(Collection<String> schedules, Instant now) {
        var due = schedules.stream().<TaskInstance<?>>map(schedule -> timer(schedule, TimeOrdered.id(now).toString())).toList();
        if (!due.isEmpty()) timers.scheduleAll(List.copyOf(due), now);
    }

    private static TaskInstance<Void> timer(String schedule, String when) {
        return new TaskInstance<>(CHANGEOVER, schedule + "#" + when);
    }

    /** What they run. */
    @Configuration(proxyBeanMethods = false)
    static class HandoverTasks {

        @Bean
        OneTimeTask<Void> handoverTask(ObjectProvider<HandoversTold> told) {
            return Tasks.oneTime(CHANGEOVER)
                    .onFailure(new FailureHandler.OnFailureRetryLater<>(AGAIN))
                    .execute((timer, context) -> told.getObject().look(timer.getId().substring(0, timer.getId().lastIndexOf('#'))));
        }
    }
}
