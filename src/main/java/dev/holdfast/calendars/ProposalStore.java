package dev.holdfast.calendars;

import static java.time.ZoneOffset.UTC;

import dev.holdfast.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What addresses said and does not count yet, and what became of it. */
@Repository
class ProposalStore {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient db;

    ProposalStore(JdbcClient db) {
        this.db = db;
    }

    void add(Proposal proposal) {
        db.sql("""
                insert into calendars.proposal (id, calendar, address, days, proposed_at, counts_at, state)
                values (:id, :calendar, :address, :days::json, :proposedAt, :countsAt, 'proposed')
                """)
                .param("id", proposal.id())
                .param("calendar", proposal.calendar())
                .param("address", proposal.address())
                .param("days", JSON.writeValueAsString(proposal.days()))
                .param("proposedAt", proposal.proposedAt().atOffset(UTC))
                .param("countsAt", Rows.utc(proposal.countsAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** The one that waits. */
    Optional<Proposal> open(String calendar) {
        return db.sql("""
                select id, calendar, address, days, proposed_at, counts_at, state
                  from calendars.proposal
                 where calendar = :calendar
                   and state = 'proposed'
                """).param("calendar", calendar).query(ProposalStore::row).optional();
    }

    List<Proposal> open() {
        return db.sql("""
                select id, calendar, address, days, proposed_at, counts_at, state
                  from calendars.proposal
                 where state = 'proposed'
                 order by calendar
                """).query(ProposalStore::row).list();
    }

    Optional<Proposal> find(String id) {
        return db.sql("""
                select id, calendar, address, days, proposed_at, counts_at, state
                  from calendars.proposal
                 where id = :id
                """).param("id", id).query(ProposalStore::row).optional();
    }

    /** Said last and not wanted. */
    Optional<Proposal> dismissedLast(String calendar) {
        return db.sql("""
                select id, calendar, address, days, proposed_at, counts_at, state
                  from calendars.proposal
                 where calendar = :calendar
                   and state in ('dismissed', 'counted')
                 order by decided_at desc
                 limit 1
                """)
                .param("calendar", calendar)
                .query(ProposalStore::row)
                .optional()
                .filter(last -> last.state() == Proposal.State.DISMISSED);
    }

    /** Answers false where somebody else decided first. */
    boolean decide(String id, Proposal.State state, Instant now, String by) {
        return db.sql("""
                update calendars.proposal
                   set state = :state, decided_at = :now, decided_by = :by
                 where id = :id
                   and state = 'proposed'
                """)
                .param("id", id)
                .param("state", state.name().toLowerCase(Locale.ROOT))
                .param("now", now.atOffset(UTC))
                .param("by", by)
                .update() == 1;
    }

    private static Proposal row(ResultSet row, int number) throws SQLException {
        return new Proposal(
                row.getString("id"),
                row.getString("calendar"),
                row.getString("address"),
                days(row.getString("days")),
                Rows.instant(row, "proposed_at"),
                Rows.instantOrNull(row, "counts_at"),
                Rows.choice(Proposal.State.class, row.getString("state")));
    }

    private static SortedMap<LocalDate, String> days(String json) {
        var days = new TreeMap<LocalDate, String>();
        JSON.readTree(json).properties().forEach(day -> days.put(LocalDate.parse(day.getKey()), day.getValue().asString("")));
        return days;
    }
}
