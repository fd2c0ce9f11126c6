package dev.holdfast.throughput;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.deployments.DeploymentsRecorded;
import dev.holdfast.incidents.Incident;
import dev.holdfast.incidents.IncidentsRecorded;
import dev.holdfast.rows.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
    public void changed(Set<ServiceName> services) {
        db.sql("insert into throughput.mark (service) select unnest(:services::text[])")
                .param("services", services.stream().map(ServiceName::value).toArray(String[]::new))
                .update();
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
                insert into throughput.mark (service)
                select service from latest
                 union
                select incident.service from throughput.incident join latest on latest.incident = incident.id
                 union
                select cause.service from throughput.cause join latest on latest.incident = cause.incident where cause.service is not null
                """).update();
    }

    /** Takes the marks of some services away. */
    Set<String> take(int most) {
        return new HashSet<>(db.sql("""
                with chosen as (select distinct service from throughput.mark limit :most),
                     taken as (delete from throughput.mark using chosen where mark.service = chosen.service returning mark.service)
                select distinct service from taken
                """).param("most", most).query(String.class).list());
    }

    /** The incidents that each of these services may have caused: those that a person said it caused, and its own of which nobody said anything. */
    Map<String, List<Mishap>> mishaps(Collection<String> services) {
        var found = new HashMap<String, List<Mishap>>();
        db.sql("""
                select coalesce(cause.service, incident.service) as blamed, incident.id, incident.started_at, incident.resolved_at,
                       cause.incident is not null as said, cause.deployment
                  from throughput.incident
                  left join throughput.cause on cause.incident = incident.id
                 where incident.service = any(:services)
                    or incident.id in (select incident from throughput.cause where service = any(:services))
                """)
                .param("services", services.toArray(String[]::new))
                .query(row -> {
                    found.computeIfAbsent(row.getString("blamed"), unseen -> new ArrayList<>()).add(new Mishap(
                            row.getString("id"), Rows.instant(row, "started_at"), Rows.instantOrNull(row, "resolved_at"),
                            row.getBoolean("said") ? Optional.ofNullable(row.getString("deployment")).orElse("") : null));
                });
        return found;
    }

    /** @param service of the deployment; null, as the deployment, where none did it */
    record Cause(UUID incident, @Nullable String service, @Nullable String deployment, String by, String reason, Instant at) {}

    /** Keeps them, each in the place of what was said before of its incident, and marks whom that concerned and whom it concerns. */
    void cause(List<Cause> causes) {
        db.sql("""
                with told as (select *
                                from unnest(:incidents::uuid[], :services::text[], :deployments::text[], :by::text[], :reasons::text[],
                                            :at::timestamptz[])
                                     as told (incident, service, deployment, by, reason, at)),
                     before as (select cause.service from throughput.cause join told on told.incident = cause.incident),
                     said as (insert into throughput.cause (incident, service, deployment, by, reason, at)
                              select incident, service, deployment, by, reason, at from told
                                  on conflict (incident) do update
                                 set service = excluded.service, deployment = excluded.deployment, by = excluded.by, reason = excluded.reason, at = excluded.at)
                insert into throughput.mark (service)
                select service from before where service is not null
                 union
                select incident.service from throughput.incident join told on told.incident = incident.id
                 union
                select service from told where service is not null
                """)
                .param("incidents", Rows.column(causes, each -> each.incident().toString()))
                .param("services", Rows.column(causes, Cause::service))
                .param("deployments", Rows.column(causes, Cause::deployment))
                .param("by", Rows.column(causes, Cause::by))
                .param("reasons", Rows.column(causes, Cause::reason))
                .param("at", Rows.column(causes, each -> each.at().toString()))
                .update();
    }
}
