package dev.holdfast.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.WithDatabase;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@WithDatabase
class LiveChangesTest {

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final JdbcClient db;
    private final LiveChanges live;

    LiveChangesTest(JdbcClient db, DataSource source) {
        this.db = db;
        this.live = new LiveChanges(new LiveConnection(source));
    }

    @BeforeEach
    void start() throws InterruptedException {
        live.start();
        try (var first = live.follow(payload -> true)) {
            first.awaitChange(LONG);
        }
    }

    @AfterEach
    void stop() {
        live.stop();
    }

    @Test
    void wakesWhoFollowsWhatChangedAndNobodyElse() throws InterruptedException {
        var mine = live.follow("incident:1"::equals);
        var other = live.follow("incident:2"::equals);

        notify("incident:1");

        assertThat(mine.awaitChange(LONG)).isTrue();
        assertThat(other.awaitChange(SHORT)).isFalse();
    }

    @Test
    void manyChangesWakeOnce() throws InterruptedException {
        var follower = live.follow("incident:1"::equals);
        var last = live.follow("incident:2"::equals);

        db.sql("select pg_notify('holdfast_live', 'incident:1' ) from generate_series(1, 20)").query().listOfRows();
        notify("incident:2");

        assertThat(last.awaitChange(LONG)).isTrue();
        assertThat(follower.awaitChange(LONG)).isTrue();
        assertThat(follower.awaitChange(SHORT)).isFalse();
    }

    @Test
    void aBrokenConnectionIsOpenedAgainAndEverybodyAsksAnew() throws InterruptedException {
        var follower = live.follow("incident:1"::equals);

        db.sql("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'holdfast live' and datname = current_database()")
                .query().listOfRows();

        assertThat(follower.awaitChange(LONG)).isTrue();
        notify("incident:1");
        assertThat(follower.awaitChange(LONG)).isTrue();
    }

    @Test
    void aStopEndsWhoFollows() throws InterruptedException {
        var follower = live.follow("incident:1"::equals);

        live.stop();

        assertThat(follower.awaitChange(LONG)).isFalse();
        assertThat(follower.isOpen()).isFalse();
    }

    private void notify(String payload) {
        db.sql("select pg_notify('holdfast_live', :payload)").param("payload", payload).query().listOfRows();
    }
}
