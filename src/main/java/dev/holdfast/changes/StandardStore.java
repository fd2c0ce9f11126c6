package dev.holdfast.changes;

import static java.time.ZoneOffset.UTC;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.deployments.Deployment;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many standard changes went live. */
@Repository
class StandardStore {

    private final JdbcClient db;

    StandardStore(JdbcClient db) {
        this.db = db;
    }

    /** How many went live in production, of these services, in each stretch between these instants, the later end excluded. */
    List<Integer> live(Collection<ServiceName> services, List<Instant> edges) {
        var counts = new Integer[edges.size() - 1];
        Arrays.fill(counts, 0);
        db.sql("""
                select width_bucket(closed_at, :edges::timestamptz[]) as stretch, count(*) as changes
                  from changes.change
                 where service = any(:services)
                   and state = 'closed'
                   and closed_at >= :from
                   and closed_at < :to
                   and kind = 'standard'
                   and environment = :environment
                   and outcome in ('successful', 'backed-out')
                 group by stretch
                """)
                .param("edges", edges.stream().map(Instant::toString).toArray(String[]::new))
                .param("services", services.stream().map(ServiceName::value).toArray(String[]::new))
                .param("from", edges.getFirst().atOffset(UTC))
                .param("to", edges.getLast().atOffset(UTC))
                .param("environment", Deployment.PRODUCTION)
                .query(row -> {
                    counts[row.getInt("stretch") - 1] = row.getInt("changes");
                });
        return List.of(counts);
    }
}
