package dev.holdfast.history;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A timer for each import that runs, named by its id: it works through some of it and is set again until all of it is done. */
@Configuration(proxyBeanMethods = false)
class ImportTimer {

    private static final String TASK = "history.import";
    private static final Duration TURN = Duration.ofSeconds(1);
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(5);

    static TaskInstance<Void> of(UUID id) {
        return new TaskInstance<>(TASK, id.toString());
    }

    @Bean
    CustomTask<Void> historyImport(Working working, Clock clock) {
        return Tasks.custom(TASK, Void.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_A_FAULT))
                .execute((timer, context) -> {
                    var next = working.work(UUID.fromString(timer.getId()), Working.Pace.USUAL);
                    return switch (next) {
                        case OVER -> (complete, operations) -> operations.stop();
                        case GO_ON -> (complete, operations) -> operations.reschedule(complete, clock.instant());
                        case LATER -> (complete, operations) -> operations.reschedule(complete, clock.instant().plus(TURN));
                    };
                });
    }
}
