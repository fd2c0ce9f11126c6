package dev.holdfast.paging;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.holdfast.timers.Timers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** The timers of callouts: each belongs to one tick, and is set in the transaction that makes the tick. */
@Component
class StepTimers {

    private static final String STEP = "paging-step";
    private static final String LAPSE = "paging-acknowledgement";
    private static final Duration REVIEWED = Duration.ofMinutes(1);
    private static final Duration AGAIN = Duration.ofSeconds(2);
    private static final Duration WHILE_IN_HAND = Duration.ofMillis(200);

    private final Timers timers;

    StepTimers(Timers timers) {
        this.timers = timers;
    }

    void set(List<Callout> callouts) {
        var byInstant = new TreeMap<Instant, List<TaskInstance<?>>>();
        for (var callout : callouts) {
            if (callout.dueAt() != null) {
                byInstant.computeIfAbsent(callout.dueAt(), at -> new ArrayList<>()).add(step(callout));
            }
        }
        byInstant.forEach((at, due) -> timers.scheduleAll(due, at));
    }

    void cancel(Callout callout) {
        timers.cancel(step(callout));
    }

    void watch(SubjectId subject, Instant lapse) {
        timers.schedule(new TaskInstance<>(LAPSE, subject + "#" + micros(lapse)), lapse);
    }

    private static TaskInstance<Void> step(Callout callout) {
        return new TaskInstance<>(STEP, callout.subject() + "#" + callout.tick());
    }

    private static long micros(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1_000);
    }

    /** The tasks that they run. */
    @Configuration(proxyBeanMethods = false)
    static class PagingTasks {

        @Bean
        CustomTask<Void> pagingStepTask(Steps steps, Clock clock) {
            return Tasks.custom(STEP, Void.class)
                    .onFailure(new FailureHandler.OnFailureRetryLater<>(AGAIN))
                    .execute((timer, context) -> {
                        var done = steps.due(subject(timer.getId()), Math.toIntExact(number(timer.getId())));
                        return (complete, handle) -> {
                            if (done) {
                                handle.stop();
                            } else {
                                handle.reschedule(complete, clock.instant().plus(WHILE_IN_HAND));
                            }
                        };
                    });
        }

        @Bean
        RecurringTask<Void> pagingReviewTask(Review review) {
            return Tasks.recurring("paging-review", FixedDelay.of(REVIEWED)).execute((timer, context) -> review.run());
        }

        @Bean
        OneTimeTask<Void> pagingAcknowledgementTask(Lapses lapses) {
            return Tasks.oneTime(LAPSE)
                    .onFailure(new FailureHandler.OnFailureRetryLater<>(AGAIN))
                    .execute((timer, context) -> {
                        var micros = number(timer.getId());
                        var at = Instant.ofEpochSecond(
                                Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
                        lapses.due(subject(timer.getId()), at);
                    });
        }

        private static SubjectId subject(String id) {
            return new SubjectId(id.substring(0, id.lastIndexOf('#')));
        }

        private static long number(String id) {
            return Long.parseLong(id.substring(id.lastIndexOf('#') + 1));
        }
    }
}
