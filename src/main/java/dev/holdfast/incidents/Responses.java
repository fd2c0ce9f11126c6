package dev.holdfast.incidents;

import static java.time.ZoneOffset.UTC;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.rows.Rows;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who worked in incidents and when: from acknowledging or joining to leaving, or to the end of the incident. */
@Repository
public class Responses {

    private final JdbcClient db;

    Responses(JdbcClient db) {
        this.db = db;
    }

    /** @param to null while it goes on */
    public record Response(String incident, ServiceName service, PersonName person, Instant from, @Nullable Instant to) {}

    /** Those that reach into that time, in their order. */
    public List<Response> between(Instant from, Instant to) {
        return db.sql("""
                select incident.number, incident.service, responder.person, responder.joined_at,
                       least(responder.left_at, incident.resolved_at) as ended_at
                  from incidents.responder
                  join incidents.incident on incident.id = responder.incident
                 where responder.joined_at < :to
                   and coalesce(least(responder.left_at, incident.resolved_at), 'infinity') > :from
                   and incident.opened_at < :to
                   and coalesce(incident.resolved_at, 'infinity') > :from
                 order by responder.joined_at, responder.sequence
                """)
                .param("from", from.atOffset(UTC))
                .param("to", to.atOffset(UTC))
                .query((row, number) -> new Response(
                        "INC-" + row.getLong("number"),
                        new ServiceName(row.getString("service")),
                        new PersonName(row.getString("person")),
                        Rows.instant(row, "joined_at"),
                        Rows.instantOrNull(row, "ended_at")))
                .list();
    }

    /** Of incidents of the past that were written down afterwards: whoever of these acknowledged one worked in it until it was over. */
    public List<Response> writtenDown(Collection<PersonName> people, Instant from, Instant to) {
        return db.sql("""
                select number, service, acknowledged_by, acknowledged_at, resolved_at
                  from incidents.incident
                 where imported
                   and acknowledged_by = any(:people)
                   and acknowledged_at < :to
                   and resolved_at > :from
                   and started_at > :from::timestamptz - interval '30 days'
                   and not exists (select from incidents.responder where responder.incident = incident.id)
                 order by acknowledged_at, number
                """)
                .param("people", people.stream().map(PersonName::value).toArray(String[]::new))
                .param("from", from.atOffset(UTC))
                .param("to", to.atOffset(UTC))
                .query((row, number) -> new Response(
                        "INC-" + row.getLong("number"),
                        new ServiceName(row.getString("service")),
                        new PersonName(row.getString("acknowledged_by")),
                        Rows.instant(row, "acknowledged_at"),
                        Rows.instantOrNull(row, "resolved_at")))
                .list();
    }
}
