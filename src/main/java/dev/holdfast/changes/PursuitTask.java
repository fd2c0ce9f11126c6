package dev.holdfast.changes;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import dev.holdfast.timers.Errand;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The timer of an inquiry. */
@Configuration(proxyBeanMethods = false)
class PursuitTask {

    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(5);

    @Bean
    CustomTask<Void> inquiryTimer(Pursuit pursuit, Runner runner) {
        return Errand.timer(InquiryTimers.TASK, AFTER_A_FAULT, id -> pursuit.prepare(UUID.fromString(id)), runner::run);
    }
}
