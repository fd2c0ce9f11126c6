package dev.holdfast.changes;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Changes by the time in which they may go out. */
@Repository
class PlanStore {

    private final JdbcClient db;
    private final ChangeRows rows;

    PlanStore(JdbcClient db, ChangeRows rows) {
        this.db = db;
        this.rows = rows;
    }

    /** Those that are still to go first. */
    List<Change> approved(@Nullable Set<String> services, Instant now, int most) {
        return db.sql("""
                select *
                  from changes.change
                 where environment = 'production'
                   and kind <> 'standard'
                   and valid_until > :now
                   and valid_from is not null
                   and (state in ('approved', 'implementing') or state = 'closed' and outcome <> 'withdrawn')
                   and (:services::text[] is null or service = any(:services::text[]))
                 order by state = 'closed', valid_from, number
                 limit :most
                """)
                .param("now", now.atOffset(UTC))
                .param("services", services == null ? null : services.toArray(String[]::new))
                .param("most", most)
                .query(rows::read)
                .list();
    }
}
