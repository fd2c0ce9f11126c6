package dev.holdfast.paging;

import static java.time.ZoneOffset.UTC;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Callouts, one row a subject. */
@Repository
class CalloutStore {

    /** Who gathers callouts into messages takes turns, so that two do not split what belongs together. */
    private static final long GATHERING = 0x686f6c6466617374L;

    private final JdbcClient db;

    CalloutStore(JdbcClient db) {
        this.db = db;
    }

    /** Writes as they now stand, new ones and known ones, in one statement. */
    void save(List<Callout> callouts) {
        db.sql(
                        """
                        insert into paging.callout
                               (subject, service, urgency, state, tick, round, step, called, schedule, releasing,
                                breaking_through, begun_at, held_since, due_at)
                        select subject, service, urgency, state, tick, round, step,
                               string_to_array(called, ' '), schedule, releasing,
                               breaking_through, begun_at, held_since, due_at
                          from unnest(:subject::text[], :service::text[], :urgency::text[], :state::text[],
                                      :tick::int[], :round::int[], :step::int[], :called::text[], :schedule::text[],
                                      :releasing::boolean[], :breakingThrough::boolean[], :begunAt::timestamptz[],
                                      :heldSince::timestamptz[], :dueAt::timestamptz[])
                            as made (subject, service, urgency, state, tick, round, step, called, schedule, releasing,
                                     breaking_through, begun_at, held_since, due_at)
                            on conflict (subject) do update
                           set service = excluded.service, urgency = excluded.urgency, state = excluded.state,
                               tick = excluded.tick, round = excluded.round, step = excluded.step,
                               called = excluded.called, schedule = excluded.schedule,
                               releasing = excluded.releasing, breaking_through = excluded.breaking_through,
                               begun_at = excluded.begun_at, held_since = excluded.held_since,
                               due_at = excluded.due_at
                        """)
                .param("subject", Rows.column(callouts, Callout::subject))
                .param("service", Rows.column(callouts, Callout::service))
                .param("urgency", Rows.column(callouts, Callout::urgency))
                .param("state", Rows.column(callouts, Callout::state))
                .param("tick", Rows.column(callouts, Callout::tick))
                .param("round", Rows.column(callouts, it -> it.progress().round()))
                .param("step", Rows.column(callouts, it -> it.progress().step()))
                .param("called", Rows.column(callouts, it -> words(it.called())))
                .param("schedule", Rows.column(callouts, Callout::schedule))
                .param("releasing", Rows.column(callouts, Callout::releasing))
                .param("breakingThrough", Rows.column(callouts, Callout::isBreakingThrough))
                .param("begunAt", Rows.column(callouts, Callout::begunAt))
                .param("heldSince", Rows.column(callouts, Callout::heldSince))
                .param("dueAt", Rows.column(callouts, Callout::dueAt))
                .update();
    }

    Optional<Callout> find(SubjectId subject) {
        return db.sql("select * from paging.callout where subject = :subject")
                .param("subject", subject.value())
                .query(CalloutStore::callout)
                .optional();
    }

    Map<SubjectId, Callout> find(Collection<SubjectId> subjects) {
        var found = new HashMap<SubjectId, Callout>();
        if (!subjects.isEmpty()) {
            db.sql("select * from paging.callout where subject in (:subjects)")
                    .param("subjects", subjects.stream().map(SubjectId::value).toList())
                    .query(CalloutStore::callout)
                    .list()
                    .forEach(callout -> found.put(callout.subject(), callout));
        }
        return found;
    }

    /** Empty where there is none, and where another transaction has it in hand. */
    Optional<Callout> lockUnlessInHand(SubjectId subject) {
        return db.sql("select * from paging.callout where subject = :subject for update skip locked")
                .param("subject", subject.value())
                .query(CalloutStore::callout)
                .optional();
    }

    Optional<Callout> lock(SubjectId subject) {
        return db.sql("select * from paging.callout where subject = :subject for update")
                .param("subject", subject.value())
                .query(CalloutStore::callout)
                .optional();
    }

    Map<SubjectId, Callout> lock(Collection<SubjectId> subjects) {
        var found = new HashMap<SubjectId, Callout>();
        db.sql("select * from paging.callout where subject in (:subjects) order by subject for update")
                .param("subjects", subjects.stream().map(SubjectId::value).toList())
                .query(CalloutStore::callout)
                .list()
                .forEach(callout -> found.put(callout.subject(), callout));
        return found;
    }

    /** Waits until nobody else gathers; ends with the transaction. */
    void takeTurnGathering() {
        db.sql("select pg_advisory_xact_lock(:key)").param("key", GATHERING).query((row, n) -> "").single();
    }

    /** Those in a state that were due by an instant, without those that another transaction has in hand. */
    List<Callout> lockDue(PagingState.State state, Instant by, int most) {
        return db.sql(
                        """
                        select *
                          from paging.callout
                         where state = :state
                           and due_at <= :by
                         order by begun_at, subject
                         limit :most
                           for update skip locked
                        """)
                .param("state", state.name())
                .param("by", by.atOffset(UTC))
                .param("most", most)
                .query(CalloutStore::callout)
                .list();
    }

    /** Those that are held for longer, without those that another transaction has in hand. */
    List<Callout> lockHeldBeyond(Instant now, int most) {
        return db.sql(
                        """
                        select *
                          from paging.callout
                         where state = 'SUPPRESSED'
                           and due_at > :now
                         order by begun_at, subject
                         limit :most
                           for update skip locked
                        """)
                .param("now", now.atOffset(UTC))
                .param("most", most)
                .query(CalloutStore::callout)
                .list();
    }

    /** False where there is no callout. */
    boolean lapsesAt(SubjectId subject, Instant lapse) {
        return db.sql("update paging.callout set lapses_at = :lapse where subject = :subject")
                        .param("lapse", lapse.atOffset(UTC))
                        .param("subject", subject.value())
                        .update()
                == 1;
    }

    boolean lapsesExactlyAt(SubjectId subject, Instant lapse) {
        return db.sql("select exists (select from paging.callout where subject = :subject and lapses_at = :lapse)")
                .param("subject", subject.value())
                .param("lapse", lapse.atOffset(UTC))
                .query(Boolean.class)
                .single();
    }

    List<Callout> suppressed(@Nullable String after, int most) {
        return db.sql(
                        """
                        select *
                          from paging.callout
                         where state = 'SUPPRESSED'
                           and (:after::text is null or subject > :after::text)
                         order by subject
                         limit :most
                        """)
                .param("after", after)
                .param("most", most)
                .query(CalloutStore::callout)
                .list();
    }

    /** Names have no blanks. */
    private static String words(Set<PersonName> people) {
        return String.join(" ", people.stream().map(PersonName::value).sorted().toList());
    }

    private static Callout callout(ResultSet row, int number) throws SQLException {
        var called = new LinkedHashSet<PersonName>();
        for (var name : (String[]) row.getArray("called").getArray()) {
            called.add(new PersonName(name));
        }
        return new Callout(
                new SubjectId(row.getString("subject")),
                new ServiceName(row.getString("service")),
                Urgency.valueOf(row.getString("urgency")),
                PagingState.State.valueOf(row.getString("state")),
                row.getInt("tick"),
                new Progress(row.getInt("round"), row.getInt("step"), called),
                row.getString("schedule"),
                row.getBoolean("releasing"),
                row.getBoolean("breaking_through"),
                Rows.instant(row, "begun_at"),
                Rows.instantOrNull(row, "held_since"),
                Rows.instantOrNull(row, "due_at"));
    }
}
