package dev.holdfast;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the database answers, told in time: one that hangs counts as down, and does not hold up the probe. */
@Component("database")
class DatabaseReadiness implements HealthIndicator {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int VALIDATION_SECONDS = 2;

    private final DataSource source;

    DatabaseReadiness(DataSource source) {
        this.source = source;
    }

    @Override
    public Health health() {
        var answer = new CompletableFuture<Boolean>();
        Thread.ofVirtual().name("readiness").start(() -> answer.complete(answers()));
        var inTime = answer.completeOnTimeout(false, PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
        return inTime ? Health.up().build() : Health.down().build();
    }

    private boolean answers() {
        try (var connection = source.getConnection()) {
            return connection.isValid(VALIDATION_SECONDS);
        } catch (SQLException refused) {
            return false;
        }
    }
}
