package dev.holdfast.oncall;

import static java.time.ZoneOffset.UTC;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.quantities.Period;
import dev.holdfast.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Swaps as they were asked and settled. */
@Repository
class SwapStore {

    private final JdbcClient db;

    SwapStore(JdbcClient db) {
        this.db = db;
    }

    void add(Swap swap, Stretches given, @Nullable Stretches taken) {
        db.sql("""
                insert into oncall.swap
                       (id, schedule, giver, give_from, give_to, given, taker, take_from, take_to, taken, note, state, asked_at, asked_by, expires_at)
                values (:id, :schedule, :giver, :giveFrom, :giveTo, :given, :taker, :takeFrom, :takeTo, :taken, :note, :state, :askedAt, :askedBy, :expiresAt)
                """)
                .param("id", swap.id())
                .param("schedule", swap.schedule())
                .param("giver", swap.giver().value())
                .param("giveFrom", swap.give().from().atOffset(UTC))
                .param("giveTo", at(swap.give()))
                .param("given", given.written())
                .param("taker", swap.taker() == null ? null : swap.taker().value())
                .param("takeFrom", swap.take() == null ? null : swap.take().from().atOffset(UTC))
                .param("takeTo", swap.take() == null ? null : at(swap.take()))
                .param("taken", taken == null ? null : taken.written())
                .param("note", swap.note())
                .param("state", swap.state().word())
                .param("askedAt", swap.askedAt().atOffset(UTC))
                .param("askedBy", swap.askedBy())
                .param("expiresAt", swap.expiresAt().atOffset(UTC))
                .update();
    }

    Optional<Swap> find(String id) {
        return db.sql("select * from oncall.swap where id = :id").param("id", id).query(SwapStore::row).optional();
    }

    /** Nobody else settles it until this transaction ends. */
    Optional<Swap> lock(String id) {
        return db.sql("select * from oncall.swap where id = :id for update").param("id", id).query(SwapStore::row).optional();
    }

    /** What was given and taken, as it stood when it was asked. */
    Stood stood(String id) {
        return db.sql("select given, taken from oncall.swap where id = :id").param("id", id).query(Stood.class).single();
    }

    record Stood(String given, @Nullable String taken) {}

    void settle(Swap swap) {
        db.sql("""
                update oncall.swap
                   set state = :state, taker = :taker, settled_at = :at, settled_by = :by
                 where id = :id
                """)
                .param("id", swap.id())
                .param("state", swap.state().word())
                .param("taker", swap.taker() == null ? null : swap.taker().value())
                .param("at", Rows.utc(swap.settledAt()))
                .param("by", swap.settledBy())
                .update();
    }

    /** The newest first. */
    List<Swap> of(String schedule, int most) {
        return db.sql("select * from oncall.swap where schedule = :schedule order by asked_at desc, id limit :most")
                .param("schedule", schedule)
                .param("most", most)
                .query(SwapStore::row)
                .list();
    }

    /** Those that wait at that instant and are about this person, or of these schedules are offered to everybody; the most urgent first. */
    List<Swap> waiting(PersonName person, Collection<String> schedules, Instant now) {
        return db.sql("""
                select *
                  from oncall.swap
                 where state = 'asked'
                   and expires_at > :now
                   and (giver = :person or taker = :person or (taker is null and schedule = any(:schedules)))
                 order by expires_at, id
                """)
                .param("now", now.atOffset(UTC))
                .param("person", person.value())
                .param("schedules", schedules.toArray(String[]::new))
                .query(SwapStore::row)
                .list();
    }

    private static OffsetDateTime at(Period period) {
        return period.from().plus(period.length()).atOffset(UTC);
    }

    private static Swap row(ResultSet row, int number) throws SQLException {
        var taker = row.getString("taker");
        var takeFrom = Rows.instantOrNull(row, "take_from");
        return new Swap(
                row.getString("id"),
                row.getString("schedule"),
                new PersonName(row.getString("giver")),
                new Period(Rows.instant(row, "give_from"), Rows.instant(row, "give_to")),
                taker == null ? null : new PersonName(taker),
                takeFrom == null ? null : new Period(takeFrom, Rows.instant(row, "take_to")),
                row.getString("note"),
                SwapState.of(row.getString("state")),
                Rows.instant(row, "asked_at"),
                row.getString("asked_by"),
                Rows.instant(row, "expires_at"),
                Rows.instantOrNull(row, "settled_at"),
                row.getString("settled_by"));
    }
}
