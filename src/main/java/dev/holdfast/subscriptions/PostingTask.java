package dev.holdfast.subscriptions;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.holdfast.subscriptions.Posting.Errand;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The timer of a delivery. It does not wait for the other side: it is set to fire again when the claim ends, and the telling
 * goes on by itself. What is lost with its node is told again by it.
 */
@Configuration(proxyBeanMethods = false)
class PostingTask {

    static final String NAME = "subscriptions.delivery";

    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(5);

    @Bean
    CustomTask<Void> subscriptionTimer(Posting posting, Messengers messengers) {
        return Tasks.custom(NAME, Void.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_A_FAULT))
                .execute((timer, context) -> follow(posting.prepare(UUID.fromString(timer.getId())), messengers));
    }

    private static CompletionHandler<Void> follow(Errand errand, Messengers messengers) {
        return switch (errand) {
            case Errand.Nothing _ -> (complete, timer) -> timer.stop();
            case Errand.Later(var at) -> (complete, timer) -> timer.reschedule(complete, at);
            case Errand.Tell tell ->
                (complete, timer) -> {
                    timer.reschedule(complete, tell.claimedUntil());
                    messengers.run(tell);
                };
        };
    }
}
