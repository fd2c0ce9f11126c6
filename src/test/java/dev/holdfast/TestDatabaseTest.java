package dev.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WithDatabase
class TestDatabaseTest {

    private final JdbcClient db;

    TestDatabaseTest(JdbcClient db) {
        this.db = db;
    }

    @RepeatedTest(3)
    void givesEachTestADatabaseOfItsOwn(TransactionTemplate transaction) {
        transaction.executeWithoutResult(open -> db.sql("create table mine (id int)").update());

        var tables = db.sql("select count(*) from pg_tables where tablename = 'mine'").query(Long.class).single();
        var migrated = db.sql("select count(*) from timers.scheduled_tasks").query(Long.class).single();

        assertThat(tables).isOne();
        assertThat(migrated).isZero();
    }

    @RepeatedTest(2)
    void connectsAsAnAccountThatIsNoSuperuserButMayMakeTrustedExtensions() {
        db.sql("create extension citext").update();

        assertThat(db.sql("select rolsuper from pg_roles where rolname = current_user").query(Boolean.class).single())
                .isFalse();
    }
}
