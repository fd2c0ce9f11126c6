package dev.holdfast.integrations;

import static java.time.ZoneOffset.UTC;

import dev.holdfast.alerts.IntegrationName;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.deployments.Commit;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** A delivery of an integration, by the sender's id. */
    record Key(IntegrationName integration, String id) {}

    /** Those that were not taken before; whoever takes one of them at the same time is waited for. */
    Set<Key> claim(Map<Key, Delivery> deliveries, Instant now) {
        var inOrder = deliveries.entrySet().stream().sorted(Comparator.comparing(each -> each.getKey().integration() + "\n" + each.getKey().id())).toList();
        return new HashSet<>(db.sql("""
                insert into integrations.delivery (integration, id, event, received_at, body, answer)
                select integration, id, event, :now, body, '{}'
                  from unnest(:integrations, :ids, :events, :bodies) as sent (integration, id, event, body)
                    on conflict (integration, id) do nothing
                returning integration, id
                """)
                .param("integrations", inOrder.stream().map(each -> each.getKey().integration().value()).toArray(String[]::new))
                .param("ids", inOrder.stream().map(each -> each.getKey().id()).toArray(String[]::new))
                .param("events", inOrder.stream().map(each -> each.getValue().event()).toArray(String[]::new))
                .param("bodies", inOrder.stream().map(each -> each.getValue().body()).toArray(String[]::new))
                .param("now", now.atOffset(UTC))
                .query((row, number) -> new Key(new IntegrationName(row.getString("integration")), row.getString("id")))
                .list());
    }

    /** @param keepsBody where nobody understood it */
    record Answer(Key key, String text, boolean keepsBody) {}

    void answer(List<Answer> answers) {
        db.sql("""
                update integrations.delivery
                   set answer = said.answer, body = case when said.keeps_body::boolean then body end
                  from unnest(:integrations, :ids, :answers, :keeps) as said (integration, id, answer, keeps_body)
                 where delivery.integration = said.integration
                   and delivery.id = said.id
                """)
                .param("integrations", answers.stream().map(each -> each.key().integration().value()).toArray(String[]::new))
                .param("ids", answers.stream().map(each -> each.key().id()).toArray(String[]::new))
                .param("answers", answers.stream().map(Answer::text).toArray(String[]::new))
                .param("keeps", answers.stream().map(each -> String.valueOf(each.keepsBody())).toArray(String[]::new))
                .update();
    }

    String answered(Key key) {
        return db.sql("select answer from integrations.delivery where integration = :integration and id = :id")
                .param("integration", key.integration().value())
                .param("id", key.id())
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
