package dev.holdfast.incidents;

import dev.holdfast.rows.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Incidents by what is asked of them. Only the conditions that are asked for stand in a statement, so that each is
 * answered by the index that suits it.
 */
@Repository
class IncidentSearch {

    private final JdbcClient db;

    IncidentSearch(JdbcClient db) {
        this.db = db;
    }

    /** The latest start first, after a position. */
    List<Incident> latest(IncidentFilter filter, @Nullable Position after, int most) {
        var asked = new Asked(filter);
        if (after != null) {
            asked.demand("(started_at, number) < (:startedAt::timestamptz, :number::bigint)", "startedAt", after.startedAt().toString());
            asked.values.put("number", after.number());
        }
        return db.sql("""
                select *
                  from incidents.incident
                 where %s
                 order by started_at desc, number desc
                 limit :most
                """.formatted(asked.where()))
                .params(asked.values)
                .param("most", most)
                .query(IncidentStore::incident)
                .list();
    }

    /** The latest opened first, before a number. */
    List<Incident> newest(IncidentFilter filter, @Nullable Long before, int most) {
        var asked = new Asked(filter);
        if (before != null) asked.demand("number < :before::bigint", "before", before);
        return db.sql("""
                select *
                  from incidents.incident
                 where %s
                 order by number desc
                 limit :most
                """.formatted(asked.where()))
                .params(asked.values)
                .param("most", most)
                .query(IncidentStore::incident)
                .list();
    }

    Totals totals(IncidentFilter filter) {
        var asked = new Asked(filter);
        return db.sql("""
                select count(*) filter (where state <> 'resolved') as open,
                       count(*) filter (where state = 'resolved') as resolved,
                       count(*) filter (where type = 'major') as major,
                       coalesce(sum(loss), 0) as lost,
                       coalesce(sum(protected), 0) as protected,
                       coalesce(sum(at_tolerable), 0) as at_tolerable,
                       count(*) filter (where state = 'resolved' and loss is null) as unreckoned
                  from incidents.incident
                 where %s
                """.formatted(asked.where()))
                .params(asked.values)
                .query((row, number) -> new Totals(
                        row.getLong("open"), row.getLong("resolved"), row.getLong("major"), row.getBigDecimal("lost"),
                        row.getBigDecimal("protected"), row.getBigDecimal("at_tolerable"), row.getLong("unreckoned")))
                .single();
    }

    /** The conditions of a filter, with their values. */
    private static final class Asked {

        private static final String OF_SERVICES = """
                id in (select id from incidents.incident where service = any(:services::text[])
                       union
                       select incident from incidents.impact where service = any(:services::text[]))""";

        private final List<String> conditions = new ArrayList<>(List.of("true"));
        private final Map<String, Object> values = new HashMap<>();

        Asked(IncidentFilter filter) {
            if (filter.services() != null) demand(OF_SERVICES, "services", filter.services().toArray(String[]::new));
            states(filter);
            if (filter.type() != null) demand("type = :type", "type", filter.type().word());
            since(filter.from());
            if (filter.to() != null) demand("started_at < :to::timestamptz", "to", filter.to().toString());
        }

        /** Open ones have an index of their own, which a list of states would not find. */
        private void states(IncidentFilter filter) {
            if (filter.states().equals(IncidentFilter.open().states())) {
                conditions.add("state <> 'resolved'");
            } else if (!filter.states().isEmpty()) {
                demand("state = any(:states::text[])", "states", Rows.column(filter.states(), State::toString));
            }
        }

        private void since(@Nullable Instant from) {
            if (from != null) demand("coalesce(resolved_at, 'infinity') > :from::timestamptz", "from", from.toString());
        }

        void demand(String condition, String name, Object value) {
            conditions.add(condition);
            values.put(name, value);
        }

        String where() {
            return String.join("\n   and ", conditions);
        }
    }
}
