package dev.holdfast.deployments;

import static java.time.ZoneOffset.UTC;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Builds, one for each version of a service. */
@Repository
class BuildStore {

    private static final TypeReference<List<Commit>> COMMITS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Boolean>> FACTS = new TypeReference<>() {};

    private final JdbcClient db;
    private final JsonMapper json;

    BuildStore(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** False where the version is known; then nothing is changed. */
    boolean add(Build build, Instant now) {
        return written("""
                insert into deployments.build (service, version, built_at, commits, pre_production_passed, facts, received_at)
                values (:service, :version, :builtAt, :commits::jsonb, :passed, :facts::jsonb, :now)
                    on conflict (service, version) do nothing
                """, build).param("now", now.atOffset(UTC)).update() == 1;
    }

    void change(Build build) {
        written("""
                update deployments.build
                   set built_at = :builtAt, commits = :commits::jsonb, pre_production_passed = :passed, facts = :facts::jsonb
                 where service = :service
                   and version = :version
                """, build).update();
    }

    /** Locked until the transaction ends. */
    Build lock(ServiceName service, String version) {
        return db.sql("select * from deployments.build where service = :service and version = :version for update")
                .param("service", service.value())
                .param("version", version)
                .query(this::build)
                .single();
    }

    Optional<Build> find(ServiceName service, String version) {
        return db.sql("select * from deployments.build where service = :service and version = :version")
                .param("service", service.value())
                .param("version", version)
                .query(this::build)
                .optional();
    }

    /** The latest that hold a commit, the latest first. */
    List<Build> having(ServiceName service, String commit, int most) {
        return db.sql("""
                select *
                  from deployments.build
                 where service = :service
                   and deployments.commit_keys(service, commits) @> array[:service || ' ' || :commit]
                 order by built_at desc
                 limit :most
                """)
                .param("service", service.value())
                .param("commit", commit)
                .param("most", most)
                .query(this::build)
                .list();
    }

    /** Those that hold a commit of one of these builds of their service. */
    List<Build> sharing(Collection<Build> builds) {
        var keys = builds.stream().flatMap(build -> build.commits().stream().map(commit -> build.service() + " " + commit.sha())).distinct().toList();
        if (keys.isEmpty()) return List.of();
        return db.sql("""
                select distinct on (build.service, build.version) build.*
                  from unnest(:keys::text[]) as wanted (key)
                 cross join lateral (select * from deployments.build where deployments.commit_keys(service, commits) @> array[wanted.key]) as build
                """)
                .param("keys", keys.toArray(String[]::new))
                .query(this::build)
                .list();
    }

    /** Of these versions, each of the service at the same place; one query. */
    List<Build> all(List<String> services, List<String> versions) {
        return db.sql("""
                select build.*
                  from unnest(:services, :versions) as wanted (service, version)
                  join deployments.build on build.service = wanted.service and build.version = wanted.version
                """)
                .param("services", services.toArray(String[]::new))
                .param("versions", versions.toArray(String[]::new))
                .query(this::build)
                .list();
    }

    /** Those built after one instant and not after another, the latest first. */
    List<Build> between(ServiceName service, Instant after, Instant last, int most) {
        return db.sql("""
                select *
                  from deployments.build
                 where service = :service
                   and built_at > :after
                   and built_at <= :last
                 order by built_at desc
                 limit :most
                """)
                .param("service", service.value())
                .param("after", after.atOffset(UTC))
                .param("last", last.atOffset(UTC))
                .param("most", most)
                .query(this::build)
                .list();
    }

    /** Of the versions that these services attempted to bring into an environment. */
    List<Build> deployedTo(Collection<String> services, String environment) {
        return db.sql("""
                select *
                  from deployments.build
                 where service = any(:services)
                   and exists (select 1
                                 from deployments.deployment
                                where deployment.service = build.service
                                  and deployment.version = build.version
                                  and deployment.environment = :environment)
                """)
                .param("services", services.toArray(String[]::new))
                .param("environment", environment)
                .query(this::build)
                .list();
    }

    private JdbcClient.StatementSpec written(String sql, Build build) {
        return db.sql(sql)
                .param("service", build.service().value())
                .param("version", build.version())
                .param("builtAt", build.builtAt().atOffset(UTC))
                .param("commits", json.writeValueAsString(build.commits()))
                .param("passed", build.preProductionPassed())
                .param("facts", json.writeValueAsString(build.facts()));
    }

    Build build(ResultSet row, int number) throws SQLException {
        return new Build(
                new ServiceName(row.getString("service")),
                row.getString("version"),
                Rows.instant(row, "built_at"),
                json.readValue(row.getString("commits"), COMMITS),
                (Boolean) row.getObject("pre_production_passed"),
                json.readValue(row.getString("facts"), FACTS));
    }
}
