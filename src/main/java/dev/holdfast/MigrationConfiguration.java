package dev.holdfast;

import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
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
            var known = flyway.info();
            var pending = known.pending().length;
            if (pending > 0) LoggerFactory.getLogger(Holdfast.class).info("Migrating the database: {} steps", pending);
            if (!Stream.of(known.all()).allMatch(MigrationConfiguration::isSettled)) flyway.migrate();
        };
    }

    /** Applied, and the file says what it said then; for anything else the migration looks again, and refuses where it must. */
    static boolean isSettled(MigrationInfo step) {
        return step.getState() == MigrationState.SUCCESS && step.isChecksumMatching() && step.isTypeMatching() && step.isDescriptionMatching();
    }
}
