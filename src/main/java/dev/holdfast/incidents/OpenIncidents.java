package dev.holdfast.incidents;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How many incidents are open: what every page says of them. */
@Service
public class OpenIncidents {

    private final JdbcClient db;

    OpenIncidents(JdbcClient db) {
        this.db = db;
    }

    public int count() {
        return db.sql("""
                select count(*)
                  from incidents.incident
                 where state <> 'resolved'
                """)
                .query(Integer.class)
                .single();
    }
}
