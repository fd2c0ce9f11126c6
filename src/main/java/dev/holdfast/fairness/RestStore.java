package dev.holdfast.fairness;

import static java.time.ZoneOffset.UTC;

import dev.holdfast.catalogue.PersonName;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which rests were told. */
@Repository
class RestStore {

    private final JdbcClient db;

    RestStore(JdbcClient db) {
        this.db = db;
    }

    /** False where it was told before. */
    boolean tell(PersonName person, Instant nextStart, Instant now) {
        return db.sql("""
                insert into fairness.rest_told (person, next_start, told_at)
                values (:person, :nextStart, :now)
                    on conflict do nothing
                """)
                .param("person", person.value())
                .param("nextStart", nextStart.atOffset(UTC))
                .param("now", now.atOffset(UTC))
                .update() == 1;
    }
}
