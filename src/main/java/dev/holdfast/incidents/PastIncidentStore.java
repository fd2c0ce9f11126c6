package dev.holdfast.incidents;

import dev.holdfast.incidents.PastReckoning.Reckoned;
import dev.holdfast.rows.Rows;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Incidents by what they are called where they were kept before, in sets: one statement for each. */
@Repository
class PastIncidentStore {

    private final JdbcClient db;

    PastIncidentStore(JdbcClient db) {
        this.db = db;
    }

    /** One that is there, with all services that it is or was about. */
    record There(IncidentId id, String externalId, Instant startedAt, Set<String> services) {

        boolean is(Past past) {
            return startedAt.equals(past.startedAt()) && services.contains(past.service().value());
        }
    }

    Map<String, There> known(List<Past> asked) {
        return db.sql("""
                select id, external_id, started_at,
                       array(select service union select impact.service from incidents.impact where impact.incident = incident.id) as services
                  from incidents.incident
                 where external_id = any(:names::text[])
                """)
                .param("names", Rows.column(asked, Past::externalId))
                .query((row, number) -> new There(
                        new IncidentId(row.getObject("id", UUID.class)), row.getString("external_id"), Rows.instant(row, "started_at"),
                        Set.of((String[]) row.getArray("services").getArray())))
                .list().stream()
                .collect(Collectors.toMap(There::externalId, Function.identity()));
    }

    /** Resolved as they are, numbered by their start; what was not there under its name, with its number. */
    Map<IncidentId, Long> add(List<Reckoned> reckoned, String by) {
        return db.sql("""
                insert into incidents.incident
                       (id, summary, state, service, severity, type, type_by, loss_size, started_at, opened_at, acknowledged_at, acknowledged_by,
                        resolved_at, resolved_by, imported, external_id, loss, at_tolerable, protected, overrun)
                select id, summary, 'resolved', service, severity, type, type_by, loss_size, started_at, started_at, acknowledged_at, acknowledged_by,
                       resolved_at, :by, true, external_id, loss, at_tolerable, protected, overrun
                  from unnest(:ids::uuid[], :summaries::text[], :services::text[], :severities::text[], :types::text[], :typesBy::text[],
                              :sizes::text[], :started::timestamptz[], :acknowledged::timestamptz[], :acknowledgedBy::text[],
                              :resolved::timestamptz[], :names::text[], :losses::numeric[], :tolerable::numeric[], :protected::numeric[],
                              :overruns::numeric[])
                       as said (id, summary, service, severity, type, type_by, loss_size, started_at, acknowledged_at, acknowledged_by,
                                resolved_at, external_id, loss, at_tolerable, protected, overrun)
                 order by started_at, external_id
                    on conflict (external_id) do nothing
                returning id, number
                """)
                .param("by", by)
                .param("ids", Rows.column(reckoned, Reckoned::id))
                .param("summaries", Rows.column(reckoned, each -> each.past().summary()))
                .param("services", Rows.column(reckoned, each -> each.past().service().value()))
                .param("severities", Rows.column(reckoned, each -> each.past().severity()))
                .param("types", Rows.column(reckoned, each -> each.type().word()))
                .param("typesBy", Rows.column(reckoned, Reckoned::typeBy))
                .param("sizes", Rows.column(reckoned, each -> each.size().word()))
                .param("started", Rows.column(reckoned, each -> each.past().startedAt()))
                .param("acknowledged", Rows.column(reckoned, each -> each.past().acknowledgedAt()))
                .param("acknowledgedBy", Rows.column(reckoned, each -> each.past().acknowledgedAt() == null ? null : acknowledgedBy(each.past(), by)))
                .param("resolved", Rows.column(reckoned, each -> each.past().resolvedAt()))
                .param("names", Rows.column(reckoned, each -> each.past().externalId()))
                .param("losses", amounts(reckoned, Incident.Figures::loss))
                .param("tolerable", amounts(reckoned, Incident.Figures::atTolerable))
                .param("protected", amounts(reckoned, Incident.Figures::protectedLoss))
                .param("overruns", amounts(reckoned, Incident.Figures::overrun))
                .query((row, number) -> Map.entry(new IncidentId(row.getObject("id", UUID.class)), row.getLong("number")))
                .list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static String acknowledgedBy(Past past, String by) {
        var said = past.acknowledgedBy();
        return said == null ? by : said;
    }

    private static @Nullable String[] amounts(List<Reckoned> reckoned, Function<Incident.Figures, @Nullable BigDecimal> amount) {
        return Rows.column(reckoned, each -> {
            var value = amount.apply(each.figures());
            return value == null ? null : value.toPlainString();
        });
    }
}
