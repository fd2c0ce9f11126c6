package dev.holdfast;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.event.SchedulerListener;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dev.holdfast.timers.Timers;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.MapPropertySource;

/** What a server under test has of its own. */
@TestConfiguration(proxyBeanMethods = false)
class TestServer {

    @Bean
    @Primary
    TestClock testClock(ObjectProvider<Scheduler> scheduler) {
        return new TestClock(() -> scheduler.ifAvailable(Scheduler::triggerCheckForDueExecutions));
    }

    /**
     * What looks every so often looks again in as long as it rests, by the real clock. Where time was moved while it looked, it may
     * have seen what was before, and a test that waits for what it sees after would wait as long.
     */
    @Bean
    SchedulerListener looksAgain(TestClock clock, ObjectProvider<Timers> timers) {
        return new AbstractSchedulerListener() {
            @Override
            public void onExecutionComplete(ExecutionComplete run) {
                var timer = run.getExecution().taskInstance;
                var begun = run.getTimeDone().minus(run.getDuration());
                if (timer.getId().equals(RecurringTask.INSTANCE) && clock.movedAfter(begun)) {
                    timers.getObject().reschedule(timer, clock.instant());
                }
            }
        };
    }

    /** A database for each context; what a run leaves is dropped at the next. */
    static class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var database = TestDatabase.fresh();
            var access = database.access();
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "fresh database",
                            Map.of(
                                    "spring.datasource.url", access.url(),
                                    "spring.datasource.username", access.user(),
                                    "spring.datasource.password", access.password(),
                                    "holdfast.data", "target/data")));
        }
    }
}
