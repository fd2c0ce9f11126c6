package dev.holdfast.incidents;

import dev.holdfast.alerts.Severity;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code incidents.incident}. */
@Repository
class IncidentStore {

    private final JdbcClient db;

    IncidentStore(JdbcClient db) {
        this.db = db;
    }

    void insert(List<Incident> incidents) {
        db.sql("""
                insert into incidents.incident
                       (id, summary, state, service, severity, type, type_by, loss_size, restore_by, started_at, opened_at)
                select *
                  from unnest(:ids::uuid[], :summaries::text[], :states::text[], :services::text[], :severities::text[],
                              :types::text[], :typesBy::text[], :sizes::text[], :restoreBy::timestamptz[],
                              :started::timestamptz[], :opened::timestamptz[])
                """)
                .param("ids", Rows.column(incidents, incident -> incident.id().toString()))
                .param("summaries", Rows.column(incidents, Incident::summary))
                .param("states", Rows.column(incidents, incident -> incident.state().toString()))
                .param("services", Rows.column(incidents, incident -> incident.service().value()))
                .param("severities", Rows.column(incidents, incident -> incident.severity().toString()))
                .param("types", Rows.column(incidents, incident -> incident.type().word()))
                .param("typesBy", Rows.column(incidents, incident -> incident.typeBy().toString()))
                .param("sizes", Rows.column(incidents, incident -> incident.size().word()))
                .param("restoreBy", Rows.column(incidents, incident -> text(incident.restoreBy())))
                .param("started", Rows.column(incidents, incident -> incident.startedAt().toString()))
                .param("opened", Rows.column(incidents, incident -> incident.openedAt().toString()))
                .update();
    }

    void acknowledge(IncidentId id, String by, Instant at) {
        change("state = 'acknowledged', acknowledged_at = :at::timestamptz, acknowledged_by = :by", id)
                .param("at", at.toString())
                .param("by", by)
                .update();
    }

    void unacknowledge(IncidentId id) {
        change("state = 'triggered', acknowledged_at = null, acknowledged_by = null", id).update();
    }

    void resolve(IncidentId id, String by, Instant at, Incident.Figures figures) {
        change("""
                state = 'resolved', resolved_at = greatest(:at::timestamptz, started_at), resolved_by = :by,
                loss = :loss::numeric, at_tolerable = :atTolerable::numeric, protected = :protected::numeric,
                overrun = :overrun::numeric""", id)
                .param("at", at.toString())
                .param("by", by)
                .param("loss", figures.loss())
                .param("atTolerable", figures.atTolerable())
                .param("protected", figures.protectedLoss())
                .param("overrun", figures.overrun())
                .update();
    }

    void reopen(IncidentId id) {
        change("""
                state = 'triggered', resolved_at = null, resolved_by = null, acknowledged_at = null,
                acknowledged_by = null, loss = null, at_tolerable = null, protected = null, overrun = null""", id)
                .update();
    }

    void answeredBy(IncidentId id, ServiceName service) {
        change("service = :service, state = 'triggered', acknowledged_at = null, acknowledged_by = null", id)
                .param("service", service.value())
                .update();
    }

    void size(IncidentId id, LossSize size, IncidentType type, Incident.TypeBy by, @Nullable Instant restoreBy) {
        change("loss_size = :size, type = :type, type_by = :typeBy, restore_by = :restoreBy::timestamptz", id)
                .param("size", size.word())
                .param("type", type.word())
                .param("typeBy", by.toString())
                .param("restoreBy", text(restoreBy))
                .update();
    }

    void startedEarlier(IncidentId id, Instant at) {
        change("started_at = :at::timestamptz", id).param("at", at.toString()).update();
    }

    void worsen(IncidentId id, Severity severity) {
        change("severity = :severity", id).param("severity", severity.toString()).update();
    }

    void noted(IncidentId id, Instant at) {
        change("noted_at = :at::timestamptz", id).param("at", at.toString()).update();
    }

    void command(IncidentId id, @Nullable String person) {
        change("commander = :person", id).param("person", person).update();
    }

    void impactSet(IncidentId id) {
        change("impact_set = true", id).update();
    }

    void security(IncidentId id) {
        change("security = true", id).update();
    }

    private JdbcClient.StatementSpec change(String what, IncidentId id) {
        return db.sql("update incidents.incident set " + what + " where id = :id").param("id", id.value());
    }

    Optional<Incident> find(IncidentId id) {
        return db.sql("select * from incidents.incident where id = :id")
                .param("id", id.value())
                .query(IncidentStore::incident)
                .optional();
    }

