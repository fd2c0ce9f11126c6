package dev.holdfast;

import java.time.Clock;
import java.time.Duration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The one clock. */
@EnableScheduling
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

    /** In the database's precision, so that what was written and what is read are the same instant. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
