package dev.holdfast.incidents;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.incidents.Revisions.ImpactRevision;
import dev.holdfast.incidents.Revisions.StatedRevision;
import dev.holdfast.quantities.Because;
import dev.holdfast.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What belongs to an incident: its impacts, stated losses, responders and entries. */
@Repository
class RecordStore {

    private final JdbcClient db;
    private final JsonMapper json;

    RecordStore(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    void addImpacts(List<ImpactRevision> impacts, Instant enteredAt) {
        db.sql("""
                insert into incidents.impact (incident, service, at, impact, by, entered_at)
                select incident, service, at, impact, by, :enteredAt::timestamptz
                  from unnest(:incidents::uuid[], :services::text[], :at::timestamptz[], :impacts::numeric[], :by::text[])
                       as said (incident, service, at, impact, by)
                """)
                .param("incidents", Rows.column(impacts, impact -> impact.incident().toString()))
                .param("services", Rows.column(impacts, impact -> impact.service().value()))
                .param("at", Rows.column(impacts, impact -> impact.at().toString()))
                .param("impacts", Rows.column(impacts, impact -> impact.impact().toPlainString()))
                .param("by", Rows.column(impacts, ImpactRevision::by))
                .param("enteredAt", enteredAt.toString())
                .update();
    }

    /** What began with the incident begins earlier with it. */
    void moveFirstImpacts(IncidentId incident, Instant from, Instant to) {
        db.sql("update incidents.impact set at = :to where incident = :incident and at = :from")
                .param("incident", incident.value())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<ImpactRevision> impacts(Collection<IncidentId> incidents) {
        return db.sql("""
                select incident, service, at, impact, by
                  from incidents.impact
                 where incident = any(:incidents::uuid[])
                 order by sequence
                """)
                .param("incidents", Rows.column(incidents, IncidentId::toString))
                .query((row, number) -> new ImpactRevision(
                        incident(row), new ServiceName(row.getString("service")), Rows.instant(row, "at"), row.getBigDecimal("impact"), row.getString("by")))
                .list();
    }

    void addStated(List<StatedRevision> stated, Instant enteredAt) {
        if (stated.isEmpty()) return;
        db.sql("""
                insert into incidents.stated_loss (incident, at, amount, by, entered_at)
                select incident, at, amount, by, :enteredAt::timestamptz
                  from unnest(:incidents::uuid[], :at::timestamptz[], :amounts::numeric[], :by::text[]) as said (incident, at, amount, by)
                """)
                .param("incidents", Rows.column(stated, each -> each.incident().toString()))
                .param("at", Rows.column(stated, each -> each.at().toString()))
                .param("amounts", Rows.column(stated, each -> each.amount().toPlainString()))
                .param("by", Rows.column(stated, StatedRevision::by))
                .param("enteredAt", enteredAt.toString())
                .update();
    }

    List<StatedRevision> stated(Collection<IncidentId> incidents) {
        return db.sql("""
                select incident, at, amount, by
                  from incidents.stated_loss
                 where incident = any(:incidents::uuid[])
                 order by sequence
                """)
                .param("incidents", Rows.column(incidents, IncidentId::toString))
                .query((row, number) -> new StatedRevision(incident(row), Rows.instant(row, "at"), row.getBigDecimal("amount"), row.getString("by")))
                .list();
    }

    /** When the incidents that affected these services ran, with every impact they had, since an instant. */
    List<Affecting> affecting(Collection<String> services, Instant since) {
        return db.sql("""
                select impact.service, impact.incident, impact.at, impact.impact, incident.started_at, incident.resolved_at
                  from incidents.impact
                  join incidents.incident on incident.id = impact.incident
                 where impact.service = any(:services::text[])
                   and (incident.resolved_at is null or incident.resolved_at > :since)
                   and incident.started_at > :since - interval '60 days'
                 order by impact.sequence
                """)
                .param("services", services.toArray(String[]::new))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Affecting(
                        new ServiceName(row.getString("service")),
                        incident(row),
                        Rows.instant(row, "at"),
                        row.getBigDecimal("impact"),
                        Rows.instant(row, "started_at"),
                        Rows.instantOrNull(row, "resolved_at")))
                .list();
    }

    record Affecting(
            ServiceName service, IncidentId incident, Instant at, java.math.BigDecimal impact, Instant startedAt, @Nullable Instant resolvedAt) {}

    /** True where this person was not helping yet. */
    boolean join(IncidentId incident, PersonName person, Responder.Role role, Instant at) {
        return db.sql("""
                insert into incidents.responder (incident, person, role, joined_at)
                values (:incident, :person, :role, :at)
                    on conflict (incident, person) where left_at is null do nothing
                """)
                        .param("incident", incident.value())
                        .param("person", person.value())
                        .param("role", role.toString())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean leave(IncidentId incident, PersonName person, Instant at) {
        return db.sql("""
                update incidents.responder
                   set left_at = :at
                 where incident = :incident and person = :person and left_at is null
                """)
                        .param("incident", incident.value())
                        .param("person", person.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void setRole(IncidentId incident, PersonName person, Responder.Role role) {
        db.sql("""
                update incidents.responder
                   set role = :role
                 where incident = :incident and person = :person and left_at is null
                """)
                .param("incident", incident.value())
                .param("person", person.value())
                .param("role", role.toString())
                .update();
    }

    List<Map.Entry<IncidentId, Responder>> responders(Collection<IncidentId> incidents) {
        return db.sql("""
                select incident, person, role, joined_at, left_at
                  from incidents.responder
                 where incident = any(:incidents::uuid[])
                 order by sequence
                """)
                .param("incidents", Rows.column(incidents, IncidentId::toString))
                .query((row, number) -> Map.entry(
                        incident(row),
                        new Responder(
                                new PersonName(row.getString("person")),
                                Rows.choice(Responder.Role.class, row.getString("role")),
                                Rows.instant(row, "joined_at"),
                                Rows.instantOrNull(row, "left_at"))))
                .list();
    }

    void write(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        db.sql("""
                insert into incidents.entry (id, incident, at, kind, by, text, data, explain)
                select *
                  from unnest(:ids::uuid[], :incidents::uuid[], :at::timestamptz[], :kinds::text[], :by::text[],
                              :texts::text[], :data::jsonb[], :explain::jsonb[])
                """)
                .param("ids", Rows.column(entries, entry -> entry.id().toString()))
                .param("incidents", Rows.column(entries, entry -> entry.incident().toString()))
                .param("at", Rows.column(entries, entry -> entry.at().toString()))
                .param("kinds", Rows.column(entries, Entry::kind))
                .param("by", Rows.column(entries, Entry::by))
                .param("texts", Rows.column(entries, Entry::text))
                .param("data", Rows.column(entries, entry -> json.writeValueAsString(entry.data())))
                .param("explain", Rows.column(
                        entries, entry -> entry.explain().isEmpty() ? null : json.writeValueAsString(entry.explain())))
                .update();
    }

    List<Entry> entries(IncidentId incident) {
        return db.sql("select * from incidents.entry where incident = :incident order by at, id")
                .param("incident", incident.value())
                .query((row, number) -> new Entry(
                        row.getObject("id", UUID.class),
                        incident,
                        Rows.instant(row, "at"),
                        row.getString("kind"),
                        row.getString("by"),
                        row.getString("text"),
                        json.readValue(row.getString("data"), new TypeReference<Map<String, Object>>() {}),
                        explain(row.getString("explain"))))
                .list();
    }

    private List<Because> explain(@Nullable String text) {
        return text == null ? List.of() : json.readValue(text, new TypeReference<List<Because>>() {});
    }

    private static IncidentId incident(ResultSet row) throws SQLException {
        return new IncidentId(row.getObject("incident", UUID.class));
    }
}
