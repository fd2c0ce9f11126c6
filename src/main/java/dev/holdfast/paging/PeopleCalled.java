package dev.holdfast.paging;

import static java.time.ZoneOffset.UTC;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.rows.Rows;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When people were called, whatever it was about. */
@Repository
public class PeopleCalled {

    private final JdbcClient db;

    PeopleCalled(JdbcClient db) {
        this.db = db;
    }

    public record Call(PersonName person, Instant at) {}

    public List<Call> between(Collection<PersonName> people, Instant from, Instant to) {
        if (people.isEmpty()) return List.of();
        return db.sql("""
                select person, at
                  from paging.entry
                 where person = any(:people::text[])
                   and at >= :from
                   and at < :to
                   and kind in ('page', 'released', 'unanswered')
                 order by at, sequence
                """)
                .param("people", people.stream().map(PersonName::value).toArray(String[]::new))
                .param("from", from.atOffset(UTC))
                .param("to", to.atOffset(UTC))
                .query((row, number) -> new Call(new PersonName(row.getString("person")), Rows.instant(row, "at")))
                .list();
    }
}
