package dev.holdfast.oncall;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.holdfast.timers.Timers;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** A timer for each swap that waits, named by its id. */
@Component
class SwapTimers {

    private static final String TASK = "oncall-swap";
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final Timers timers;

    SwapTimers(Timers timers) {
        this.timers = timers;
    }

    void set(Swap swap) {
        timers.schedule(new TaskInstance<Void>(TASK, swap.id()), swap.expiresAt());
    }

    void drop(Swap swap) {
        timers.cancel(TaskInstanceId.of(TASK, swap.id()));
    }

    /** What they run. */
    @Configuration(proxyBeanMethods = false)
    static class Firing {

        @Bean
        OneTimeTask<Void> swapExpiryTask(ObjectProvider<Swaps> swaps) {
            return Tasks.oneTime(TASK)
                    .onFailure(new FailureHandler.OnFailureRetryLater<>(AGAIN))
                    .execute((timer, context) -> swaps.getObject().expire(timer.getId()));
        }
    }
}
