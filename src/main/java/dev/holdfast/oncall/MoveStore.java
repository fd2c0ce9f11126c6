package dev.holdfast.oncall;

import static java.time.ZoneOffset.UTC;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.quantities.Period;
import dev.holdfast.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose shift moved, for as long as they are still to be told. */
@Repository
class MoveStore {

    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient db;

    MoveStore(JdbcClient db) {
        this.db = db;
    }

    /** A move of one change, on a schedule, and by whom. */
    record Kept(String schedule, Move move, String by) {}

    /** In their order. */
    void keep(String change, List<Kept> moves, Instant now) {
        db.sql("delete from oncall.move where at < :before").param("before", now.minus(KEPT).atOffset(UTC)).update();
        for (var place = 0; place < moves.size(); place++) {
            var kept = moves.get(place);
            db.sql("""
                    insert into oncall.move (change, person, place, schedule, was_from, was_to, becomes_from, becomes_to, at, by)
                    values (:change, :person, :place, :schedule, :wasFrom, :wasTo, :becomesFrom, :becomesTo, :at, :by)
                    """)
                    .param("change", change)
                    .param("person", kept.move().person().value())
                    .param("place", place)
                    .param("schedule", kept.schedule())
                    .param("wasFrom", from(kept.move().was()))
                    .param("wasTo", to(kept.move().was()))
                    .param("becomesFrom", from(kept.move().becomes()))
                    .param("becomesTo", to(kept.move().becomes()))
                    .param("at", now.atOffset(UTC))
                    .param("by", kept.by())
                    .update();
        }
    }

    List<Kept> of(String change, PersonName person) {
        return db.sql("""
                select person, schedule, was_from, was_to, becomes_from, becomes_to, by
                  from oncall.move
                 where change = :change
                   and person = :person
                 order by place
                """)
                .param("change", change)
                .param("person", person.value())
                .query(MoveStore::row)
                .list();
    }

    private static @Nullable OffsetDateTime from(@Nullable Period period) {
        return period == null ? null : period.from().atOffset(UTC);
    }

    private static @Nullable OffsetDateTime to(@Nullable Period period) {
        return period == null ? null : period.from().plus(period.length()).atOffset(UTC);
    }

    private static Kept row(ResultSet row, int number) throws SQLException {
        var move = new Move(new PersonName(row.getString("person")), period(row, "was"), period(row, "becomes"));
        return new Kept(row.getString("schedule"), move, row.getString("by"));
    }

    private static @Nullable Period period(ResultSet row, String which) throws SQLException {
        var from = Rows.instantOrNull(row, which + "_from");
        return from == null ? null : new Period(from, Rows.instant(row, which + "_to"));
    }
}
