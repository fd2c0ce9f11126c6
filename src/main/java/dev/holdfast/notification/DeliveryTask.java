package dev.holdfast.notification;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import dev.holdfast.timers.Errand;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The timer of a delivery. */
@Configuration(proxyBeanMethods = false)
class DeliveryTask {

    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(1);

    @Bean
    Attempts attempts() {
        return new Attempts(Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("attempt-", 0).factory()));
    }

    @Bean
    CustomTask<Void> deliveryTimer(Courier courier, Attempts attempts) {
        return Errand.timer(
                DeliveryTimers.TASK, AFTER_A_FAULT, courier::prepare, attempt -> attempts.executor().execute(() -> courier.attempt(attempt)));
    }

    /** Attempts under way; the server's end waits for them. */
    record Attempts(ExecutorService executor) implements AutoCloseable {

        @Override
        public void close() {
            executor.close();
        }
    }
}
