package dev.holdfast.packs;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Once an hour, on one of the nodes. */
@Configuration(proxyBeanMethods = false)
class PackTimer {

    private static final Duration REFRESHED = Duration.ofHours(1);

    @Bean
    RecurringTask<Void> incidentPacks(ObjectProvider<Packs> packs) {
        return Tasks.recurring("incident-packs", FixedDelay.of(REFRESHED))
                .execute((timer, context) -> packs.getObject().make());
    }
}
