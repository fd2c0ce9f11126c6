package dev.holdfast.reflection;

import static java.time.ZoneOffset.UTC;

import dev.holdfast.rows.Rows;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what was decided, and which reminders went out. */
@Repository
class ReflectionStore {

    private final JdbcClient db;

    ReflectionStore(JdbcClient db) {
        this.db = db;
    }

    /** One at a time: the answers to a proposal and the end of the reflection wait for each other. */
    void lock() {
        db.sql("select pg_advisory_xact_lock(hashtext('reflection'))").query((row, number) -> "").list();
    }

    Optional<Instant> lastHeld() {
        return db.sql("select max(held_at) as held_at from reflection.review")
                .query((row, number) -> Optional.ofNullable(Rows.instantOrNull(row, "held_at")))
                .single();
    }

    /** False where the proposal has an answer in this reflection. */
    boolean add(Answer answer) {
        return db.sql("""
                insert into reflection.answer
                       (proposal, code, sentence, outcome, note, answered_at, answered_by, policy_version)
                values (:proposal, :code, :sentence, :outcome, :note, :at, :by, :version)
                    on conflict do nothing
                """)
                .param("proposal", answer.proposal())
                .param("code", answer.code())
                .param("sentence", answer.sentence())
                .param("outcome", answer.outcome().word())
                .param("note", answer.note())
                .param("at", answer.at().atOffset(UTC))
                .param("by", answer.by())
                .param("version", answer.policyVersion())
                .update() == 1;
    }

    /** Takes back what was left open again; false where there is no such answer. */
    boolean withdraw(String proposal) {
        return db.sql("delete from reflection.answer where review is null and proposal = :proposal and outcome = 'left'")
                .param("proposal", proposal)
                .update() == 1;
    }

    /** Those of the reflection that is being held, in the order in which they were given. */
    List<Answer> open() {
        return db.sql("select * from reflection.answer where review is null order by id").query((row, number) -> answer(row)).list();
    }

    long hold(Instant from, Instant at, String by, String note, int policyVersion, BigDecimal lost, long incidents) {
        var id = db.sql("""
                insert into reflection.review (period_from, held_at, held_by, note, policy_version, lost, incidents)
                values (:from, :at, :by, :note, :version, :lost, :incidents)
                returning id
                """)
                .param("from", from.atOffset(UTC))
                .param("at", at.atOffset(UTC))
                .param("by", by)
                .param("note", note)
                .param("version", policyVersion)
                .param("lost", lost)
                .param("incidents", incidents)
                .query(Long.class)
                .single();
        db.sql("update reflection.answer set review = :id where review is null").param("id", id).update();
        return id;
    }

    /** The latest first, with their answers. */
    List<Review> reviews(int most) {
        var reviews = db.sql("select * from reflection.review order by held_at desc limit :most")
                .param("most", most)
                .query((row, number) -> review(row, List.of()))
                .list();
        if (reviews.isEmpty()) return List.of();
        var answers = answers(reviews.stream().map(Review::id).toList());
        return reviews.stream().map(it -> with(it, answers.getOrDefault(it.id(), List.of()))).toList();
    }

    private Map<Long, List<Answer>> answers(List<Long> reviews) {
        return db.sql("select * from reflection.answer where review in (:reviews) order by id")
                .param("reviews", reviews)
                .query((row, number) -> Map.entry(row.getLong("review"), answer(row)))
                .list().stream()
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** False where that reminder went out already. */
    boolean remind(String reason, Instant at) {
        return db.sql("insert into reflection.reminder (reason, sent_at) values (:reason, :at) on conflict do nothing")
                .param("reason", reason)
                .param("at", at.atOffset(UTC))
                .update() == 1;
    }

    private static Review with(Review review, List<Answer> answers) {
        return new Review(
                review.id(), review.from(), review.heldAt(), review.by(), review.note(), review.policyVersion(), review.lost(),
                review.incidents(), answers);
    }

    private static Review review(ResultSet row, List<Answer> answers) throws SQLException {
        return new Review(
                row.getLong("id"), Rows.instant(row, "period_from"), Rows.instant(row, "held_at"), row.getString("held_by"), row.getString("note"),
                row.getInt("policy_version"), row.getBigDecimal("lost"), row.getLong("incidents"), answers);
    }

    private static Answer answer(ResultSet row) throws SQLException {
        return new Answer(
                row.getString("proposal"), row.getString("code"), row.getString("sentence"), Answer.Outcome.of(row.getString("outcome")),
                row.getString("note"), Rows.instant(row, "answered_at"), row.getString("answered_by"), row.getInt("policy_version"));
    }
}
