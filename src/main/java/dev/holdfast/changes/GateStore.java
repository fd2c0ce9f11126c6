package dev.holdfast.changes;

import static java.time.ZoneOffset.UTC;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the gate answered, once for each question while the answer stands. */
@Repository
class GateStore {

    private final JdbcClient db;

    GateStore(JdbcClient db) {
        this.db = db;
    }

    /** An answer as it is kept. */
    record Decision(
            UUID id, boolean allowed, boolean recordOnly, String code, String message, @Nullable UUID change, @Nullable Instant expiresAt,
            @Nullable String attestation) {

        boolean isStill(Verdict verdict, boolean onlyRecorded, Instant now) {
            var ours = verdict.change() == null ? null : verdict.change().id().value();
            return allowed == verdict.allowed()
                    && recordOnly == onlyRecorded
                    && code.equals(verdict.code().name())
                    && Objects.equals(change, ours)
                    && (expiresAt == null || now.isBefore(expiresAt));
        }
    }

    Optional<Decision> latest(String question) {
        return db.sql("select * from changes.decision where question = :question order by decided_at desc limit 1")
                .param("question", question)
                .query(GateStore::decision)
                .optional();
    }

    Decision find(UUID id) {
        return db.sql("select * from changes.decision where id = :id").param("id", id).query(GateStore::decision).single();
    }

    private static Decision decision(ResultSet row, int number) throws SQLException {
        return new Decision(
                row.getObject("id", UUID.class), row.getBoolean("allowed"), row.getBoolean("record_only"), row.getString("code"),
                row.getString("message"), row.getObject("change", UUID.class), Rows.instantOrNull(row, "expires_at"), row.getString("attestation"));
    }

    /** What the gate had said last when each of these deployments began; one query. */
    Map<ReleaseStore.Ref, GateSaid> before(List<Deployment> deployments) {
        if (deployments.isEmpty()) return Map.of();
        return db.sql("""
                select wanted.service, wanted.deployment, said.*
                  from unnest(:services, :deployments, :versions, :environments, :starts)
                       as wanted (service, deployment, version, environment, started)
                 cross join lateral (
                       select id, allowed, record_only, code
                         from changes.decision
                        where decision.service = wanted.service
                          and decision.version = wanted.version
                          and decision.environment = wanted.environment
                          and decision.decided_at <= wanted.started::timestamptz
                        order by decided_at desc
                        limit 1) as said
                """)
                .param("services", texts(deployments, each -> each.service().value()))
                .param("deployments", texts(deployments, Deployment::id))
                .param("versions", texts(deployments, Deployment::version))
                .param("environments", texts(deployments, Deployment::environment))
                .param("starts", texts(deployments, each -> each.startedAt().toString()))
                .query((row, number) -> Map.entry(
                        new ReleaseStore.Ref(new ServiceName(row.getString("service")), row.getString("deployment")),
                        new GateSaid(row.getObject("id", UUID.class), row.getBoolean("allowed"), row.getBoolean("record_only"), row.getString("code"))))
                .list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one));
    }

    private static String[] texts(List<Deployment> deployments, Function<Deployment, String> text) {
        return deployments.stream().map(text).toArray(String[]::new);
    }

    void add(GateQuestion question, Decision decision, Instant now) {
        db.sql("""
                insert into changes.decision
                       (id, question, decided_at, service, version, environment, deployer, allowed, record_only, code, message, change,
                        expires_at, pipeline, attestation)
                values (:id, :question, :now, :service, :version, :environment, :deployer, :allowed, :recordOnly, :code, :message, :change,
                        :expiresAt, :pipeline, :attestation)
                """)
                .param("id", decision.id())
                .param("question", question.key())
                .param("now", now.atOffset(UTC))
                .param("service", question.service().value())
                .param("version", question.version())
                .param("environment", question.environment())
                .param("deployer", question.deployer())
                .param("allowed", decision.allowed())
                .param("recordOnly", decision.recordOnly())
                .param("code", decision.code())
                .param("message", decision.message())
                .param("change", decision.change())
                .param("expiresAt", Rows.utc(decision.expiresAt()))
                .param("pipeline", question.pipelineUrl())
                .param("attestation", decision.attestation())
                .update();
    }
}
