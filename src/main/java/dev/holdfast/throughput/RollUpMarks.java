package dev.holdfast.throughput;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.deployments.DeploymentsRecorded;
import dev.holdfast.deployments.Tails.Named;
import dev.holdfast.deployments.Touched;
import dev.holdfast.incidents.Incident;
import dev.holdfast.incidents.IncidentsRecorded;
import dev.holdfast.rows.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What is to be reckoned anew. Whoever records something only appends, in its own transaction, so that nobody waits for
 * anybody; who rolls up takes the marks away before it reads, so that what is recorded meanwhile is marked again.
 */
@Repository
class RollUpMarks implements DeploymentsRecorded, IncidentsRecorded {

    private final JdbcClient db;

    RollUpMarks(JdbcClient db) {
        this.db = db;
    }

    @Override
    public void changed(Collection<Touched> touched) {
        var rows = touched.stream().flatMap(RollUpMarks::marks).toList();
        db.sql("""
                insert into throughput.mark (service, since, name, only_if_blamed)
                select * from unnest(:services::text[], :since::timestamptz[], :names::text[], :onlyIfBlamed::boolean[])
                """)
                .param("services", Rows.column(rows, Mark::service))
                .param("since", Rows.column(rows, Mark::since))
                .param("names", Rows.column(rows, Mark::name))
                .param("onlyIfBlamed", Rows.column(rows, Mark::onlyIfBlamed))
                .update();
    }

    private record Mark(ServiceName service, Instant since, @Nullable String name, boolean onlyIfBlamed) {}

    private static Stream<Mark> marks(Touched touched) {
        return Stream.of(
                        Stream.of(new Mark(touched.service(), touched.since(), null, false)),
                        touched.names().stream().map(name -> new Mark(touched.service(), Touched.NEVER, name, false)),
                        touched.changes().stream().map(name -> new Mark(touched.service(), Touched.NEVER, name, true)))
                .flatMap(marks -> marks);
    }

    @Override
    public void changed(List<Incident> incidents) {
        db.sql("""
                insert into throughput.told (incident, service, started_at, resolved_at)
                select * from unnest(:ids::uuid[], :services::text[], :started::timestamptz[], :resolved::timestamptz[])
                """)
                .param("ids", incidents.stream().map(each -> each.id().toString()).toArray(String[]::new))
                .param("services", incidents.stream().map(each -> each.service().value()).toArray(String[]::new))
                .param("started", incidents.stream().map(each -> each.startedAt().toString()).toArray(String[]::new))
                .param("resolved", incidents.stream().map(each -> each.resolvedAt() == null ? null : each.resolvedAt().toString()).toArray(String[]::new))
                .update();
    }

    boolean any() {
        return db.sql("select exists (select from throughput.mark) or exists (select from throughput.told)").query(Boolean.class).single();
    }

    /** Keeps what was told of incidents, and marks whom each concerned before and concerns now. */
    void settle() {
        db.sql("""
                with told as (delete from throughput.told returning *),
                     latest as (select distinct on (incident) * from told order by incident, number desc),
                     kept as (insert into throughput.incident (id, service, started_at, resolved_at)
                              select incident, service, started_at, resolved_at from latest
                                  on conflict (id) do update
                                 set service = excluded.service, started_at = excluded.started_at, resolved_at = excluded.resolved_at)
                insert into throughput.mark (service, since, name)
                select service, started_at, null from latest
                 union
                select incident.service, incident.started_at, null from throughput.incident join latest on latest.incident = incident.id
                 union
                select cause.service, least(latest.started_at, incident.started_at), cause.deployment
                  from latest
                  join throughput.cause on cause.incident = latest.incident
                  left join throughput.incident on incident.id = latest.incident
                 where cause.service is not null
                """).update();
    }

    /** Takes the marks of some services away: how far back those of each reach, with the incidents that somebody said such a name caused. */
    List<Touched> take(int most) {
        return db.sql("""
                with chosen as (select distinct service from throughput.mark limit :most),
                     taken as (delete from throughput.mark using chosen where mark.service = chosen.service returning mark.*)
                select taken.service, min(least(taken.since, incident.started_at)) as since,
                       coalesce(array_agg(distinct taken.name) filter (where taken.name is not null and (not only_if_blamed or cause.incident is not null)), '{}') as names
                  from taken
                  left join throughput.cause on cause.service = taken.service and cause.deployment = taken.name
                  left join throughput.incident on incident.id = cause.incident
                 group by taken.service
                """)
                .param("most", most)
                .query((row, number) -> new Touched(
                        new ServiceName(row.getString("service")), Rows.instant(row, "since"), Set.of((String[]) row.getArray("names").getArray()), Set.of()))
                .list();
    }

