package dev.holdfast.deployments;

import static java.time.ZoneOffset.UTC;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.rows.Rows;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Builds and deployments in sets, one statement for each. */
@Repository
class SetStore {

    private static final String BY_ID =
            "select * from deployments.deployment where (service, id) in (select * from unnest(:services::text[], :names::text[]))";
    private static final String BY_VERSION =
            "select * from deployments.build where (service, version) in (select * from unnest(:services::text[], :names::text[]))";

    private final JdbcClient db;
    private final BuildStore builds;
    private final JsonMapper json;

    SetStore(JdbcClient db, BuildStore builds, JsonMapper json) {
        this.db = db;
        this.builds = builds;
        this.json = json;
    }

    /** What a row is known by: the service, and the id of the deployment or the version of the build. */
    record Key(ServiceName service, String name) implements Comparable<Key> {

        static Key of(Deployment deployment) {
            return new Key(deployment.service(), deployment.id());
        }

        static Key of(Build build) {
            return new Key(build.service(), build.version());
        }

        @Override
        public int compareTo(Key other) {
            var byService = service.compareTo(other.service);
            return byService == 0 ? name.compareTo(other.name) : byService;
        }
    }

    /**
     * Those that were not known; the others are not touched.
     *
     * @param recognised false where its being a rollback may be concluded later; null for what a pipeline reports
     */
    Set<Key> addDeployments(List<Deployment> added, @Nullable Boolean recognised, Instant now) {
        return new HashSet<>(deployments("""
                insert into deployments.deployment
                       (service, id, version, environment, status, kind, remediates, started_at, finished_at, deployer, commit,
                        artifact_digest, built_at, change, received_at, recognised)
                select service, id, version, environment, status, kind, remediates, started_at, finished_at, deployer, commit,
                       artifact_digest, built_at, change, :now, :recognised::boolean
                  from unnest(:services::text[], :ids::text[], :versions::text[], :environments::text[], :statuses::text[], :kinds::text[],
                              :remediates::text[], :started::timestamptz[], :finished::timestamptz[], :deployers::text[], :commits::text[],
                              :digests::text[], :built::timestamptz[], :changes::text[])
                       as said (service, id, version, environment, status, kind, remediates, started_at, finished_at, deployer, commit,
                                artifact_digest, built_at, change)
                    on conflict (service, id) do nothing
                returning service, id
                """, added)
                .param("versions", Rows.column(added, Deployment::version))
                .param("environments", Rows.column(added, Deployment::environment))
                .param("recognised", recognised)
                .param("now", now.atOffset(UTC))
                .query((row, number) -> new Key(new ServiceName(row.getString("service")), row.getString("id")))
                .list());
    }

    void changeDeployments(List<Deployment> changed) {
        deployments("""
                update deployments.deployment as kept
                   set status = said.status, kind = said.kind, remediates = said.remediates, started_at = said.started_at,
                       finished_at = said.finished_at, deployer = said.deployer, commit = said.commit, artifact_digest = said.digest,
                       built_at = said.built_at, change = said.change
                  from unnest(:services::text[], :ids::text[], :statuses::text[], :kinds::text[], :remediates::text[], :started::timestamptz[],
                              :finished::timestamptz[], :deployers::text[], :commits::text[], :digests::text[], :built::timestamptz[],
                              :changes::text[])
                       as said (service, id, status, kind, remediates, started_at, finished_at, deployer, commit, digest, built_at, change)
                 where kept.service = said.service
                   and kept.id = said.id
                """, changed).update();
    }

    List<Deployment> findDeployments(Collection<Key> keys) {
        return keyed(BY_ID, keys).query(DeploymentStore::deployment).list();
    }

    /** Locked until the transaction ends, in one order. */
    List<Deployment> lockDeployments(Collection<Key> keys) {
        return keyed(BY_ID + " order by service, id for update", keys).query(DeploymentStore::deployment).list();
    }

    /** @param recognised whether its being a rollback was concluded here; null for what a pipeline reported */
    record Attempt(Deployment deployment, @Nullable Boolean recognised) {}

    /** The attempts of these services in production, by service and start. */
    List<Attempt> attempts(Collection<ServiceName> services) {
        return db.sql("""
                select *
                  from deployments.deployment
                 where service = any(:services)
                   and environment = 'production'
                 order by service, started_at, id
                """)
                .param("services", services.stream().map(ServiceName::value).toArray(String[]::new))
                .query((row, number) -> new Attempt(DeploymentStore.deployment(row, number), (Boolean) row.getObject("recognised")))
                .list();
    }

