package dev.holdfast.deployments;

import static java.time.ZoneOffset.UTC;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Deployments, by their service and the sender's id. */
@Repository
class DeploymentStore {

    private final JdbcClient db;

    DeploymentStore(JdbcClient db) {
        this.db = db;
    }

    /** A sender's id may be there in several services; then the latest is meant. */
    Optional<Deployment> find(String id) {
        return db.sql("select * from deployments.deployment where id = :id order by number desc limit 1")
                .param("id", id)
                .query(DeploymentStore::deployment)
                .optional();
    }

    /** With its number, which grows with each that is recorded. */
    record Numbered(long number, Deployment deployment) {}

    /** The latest started first, older than a position where there is one. */
    List<Numbered> list(DeploymentFilter filter, @Nullable Instant before, long beforeNumber, int most) {
        var services = filter.services();
        if (services != null && services.isEmpty()) return List.of();
        var position = before == null ? "" : " and (started_at, number) < (:before, :beforeNumber)";
        var query = filtered(filter, position + " order by started_at desc, number desc limit :most").param("most", most);
        if (before != null) query = query.param("before", before.atOffset(UTC)).param("beforeNumber", beforeNumber);
        return query.query((row, number) -> new Numbered(row.getLong("number"), deployment(row, number))).list();
    }

    Optional<Instant> beginOfMoreThan(int number, DeploymentFilter filter) {
        var services = filter.services();
        if (services != null && services.isEmpty()) return Optional.empty();
        return filtered("select started_at from deployments.deployment where true", filter, " order by started_at desc offset :number limit 1")
                .param("number", number)
                .query((row, place) -> Rows.instant(row, "started_at"))
                .optional();
    }

    private JdbcClient.StatementSpec filtered(DeploymentFilter filter, String rest) {
        return filtered("select * from deployments.deployment where true", filter, rest);
    }

    private JdbcClient.StatementSpec filtered(String head, DeploymentFilter filter, String rest) {
        var conditions = new DeploymentConditions(filter);
        return conditions.bound(db.sql(head + conditions.sql() + rest));
    }

    /** Where each of these was deployed, the attempts of its service that began before it, the latest first; one query. */
    List<Deployment> before(List<Deployment> deployments, int most) {
        return db.sql("""
                select attempt.*
                  from unnest(:services, :environments, :ids, :starts::timestamptz[]) as said (service, environment, id, started_at)
                 cross join lateral (
                       select *
                         from deployments.deployment
                        where deployment.service = said.service
                          and deployment.environment = said.environment
                          and deployment.id <> said.id
                          and deployment.started_at < said.started_at
                        order by started_at desc, number desc
                        limit :most) as attempt
                 order by started_at desc, number desc
                """)
                .param("services", deployments.stream().map(each -> each.service().value()).toArray(String[]::new))
                .param("environments", deployments.stream().map(Deployment::environment).toArray(String[]::new))
                .param("ids", deployments.stream().map(Deployment::id).toArray(String[]::new))
                .param("starts", deployments.stream().map(each -> each.startedAt().toString()).toArray(String[]::new))
                .param("most", most)
                .query(DeploymentStore::deployment)
                .list();
    }

    /** Of one version in an environment, the latest first. */
    List<Deployment> ofVersion(ServiceName service, String version, String environment) {
        return db.sql("""
                select *
                  from deployments.deployment
                 where service = :service
                   and version = :version
                   and environment = :environment
                 order by at desc, number desc
                """)
                .param("service", service.value())
                .param("version", version)
                .param("environment", environment)
                .query(DeploymentStore::deployment)
                .list();
    }

    /** By {@code service/id}; no service has a slash in its name. */
    List<Deployment> named(Collection<String> names) {
        return db.sql("""
                select deployment.*
                  from unnest(:names) as wanted (name)
                  join deployments.deployment on service = split_part(wanted.name, '/', 1)
                                             and id = substr(wanted.name, strpos(wanted.name, '/') + 1)
                 order by started_at desc, number desc
                """)
                .param("names", names.toArray(String[]::new))
                .query(DeploymentStore::deployment)
                .list();
    }

