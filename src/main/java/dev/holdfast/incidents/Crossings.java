package dev.holdfast.incidents;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.holdfast.quantities.Money;
import dev.holdfast.timers.Timers;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Timers for the instants at which expected losses cross a threshold, so that nobody need look at a page for an incident
 * to become major. Each revision sets a new one; an old one that still fires judges anew and finds nothing to change.
 */
@Component
class Crossings {

    static final TaskDescriptor<Void> CROSSING = TaskDescriptor.of("incident-crossing", Void.class);

    private final Timers timers;

    Crossings(Timers timers) {
        this.timers = timers;
    }

    /** When it becomes larger or breaks through, whichever is first: then it is judged anew, and both are set again. */
    static Optional<Instant> next(Course course, Judgement judgement, Optional<BigDecimal> breakThroughAbove, Instant now) {
        var breaksThrough = breakThroughAbove
                .map(limit -> new Money(limit, course.currency()))
                .flatMap(limit -> Expectation.exceeds(course, limit, now));
        return Stream.concat(judgement.nextCrossing().stream(), breaksThrough.stream()).min(Instant::compareTo);
    }

    void watch(IncidentId incident, Optional<Instant> crossing) {
        crossing.ifPresent(at -> timers.schedule(CROSSING.instance(incident + "@" + at).build(), at));
    }

    /** Of incidents that are new, in a batch for each instant. */
    void watchAll(Map<IncidentId, Instant> crossings) {
        var byInstant = new TreeMap<Instant, List<TaskInstance<?>>>();
        crossings.forEach((incident, at) -> byInstant
                .computeIfAbsent(at, due -> new ArrayList<>())
                .add(CROSSING.instance(incident + "@" + at).build()));
        byInstant.forEach((at, due) -> timers.scheduleAll(due, at));
    }

    @Configuration(proxyBeanMethods = false)
    static class Firing {

        private static final Duration AGAIN = Duration.ofSeconds(2);
        private static final Duration REVIEWED = Duration.ofMinutes(1);

        @Bean
        RecurringTask<Void> incidentReview(ObjectProvider<OpenReview> review) {
            return Tasks.recurring("incident-review", FixedDelay.of(REVIEWED))
                    .execute((timer, context) -> review.getObject().run());
        }

        @Bean
        Task<Void> incidentCrossing(ObjectProvider<Reassessment> reassessment, TransactionTemplate transaction, Clock clock) {
            return Tasks.oneTime(CROSSING).onFailure(new FailureHandler.OnFailureRetryLater<>(AGAIN)).execute((timer, context) -> {
                var incident = new IncidentId(UUID.fromString(timer.getId().substring(0, timer.getId().indexOf('@'))));
                transaction.executeWithoutResult(
                        status -> reassessment.getObject().reassess(incident, clock.instant()));
            });
        }
    }
}
