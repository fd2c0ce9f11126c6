package dev.holdfast.notification;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The timer of a delivery. It does not wait for the other side: it is set to fire again when the claim ends, and the
 * attempt goes on by itself, so that silent receivers keep no timer from firing. An attempt that ends takes the timer
 * away or moves it; one that is lost with its node is made again by it.
 */
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
        return Tasks.custom(DeliveryTimers.TASK, Void.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_A_FAULT))
                .execute((timer, context) -> follow(courier.prepare(timer.getId()), courier, attempts));
    }

    private static CompletionHandler<Void> follow(Courier.Errand errand, Courier courier, Attempts attempts) {
        return switch (errand) {
            case Courier.Errand.Nothing _ -> (complete, timer) -> timer.stop();
            case Courier.Errand.Later(var at) -> (complete, timer) -> timer.reschedule(complete, at);
            case Courier.Errand.Attempt attempt ->
                (complete, timer) -> {
                    timer.reschedule(complete, attempt.claimedUntil());
                    attempts.executor().execute(() -> courier.attempt(attempt));
                };
        };
    }

    /** Attempts under way; the server's end waits for them. */
    record Attempts(ExecutorService executor) implements AutoCloseable {

        @Override
        public void close() {
            executor.close();
        }
    }
}