    /**
     * What is live in each environment of these services at an instant. The environments are hopped over by the index, so that
     * years of deployments cost what the last ones do.
     */
    List<Deployment> live(Collection<String> services, Instant at) {
        return db.sql("""
                with recursive place (service, environment) as (
                    select wanted.service, (select min(environment)
                                              from deployments.deployment
                                             where deployment.service = wanted.service
                                               and status = 'succeeded')
                      from (select distinct unnest(:services::text[]) as service) as wanted
                     union all
                    select place.service, (select min(environment)
                                             from deployments.deployment
                                            where deployment.service = place.service
                                              and deployment.environment > place.environment
                                              and status = 'succeeded')
                      from place
                     where place.environment is not null)
                select live.*
                  from place
                 cross join lateral (
                       select *
                         from deployments.deployment
                        where deployment.service = place.service
                          and deployment.environment = place.environment
                          and status = 'succeeded'
                          and at <= :at
                        order by at desc, number desc
                        limit 1) as live
                 order by live.service, live.environment
                """)
                .param("services", services.toArray(String[]::new))
                .param("at", at.atOffset(UTC))
                .query(DeploymentStore::deployment)
                .list();
    }

    /** By the days of a zone, with the last {@code named} of each. */
    List<ReleaseDay> days(@Nullable Collection<String> services, Instant from, Instant to, ZoneId zone, int named) {
        return db.sql("""
                with told as (
                     select (started_at at time zone :zone)::date as day, service, version, status, started_at, number
                       from deployments.deployment
                      where environment = 'production'
                        and started_at >= :from
                        and started_at < :to
                        and (:services::text[] is null or service = any(:services::text[]))),
                     placed as (select *, row_number() over (partition by day order by started_at desc, number desc) as place from told)
                select day, count(*) as deployments, count(distinct service) as services, count(*) filter (where status = 'failed') as failed,
                       count(*) filter (where status = 'rolled-back') as rolled_back,
                       array_agg(service || ' ' || version order by place) filter (where place <= :named) as latest
                  from placed
                 group by day
                 order by day
                """)
                .param("zone", zone.getId())
                .param("from", from.atOffset(UTC))
                .param("to", to.atOffset(UTC))
                .param("services", services == null ? null : services.toArray(String[]::new))
                .param("named", named)
                .query((row, number) -> new ReleaseDay(
                        row.getObject("day", LocalDate.class), row.getInt("deployments"), row.getInt("services"), row.getInt("failed"),
                        row.getInt("rolled_back"), List.of((String[]) row.getArray("latest").getArray())))
                .list();
    }

    List<Deployment> inEnvironment(Collection<String> services, String environment) {
        return db.sql("select * from deployments.deployment where service = any(:services) and environment = :environment")
                .param("services", services.toArray(String[]::new))
                .param("environment", environment)
                .query(DeploymentStore::deployment)
                .list();
    }

    /** When a version first went live in an environment. */
    record FirstLive(String service, String version, String environment, Instant at) {}

    List<FirstLive> firstLive(List<String> services, List<String> versions) {
        return db.sql("""
                select deployment.service, deployment.version, environment, min(at) as first
                  from (select distinct * from unnest(:services, :versions) as each (service, version)) as wanted
                  join deployments.deployment on deployment.service = wanted.service and deployment.version = wanted.version
                 where status in ('succeeded', 'rolled-back')
                 group by deployment.service, deployment.version, environment
                """)
                .param("services", services.toArray(String[]::new))
                .param("versions", versions.toArray(String[]::new))
                .query((row, number) -> new FirstLive(
                        row.getString("service"), row.getString("version"), row.getString("environment"), Rows.instant(row, "first")))
                .list();
    }

    /** What says that it cures one of these deployments or versions of these services, the first first. */
    List<Deployment> cures(Collection<String> services, Collection<String> ailments) {
        return db.sql("""
                select *
                  from deployments.deployment
                 where service = any(:services)
                   and remediates = any(:ailments)
                 order by at, number
                """)
                .param("services", services.toArray(String[]::new))
                .param("ailments", ailments.toArray(String[]::new))
                .query(DeploymentStore::deployment)
                .list();
    }

    static Deployment deployment(ResultSet row, int number) throws SQLException {
        return new Deployment(
                row.getString("id"),
                new ServiceName(row.getString("service")),
                row.getString("version"),
                row.getString("environment"),
                Rows.choice(Deployment.Status.class, row.getString("status")),
                Rows.choice(Deployment.Kind.class, row.getString("kind")),
                row.getString("remediates"),
                Rows.instant(row, "started_at"),
                Rows.instantOrNull(row, "finished_at"),
                row.getString("deployer"),
                row.getString("commit"),
                row.getString("artifact_digest"),
                Rows.instantOrNull(row, "built_at"),
                row.getString("change"));
    }
}