    void recognise(List<Deployment> concluded) {
        db.sql("""
                update deployments.deployment as kept
                   set kind = said.kind, remediates = said.remediates, recognised = said.kind = 'rollback'
                  from unnest(:services::text[], :ids::text[], :kinds::text[], :remediates::text[]) as said (service, id, kind, remediates)
                 where kept.service = said.service
                   and kept.id = said.id
                """)
                .param("services", Rows.column(concluded, each -> each.service().value()))
                .param("ids", Rows.column(concluded, Deployment::id))
                .param("kinds", Rows.column(concluded, each -> each.kind().word()))
                .param("remediates", Rows.column(concluded, Deployment::remediates))
                .update();
    }

    /** Those of these services that name one of these changes. */
    List<Deployment> naming(Collection<ServiceName> services, Collection<String> changes) {
        return db.sql("select * from deployments.deployment where service = any(:services) and change = any(:changes) order by service, id")
                .param("services", services.stream().map(ServiceName::value).toArray(String[]::new))
                .param("changes", changes.toArray(String[]::new))
                .query(DeploymentStore::deployment)
                .list();
    }

    /** Those that were not known; the others are not touched. */
    Set<Key> addBuilds(List<Build> added, Instant now) {
        return new HashSet<>(builds("""
                insert into deployments.build (service, version, built_at, commits, pre_production_passed, facts, received_at)
                select service, version, built_at, commits::jsonb, passed::boolean, '{}', :now
                  from unnest(:services::text[], :versions::text[], :built::timestamptz[], :commits::text[], :passed::text[])
                       as said (service, version, built_at, commits, passed)
                    on conflict (service, version) do nothing
                returning service, version
                """, added)
                .param("now", now.atOffset(UTC))
                .query((row, number) -> new Key(new ServiceName(row.getString("service")), row.getString("version")))
                .list());
    }

    void changeBuilds(List<Build> changed) {
        builds("""
                update deployments.build as kept
                   set built_at = said.built_at, commits = said.commits::jsonb, pre_production_passed = said.passed::boolean
                  from unnest(:services::text[], :versions::text[], :built::timestamptz[], :commits::text[], :passed::text[])
                       as said (service, version, built_at, commits, passed)
                 where kept.service = said.service
                   and kept.version = said.version
                """, changed).update();
    }

    List<Build> findBuilds(Collection<Key> keys) {
        return keyed(BY_VERSION, keys).query(builds::build).list();
    }

    /** Locked until the transaction ends, in one order. */
    List<Build> lockBuilds(Collection<Key> keys) {
        return keyed(BY_VERSION + " order by service, version for update", keys).query(builds::build).list();
    }

    private JdbcClient.StatementSpec keyed(String sql, Collection<Key> keys) {
        return db.sql(sql).param("services", Rows.column(keys, key -> key.service().value())).param("names", Rows.column(keys, Key::name));
    }

    private JdbcClient.StatementSpec builds(String sql, List<Build> builds) {
        return db.sql(sql)
                .param("services", Rows.column(builds, each -> each.service().value()))
                .param("versions", Rows.column(builds, Build::version))
                .param("built", Rows.column(builds, each -> each.builtAt().toString()))
                .param("commits", Rows.column(builds, each -> json.writeValueAsString(each.commits())))
                .param("passed", Rows.column(builds, each -> text(each.preProductionPassed())));
    }

    private JdbcClient.StatementSpec deployments(String sql, List<Deployment> deployments) {
        return db.sql(sql)
                .param("services", Rows.column(deployments, each -> each.service().value()))
                .param("ids", Rows.column(deployments, Deployment::id))
                .param("statuses", Rows.column(deployments, each -> each.status().word()))
                .param("kinds", Rows.column(deployments, each -> each.kind().word()))
                .param("remediates", Rows.column(deployments, Deployment::remediates))
                .param("started", Rows.column(deployments, each -> each.startedAt().toString()))
                .param("finished", Rows.column(deployments, each -> text(each.finishedAt())))
                .param("deployers", Rows.column(deployments, Deployment::deployer))
                .param("commits", Rows.column(deployments, Deployment::commit))
                .param("digests", Rows.column(deployments, Deployment::artifactDigest))
                .param("built", Rows.column(deployments, each -> text(each.builtAt())))
                .param("changes", Rows.column(deployments, Deployment::change));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
