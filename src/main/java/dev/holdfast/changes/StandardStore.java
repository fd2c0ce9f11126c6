package dev.holdfast.changes;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.rows.Rows;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many standard changes went live. */
@Repository
class StandardStore {

    private final JdbcClient db;

    StandardStore(JdbcClient db) {
        this.db = db;
    }

    /** How many went live in production, of these services or of all, in each stretch between these instants, the later end excluded. */
    List<Integer> live(@Nullable Collection<ServiceName> services, List<Instant> edges) {
        var query = db.sql("""
                select counted.changes
                  from unnest(:edges::timestamptz[], :ends::timestamptz[]) with ordinality as stretch (since, until, place)
                 cross join lateral (
                       select count(*) as changes
                         from changes.change
                        where state = 'closed'
                          and closed_at >= stretch.since
                          and closed_at < stretch.until
                          and kind = 'standard'
                          and environment = 'production'
                          and outcome in ('successful', 'backed-out')
                          %s) as counted
                 order by stretch.place
                """.formatted(services == null ? "" : "and service = any(:services)"))
                .param("edges", Rows.column(edges.subList(0, edges.size() - 1), at -> at))
                .param("ends", Rows.column(edges.subList(1, edges.size()), at -> at));
        if (services != null) query = query.param("services", Rows.column(services, ServiceName::value));
        return query.query(Integer.class).list();
    }
}
