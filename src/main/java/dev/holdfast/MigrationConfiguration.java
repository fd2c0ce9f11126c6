package dev.holdfast;

import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database is brought up to date before anything uses it, and says so. */
@Configuration(proxyBeanMethods = false)
class MigrationConfiguration {

    @Bean
    FlywayMigrationStrategy migrationStrategy() {
        return flyway -> {
            var pending = flyway.info().pending().length;
            if (pending > 0) LoggerFactory.getLogger(Holdfast.class).info("Migrating the database: {} steps", pending);
            flyway.migrate();
        };
    }
}
