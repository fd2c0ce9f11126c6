package dev.holdfast.subscriptions;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import dev.holdfast.timers.Errand;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The timer of a delivery. */
@Configuration(proxyBeanMethods = false)
class PostingTask {

    static final String NAME = "subscriptions.delivery";

    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(5);

    @Bean
    CustomTask<Void> subscriptionTimer(Posting posting, Messengers messengers) {
        return Errand.timer(NAME, AFTER_A_FAULT, id -> posting.prepare(UUID.fromString(id)), messengers::run);
    }
}
