package dev.holdfast.paging;

import static java.time.ZoneOffset.UTC;

import dev.holdfast.rows.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When people were called about something: what was noisy in a part of time. */
@Repository
public class CallsMade {

    private final JdbcClient db;

    CallsMade(JdbcClient db) {
        this.db = db;
    }

    /** Calls of several people at one instant are one. */
    public Map<SubjectId, List<Instant>> between(Collection<SubjectId> subjects, Instant from, Instant to) {
        if (subjects.isEmpty()) return Map.of();
        var calls = new HashMap<SubjectId, List<Instant>>();
        db.sql("""
                select distinct subject, at
                  from paging.entry
                 where subject = any(:subjects::text[])
                   and kind in ('page', 'released')
                   and at >= :from
                   and at < :to
                 order by subject, at
                """)
                .param("subjects", subjects.stream().map(SubjectId::value).toArray(String[]::new))
                .param("from", from.atOffset(UTC))
                .param("to", to.atOffset(UTC))
                .query(row -> {
                    calls.computeIfAbsent(new SubjectId(row.getString("subject")), subject -> new ArrayList<>())
                            .add(Rows.instant(row, "at"));
                });
        return calls;
    }
}
