package dev.holdfast.changes;

import static java.time.ZoneOffset.UTC;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.deployments.Commit;
import dev.holdfast.keys.Keyring;
import dev.holdfast.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Inquiries, with their secrets sealed. */
@Repository
class InquiryStore {

    private final JdbcClient db;
    private final Keyring keyring;

    InquiryStore(JdbcClient db, Keyring keyring) {
        this.db = db;
        this.keyring = keyring;
    }

    /** Where the same is open, it is that one from now on; answers its id. */
    UUID add(Inquiry inquiry) {
        var question = inquiry.question();
        return db.sql("""
                insert into changes.inquiry
                       (id, question, service, version, environment, deployer, artifact_digest, commit, pipeline, asked_by, asked_at, until, way,
                        address, secret, state)
                values (:id, :question, :service, :version, :environment, :deployer, :digest, :commit, :pipeline, :askedBy, :askedAt, :until, :way,
                        :address, :secret, 'waiting')
                    on conflict (md5(question), way, md5(address)) where state in ('waiting', 'decided')
                    do update set until = excluded.until, secret = excluded.secret, pipeline = excluded.pipeline
                returning id
                """)
                .param("id", inquiry.id())
                .param("question", question.key())
                .param("service", question.service().value())
                .param("version", question.version())
                .param("environment", question.environment())
                .param("deployer", question.deployer())
                .param("digest", question.artifactDigest())
                .param("commit", question.commit())
                .param("pipeline", question.pipelineUrl())
                .param("askedBy", inquiry.askedBy())
                .param("askedAt", inquiry.askedAt().atOffset(UTC))
                .param("until", inquiry.until().atOffset(UTC))
                .param("way", inquiry.way())
                .param("address", inquiry.address())
                .param("secret", inquiry.secret() == null ? null : keyring.seal(inquiry.secret()))
                .query(UUID.class)
                .single();
    }

    /** Locked until the transaction ends. */
    Optional<InquiryProgress> lock(UUID id) {
        return db.sql("select * from changes.inquiry where id = :id for update").param("id", id).query(this::progress).optional();
    }

    /** Those that wait of these services, of those of these changes and templates, or all. */
    List<UUID> waiting(Set<String> services, Set<Long> changes, Set<String> templates, boolean all) {
        return db.sql("""
                select id
                  from changes.inquiry
                 where state = 'waiting'
                   and (:all
                        or service = any(:services)
                        or service in (select service from changes.change where number = any(:changes))
                        or service in (select service from changes.template where name = any(:templates)))
                 order by id
                """)
                .param("all", all)
                .param("services", services.toArray(String[]::new))
                .param("changes", changes.toArray(Long[]::new))
                .param("templates", templates.toArray(String[]::new))
                .query(UUID.class)
                .list();
    }

    /** The latest about what a change brings, by its version or a commit of it, that have not been told. */
    List<Inquiries.Asker> about(Change change, int most) {
        return db.sql("""
                select way, asked_at, state, detail
                  from changes.inquiry
                 where service = :service
                   and environment = :environment
                   and (version = :version or commit = any(:commits))
                   and state <> 'told'
                 order by asked_at desc
                 limit :most
                """)
                .param("service", change.service().value())
                .param("environment", change.environment())
                .param("version", change.version())
                .param("commits", change.commits().stream().map(Commit::sha).toArray(String[]::new))
                .param("most", most)
                .query((row, number) -> new Inquiries.Asker(
                        row.getString("way"), Rows.instant(row, "asked_at"), row.getString("state").equals("failed"), row.getString("detail")))
                .list();
    }

    void decide(UUID id, UUID decision, Instant now) {
        db.sql("""
                update changes.inquiry
                   set state = 'decided', decision = :decision, decided_at = :now, attempts = 0, not_before = null
                 where id = :id
                """)
                .param("decision", decision)
                .param("now", now.atOffset(UTC))
                .param("id", id)
                .update();
    }

    /** What was decided does not hold any more, and nobody has heard it. */
    void reopen(UUID id) {
        db.sql("update changes.inquiry set state = 'waiting', decision = null, decided_at = null where id = :id").param("id", id).update();
    }

    void claim(UUID id, Instant until) {
        db.sql("update changes.inquiry set claimed_until = :until where id = :id").param("until", until.atOffset(UTC)).param("id", id).update();
    }

    void noted(UUID id, String message) {
        db.sql("""
                update changes.inquiry
                   set noted = :message, notes = notes + 1, attempts = 0, not_before = null, claimed_until = null
                 where id = :id
                """)
                .param("message", message)
                .param("id", id)
                .update();
    }

    void failed(UUID id, String detail, Instant notBefore) {
        db.sql("""
                update changes.inquiry
                   set attempts = attempts + 1, detail = :detail, not_before = :notBefore, claimed_until = null
                 where id = :id
                """)
                .param("detail", detail)
                .param("notBefore", notBefore.atOffset(UTC))
                .param("id", id)
                .update();
    }

    void end(UUID id, InquiryProgress.State state, @Nullable String detail, Instant now) {
        db.sql("""
                update changes.inquiry
                   set state = :state, detail = :detail, ended_at = :now, claimed_until = null
                 where id = :id
                """)
                .param("state", state.name().toLowerCase(Locale.ROOT))
                .param("detail", detail)
                .param("now", now.atOffset(UTC))
                .param("id", id)
                .update();
    }

    void deleteEndedBefore(Instant instant) {
        db.sql("delete from changes.inquiry where ended_at < :instant").param("instant", instant.atOffset(UTC)).update();
    }

    private InquiryProgress progress(ResultSet row, int number) throws SQLException {
        var question = new GateQuestion(
                new ServiceName(row.getString("service")), row.getString("version"), row.getString("environment"), row.getString("deployer"),
                row.getString("artifact_digest"), row.getString("commit"), row.getString("pipeline"), null);
        var secret = row.getBytes("secret");
        var inquiry = new Inquiry(
                row.getObject("id", UUID.class), question, row.getString("asked_by"), Rows.instant(row, "asked_at"), Rows.instant(row, "until"),
                row.getString("way"), row.getString("address"), secret == null ? null : keyring.open(secret));
        return new InquiryProgress(
                inquiry, InquiryProgress.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)), row.getObject("decision", UUID.class),
                Rows.instantOrNull(row, "decided_at"), row.getString("noted"), row.getInt("notes"), row.getInt("attempts"),
                Rows.instantOrNull(row, "not_before"), Rows.instantOrNull(row, "claimed_until"));
    }
}
