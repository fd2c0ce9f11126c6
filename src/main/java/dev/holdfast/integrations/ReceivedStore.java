package dev.holdfast.integrations;

import static java.time.ZoneOffset.UTC;

import dev.holdfast.alerts.IntegrationName;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.deployments.Commit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Deliveries that were taken, and what earlier ones said that later ones need. */
@Repository
class ReceivedStore {

    private static final TypeReference<List<Commit>> COMMITS = new TypeReference<>() {};

    private final JdbcClient db;
    private final JsonMapper json;

    ReceivedStore(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** False where it was taken before; whoever takes it at the same time is waited for. */
    boolean claim(IntegrationName integration, Delivery delivery, Instant now) {
        return db.sql("""
                insert into integrations.delivery (integration, id, event, received_at, body, answer)
                values (:integration, :id, :event, :now, :body, '{}')
                    on conflict (integration, id) do nothing
                """)
                .param("integration", integration.value())
                .param("id", delivery.id())
                .param("event", delivery.event())
                .param("now", now.atOffset(UTC))
                .param("body", delivery.body())
                .update() == 1;
    }

    /** The body stays only where nobody understood it. */
    void answer(IntegrationName integration, Delivery delivery, String answer, boolean keepsBody) {
        db.sql("""
                update integrations.delivery
                   set answer = :answer, body = case when :keepsBody then body end
                 where integration = :integration
                   and id = :id
                """)
                .param("answer", answer)
                .param("keepsBody", keepsBody)
                .param("integration", integration.value())
                .param("id", delivery.id())
                .update();
    }

    String answered(IntegrationName integration, Delivery delivery) {
        return db.sql("select answer from integrations.delivery where integration = :integration and id = :id")
                .param("integration", integration.value())
                .param("id", delivery.id())
                .query(String.class)
                .single();
    }

    void deleteBefore(Instant instant) {
        db.sql("delete from integrations.delivery where received_at < :instant").param("instant", instant.atOffset(UTC)).update();
        db.sql("delete from integrations.push where received_at < :instant").param("instant", instant.atOffset(UTC)).update();
    }

    void keepPush(IntegrationName integration, String source, String head, List<Commit> commits, Instant now) {
        db.sql("""
                insert into integrations.push (integration, source, head, commits, received_at)
                values (:integration, :source, :head, :commits, :now)
                    on conflict (integration, source, head) do nothing
                """)
                .param("integration", integration.value())
                .param("source", source)
                .param("head", head)
                .param("commits", json.writeValueAsString(commits))
                .param("now", now.atOffset(UTC))
                .update();
    }

    Optional<List<Commit>> pushed(IntegrationName integration, String source, String head) {
        return db.sql("select commits from integrations.push where integration = :integration and source = :source and head = :head")
                .param("integration", integration.value())
                .param("source", source)
                .param("head", head)
                .query((row, number) -> json.readValue(row.getString("commits"), COMMITS))
                .optional();
    }

    /** False where a later result of that version is known. */
    boolean isLatest(ServiceName service, String version, Instant endedAt) {
        return db.sql("""
                insert into integrations.activity as known (service, version, ended_at)
                values (:service, :version, :endedAt)
                    on conflict (service, version) do update set ended_at = excluded.ended_at
                 where known.ended_at <= excluded.ended_at
                """)
                .param("service", service.value())
                .param("version", version)
                .param("endedAt", endedAt.atOffset(UTC))
                .update() == 1;
    }

    void keepArtifact(ServiceName service, String digest, String version) {
        db.sql("""
                insert into integrations.artifact (service, digest, version)
                values (:service, :digest, :version)
                    on conflict (service, digest) do update set version = excluded.version
                """)
                .param("service", service.value())
                .param("digest", digest)
                .param("version", version)
                .update();
    }

    Optional<String> versionOf(ServiceName service, String digest) {
        return db.sql("select version from integrations.artifact where service = :service and digest = :digest")
                .param("service", service.value())
                .param("digest", digest)
                .query(String.class)
                .optional();
    }
}
