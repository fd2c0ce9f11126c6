package dev.holdfast.throughput;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has the roll-up follow what is recorded; who asks does not wait for it. */
@Configuration(proxyBeanMethods = false)
class RollUpTimer {

    @Bean
    RecurringTask<Void> throughputRollUp(ObjectProvider<RollUps> rollUps) {
        return Tasks.recurring("throughput-roll-up", FixedDelay.ofSeconds(15)).execute((instance, context) -> rollUps.getObject().refresh());
    }
}
