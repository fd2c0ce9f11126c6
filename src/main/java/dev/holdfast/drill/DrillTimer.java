package dev.holdfast.drill;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks every few minutes whether the night's drill is due: a server that was down at 02:00 makes it when it is up. */
@Configuration(proxyBeanMethods = false)
class DrillTimer {

    private static final Duration LOOKED = Duration.ofMinutes(5);

    @Bean
    RecurringTask<Void> nightlyDrill(ObjectProvider<Drill> drill) {
        return Tasks.recurring("nightly-drill", FixedDelay.of(LOOKED))
                .execute((timer, context) -> drill.getObject().runByNight());
    }
}
