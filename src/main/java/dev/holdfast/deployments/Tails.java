package dev.holdfast.deployments;

import dev.holdfast.rows.Rows;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ends of services' ways into production, and what of their beginnings these depend on: found by indexes, however long the ways are. */
@Repository
public class Tails {

    private final JdbcClient db;
    private final BuildStore builds;

    Tails(JdbcClient db, BuildStore builds) {
        this.db = db;
        this.builds = builds;
    }

    /** A name of a service: the id, version or change of what it deployed. */
    public record Named(String service, String name) {}

    /** From which millisecond on each service may be seen otherwise; those of which nothing can be are not among them. */
    public Map<String, Instant> reach(Collection<Touched> touched) {
        var named = touched.stream().flatMap(each -> each.names().stream().map(name -> new Named(each.service().value(), name))).toList();
        var reach = new HashMap<String, Instant>();
        named("""
                with said as (select * from unnest(:services::text[], :since::timestamptz[]) as said (service, since) where since < :never::timestamptz),
                     named as (select * from unnest(:owners::text[], :names::text[]) as named (service, name)),
                     live as not materialized (
                     select service, id, version, change, at
                       from deployments.deployment
                      where environment = 'production'
                        and status in ('succeeded', 'rolled-back'))
                select service, min(at) as since
                  from (select service, since as at from said
                         union all
                        select service, (select max(live.at) from live where live.service = said.service and live.at < said.since) from said
                         union all
                        select service, live.at from named join live using (service) where live.id = named.name
                         union all
                        select service, live.at from named join live using (service) where live.version = named.name
                         union all
                        select service, live.at from named join live using (service) where live.change = named.name) as reached
                 where at is not null
                 group by service
                """, named)
                .param("services", Rows.column(touched, Touched::service))
                .param("since", Rows.column(touched, Touched::since))
                .param("never", Touched.NEVER.toString())
                .query(row -> {
                    reach.put(row.getString("service"), Rows.instant(row, "since").truncatedTo(ChronoUnit.MILLIS));
                });
        return reach;
    }

    /** What each service brought live into production since then, and what was live right before. */
    public List<Deployment> live(Map<String, Instant> since) {
        return db.sql("""
                with live as not materialized (
                     select * from deployments.deployment where environment = 'production' and status in ('succeeded', 'rolled-back'))
                select live.*
                  from unnest(:services::text[], :since::timestamptz[]) as said (service, since)
                 cross join lateral (select max(at) as at from live where live.service = said.service and live.at < said.since) as before
                  join live on live.service = said.service and live.at >= coalesce(before.at, said.since)
                """)
                .param("services", Rows.column(since.entrySet(), Map.Entry::getKey))
                .param("since", Rows.column(since.entrySet(), Map.Entry::getValue))
                .query(DeploymentStore::deployment)
                .list();
    }

    /** The attempts in production that go by one of these names. */
    public List<Deployment> named(Set<Named> named) {
        return named("""
                with named as (select * from unnest(:owners::text[], :names::text[]) as named (service, name)),
                     attempt as not materialized (select * from deployments.deployment where environment = 'production')
                select attempt.* from named join attempt on attempt.service = named.service and attempt.id = named.name
                 union all
                select attempt.* from named join attempt on attempt.service = named.service and attempt.version = named.name
                 union all
                select attempt.* from named join attempt on attempt.service = named.service and attempt.change = named.name
                """, named).query(DeploymentStore::deployment).list();
    }

    /** The builds of these versions, and those of the same services that hold a commit of one of them. */
    public List<Build> builds(Set<Named> versions) {
        var built = new ArrayList<>(builds.all(versions.stream().map(Named::service).toList(), versions.stream().map(Named::name).toList()));
        built.addAll(builds.sharing(built));
        return built;
    }

    private JdbcClient.StatementSpec named(String sql, Collection<Named> named) {
        return db.sql(sql).param("owners", Rows.column(named, Named::service)).param("names", Rows.column(named, Named::name));
    }
}