    /**
     * The incidents that each of these services may have caused since then: those that a person said it caused, and its own of
     * which nobody said anything; and those of any time that somebody said one of these deployments caused.
     */
    Map<String, List<Mishap>> mishaps(Map<String, Instant> since, Collection<Named> deployments) {
        var found = new HashMap<String, List<Mishap>>();
        db.sql("""
                with said as (select * from unnest(:services::text[], :since::timestamptz[]) as said (service, since))
                select said.service, incident.id, incident.started_at, incident.resolved_at, null as deployment
                  from said
                  join throughput.incident on incident.service = said.service and incident.started_at >= said.since
                 where not exists (select from throughput.cause where cause.incident = incident.id)
                 union all
                select said.service, incident.id, incident.started_at, incident.resolved_at, cause.deployment
                  from said
                  join throughput.cause on cause.service = said.service
                  join throughput.incident on incident.id = cause.incident
                 where incident.started_at >= said.since
                 union all
                select named.service, incident.id, incident.started_at, incident.resolved_at, cause.deployment
                  from unnest(:owners::text[], :names::text[]) as named (service, name)
                  join throughput.cause on cause.service = named.service and cause.deployment = named.name
                  join throughput.incident on incident.id = cause.incident
                """)
                .param("services", Rows.column(since.entrySet(), Map.Entry::getKey))
                .param("since", Rows.column(since.entrySet(), Map.Entry::getValue))
                .param("owners", Rows.column(deployments, Named::service))
                .param("names", Rows.column(deployments, Named::name))
                .query(row -> {
                    found.computeIfAbsent(row.getString("service"), unseen -> new ArrayList<>()).add(new Mishap(
                            row.getString("id"), Rows.instant(row, "started_at"), Rows.instantOrNull(row, "resolved_at"), row.getString("deployment")));
                });
        return found;
    }

    /** @param service of the deployment; null, as the deployment, where none did it */
    record Cause(UUID incident, @Nullable String service, @Nullable String deployment, String by, String reason, Instant at) {}

    /**
     * Keeps them, each in the place of what was said before of its incident, and marks whom that concerned and whom it concerns: from
     * the beginning while the incident itself is not told of yet.
     */
    void cause(List<Cause> causes) {
        db.sql("""
                with told as (select *
                                from unnest(:incidents::uuid[], :services::text[], :deployments::text[], :by::text[], :reasons::text[],
                                            :at::timestamptz[])
                                     as told (incident, service, deployment, by, reason, at)),
                     said as (insert into throughput.cause (incident, service, deployment, by, reason, at)
                              select incident, service, deployment, by, reason, at from told
                                  on conflict (incident) do update
                                 set service = excluded.service, deployment = excluded.deployment, by = excluded.by, reason = excluded.reason, at = excluded.at
                              returning incident, old.service as service_before, old.deployment as deployment_before),
                     blamed as (select incident, service, deployment from told
                                 union
                                select incident, service_before, deployment_before from said),
                     known as (select id, service, started_at from throughput.incident
                                union all
                               select incident, service, started_at from throughput.told)
                insert into throughput.mark (service, since, name)
                select blamed.service, coalesce(known.started_at, :ever::timestamptz), blamed.deployment
                  from blamed
                  left join known on known.id = blamed.incident
                 where blamed.service is not null
                 union
                select known.service, known.started_at, null from told join known on known.id = told.incident
                """)
                .param("incidents", Rows.column(causes, each -> each.incident().toString()))
                .param("services", Rows.column(causes, Cause::service))
                .param("deployments", Rows.column(causes, Cause::deployment))
                .param("by", Rows.column(causes, Cause::by))
                .param("reasons", Rows.column(causes, Cause::reason))
                .param("at", Rows.column(causes, each -> each.at().toString()))
                .param("ever", Touched.EVER.toString())
                .update();
    }
}