    List<Incident> find(Collection<IncidentId> ids) {
        return db.sql("select * from incidents.incident where id = any(:ids::uuid[])")
                .param("ids", Rows.column(ids, IncidentId::toString))
                .query(IncidentStore::incident)
                .list();
    }

    Optional<Incident> find(long number) {
        return db.sql("select * from incidents.incident where number = :number")
                .param("number", number)
                .query(IncidentStore::incident)
                .optional();
    }

    /** In the order in which they were opened. */
    List<Incident> after(long number, int most) {
        return db.sql("select * from incidents.incident where number > :number order by number limit :most")
                .param("number", number)
                .param("most", most)
                .query(IncidentStore::incident)
                .list();
    }

    /** Until the transaction ends nobody else changes these, nor lets an alert join them. In one order. */
    List<Incident> lock(Collection<IncidentId> ids) {
        return db.sql("select * from incidents.incident where id = any(:ids::uuid[]) order by id for update")
                .param("ids", Rows.column(ids, IncidentId::toString))
                .query(IncidentStore::incident)
                .list();
    }

    /**
     * The open incidents that these services answer or that affect them, oldest first, kept open until the transaction
     * ends. Several transactions may hold them so at once.
     */
    List<Incident> holdOpenFor(Collection<String> services) {
        return db.sql("""
                select *
                  from incidents.incident
                 where state <> 'resolved'
                   and (service = any(:services::text[])
                        or id in (select incident from incidents.impact where service = any(:services::text[])))
                 order by opened_at, id
                   for key share
                """)
                .param("services", services.toArray(String[]::new))
                .query(IncidentStore::incident)
                .list();
    }

    /** Those that these services answered and that ended since an instant, the latest first. */
    List<Incident> endedFor(Collection<String> services, Instant since, int most) {
        return db.sql("""
                select *
                  from incidents.incident
                 where state = 'resolved'
                   and service = any(:services::text[])
                   and resolved_at >= :since
                   and started_at >= :since - interval '60 days'
                 order by number desc
                 limit :most
                """)
                .param("services", services.toArray(String[]::new))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(IncidentStore::incident)
                .list();
    }

    /** The numbers of the open incidents that these services answer or that affect them, the latest first. */
    Map<String, List<Long>> openNumbers(Collection<String> services) {
        return db
                .sql("""
                select distinct asked.service, incident.number
                  from unnest(:services::text[]) as asked (service)
                  join incidents.incident
                    on incident.state <> 'resolved'
                   and (incident.service = asked.service
                        or exists (select 1
                                     from incidents.impact
                                    where impact.incident = incident.id
                                      and impact.service = asked.service))
                 order by asked.service, incident.number desc
                """)
                .param("services", services.toArray(String[]::new))
                .query((row, number) -> Map.entry(row.getString("service"), row.getLong("number")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** One transaction at a time opens incidents for a service. */
    void lockOpeningFor(Collection<String> services) {
        db.sql("""
                select count(pg_advisory_xact_lock(9090, hashtext(service)))
                  from (select unnest(:services::text[]) as service order by 1) as sorted
                """)
                .param("services", services.stream().sorted().toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    static Incident incident(ResultSet row, int number) throws SQLException {
        return new Incident(
                new IncidentId(row.getObject("id", UUID.class)),
                row.getLong("number"),
                row.getString("summary"),
                State.valueOf(upper(row.getString("state"))),
                new ServiceName(row.getString("service")),
                Severity.read(row.getString("severity")),
                row.getBoolean("security"),
                IncidentType.valueOf(upper(row.getString("type"))),
                Incident.TypeBy.valueOf(upper(row.getString("type_by"))),
                LossSize.valueOf(upper(row.getString("loss_size"))),
                Rows.instantOrNull(row, "restore_by"),
                row.getBoolean("impact_set"),
                row.getString("commander"),
                Rows.instant(row, "started_at"),
                Rows.instant(row, "opened_at"),
                Rows.instantOrNull(row, "acknowledged_at"),
                row.getString("acknowledged_by"),
                Rows.instantOrNull(row, "resolved_at"),
                row.getString("resolved_by"),
                Rows.instantOrNull(row, "noted_at"),
                row.getBoolean("imported"),
                row.getString("external_id"),
                row.getObject("resolved_at") == null ? null : figures(row));
    }

    private static Incident.Figures figures(ResultSet row) throws SQLException {
        return new Incident.Figures(
                row.getBigDecimal("loss"), row.getBigDecimal("at_tolerable"), row.getBigDecimal("protected"), row.getBigDecimal("overrun"));
    }

    private static String upper(String value) {
        return value.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
