package dev.holdfast.oncall;

import static java.time.ZoneOffset.UTC;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The shadow turns that have begun. */
@Repository
class ShadowStore {

    private final JdbcClient db;

    ShadowStore(JdbcClient db) {
        this.db = db;
    }

    /** False where it is known already. */
    boolean add(ShadowTurn turn, @Nullable Instant toldAt) {
        return db.sql("""
                insert into oncall.shadow_turn (schedule, person, beside, starts_at, ends_at, told_at)
                values (:schedule, :person, :beside, :from, :to, :toldAt)
                    on conflict do nothing
                """)
                .param("schedule", turn.schedule())
                .param("person", turn.person().value())
                .param("beside", turn.with().value())
                .param("from", turn.from().atOffset(UTC))
                .param("to", turn.to().atOffset(UTC))
                .param("toldAt", Rows.utc(toldAt))
                .update() == 1;
    }

    void move(ShadowTurn turn) {
        db.sql("""
                update oncall.shadow_turn
                   set ends_at = :to
                 where schedule = :schedule
                   and person = :person
                   and beside = :beside
                   and starts_at = :from
                """)
                .param("to", turn.to().atOffset(UTC))
                .param("schedule", turn.schedule())
                .param("person", turn.person().value())
                .param("beside", turn.with().value())
                .param("from", turn.from().atOffset(UTC))
                .update();
    }

    /** Of these people, the oldest first. */
    List<ShadowTurn> of(Collection<PersonName> people) {
        if (people.isEmpty()) return List.of();
        return db.sql("""
                select schedule, person, beside, starts_at, ends_at
                  from oncall.shadow_turn
                 where person = any(:people)
                 order by starts_at, schedule
                """)
                .param("people", people.stream().map(PersonName::value).toArray(String[]::new))
                .query((row, number) -> turn(row))
                .list();
    }

    Optional<ShadowTurn> find(String schedule, PersonName person, PersonName with, Instant from) {
        return of(List.of(person)).stream()
                .filter(turn -> turn.isSameAs(new ShadowTurn(schedule, person, with, from, from)))
                .findFirst();
    }

    private static ShadowTurn turn(ResultSet row) throws SQLException {
        return new ShadowTurn(
                row.getString("schedule"), new PersonName(row.getString("person")), new PersonName(row.getString("beside")),
                Rows.instant(row, "starts_at"), Rows.instant(row, "ends_at"));
    }
}
