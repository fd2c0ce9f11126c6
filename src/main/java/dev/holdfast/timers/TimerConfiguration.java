package dev.holdfast.timers;

import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.boot.autoconfigure.Jackson3Serializer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How db-scheduler runs here: on our clock, on virtual threads, with its data as JSON. */
@Configuration(proxyBeanMethods = false)
class TimerConfiguration {

    @Bean
    com.github.kagkarlsson.scheduler.Clock dbSchedulerClock(Clock clock) {
        return clock::instant;
    }

    @Bean
    DbSchedulerCustomizer dbSchedulerCustomizer() {
        return new DbSchedulerCustomizer() {
            @Override
            public Optional<SchedulerName> schedulerName() {
                var node = new SchedulerName.Hostname().getName() + "-" + ProcessHandle.current().pid();
                return Optional.of(new SchedulerName.Fixed(node));
            }

            @Override
            public Optional<Serializer> serializer() {
                return Optional.of(new Jackson3Serializer());
            }

            @Override
            public Optional<ExecutorService> executorService() {
                return Optional.of(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("timer-", 0).factory()));
            }
        };
    }

    /**
     * On a database that is ours alone, a timer that is marked as firing at the start belongs to a server that was
     * killed: it is freed at once instead of after its heartbeats are missed.
     */
    @Bean
    @DependsOnDatabaseInitialization
    @ConditionalOnProperty("holdfast.database.exclusive")
    FreedTimers freedTimers(JdbcClient db) {
        return FreedTimers.freeAll(db);
    }
}
