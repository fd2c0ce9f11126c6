package dev.holdfast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.jdbc.core.simple.JdbcClient;

@HoldfastTest
class MigrationConfigurationTest {

    @Autowired
    private Flyway flyway;

    @Autowired
    private FlywayMigrationStrategy strategy;

    @Autowired
    private JdbcClient db;

    @Test
    void whatIsSettledIsLeftAloneAndAStepThatWasChangedIsRefused() {
        assertThat(flyway.info().all()).isNotEmpty().allMatch(MigrationConfiguration::isSettled);
        assertThatCode(() -> strategy.migrate(flyway)).doesNotThrowAnyException();

        change(1);
        try {
            assertThatThrownBy(() -> strategy.migrate(flyway)).isInstanceOf(FlywayException.class).hasMessageContaining("checksum");
        } finally {
            change(-1);
        }
    }

    private void change(int by) {
        db.sql("update flyway_schema_history set checksum = checksum + :by where installed_rank = 1").param("by", by).update();
    }
}
