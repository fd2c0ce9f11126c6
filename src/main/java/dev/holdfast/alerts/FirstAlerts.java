package dev.holdfast.alerts;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The alert that began an incident, of several incidents by one question. */
@Repository
public class FirstAlerts {

    private final JdbcClient db;

    FirstAlerts(JdbcClient db) {
        this.db = db;
    }

    /** Those that people declared have none. */
    public Map<UUID, AlertKey> keys(Collection<UUID> incidents) {
        if (incidents.isEmpty()) return Map.of();
        var keys = new HashMap<UUID, AlertKey>();
        db.sql("""
                select distinct on (incident) incident, integration, dedup_key
                  from alerts.alert
                 where incident = any(:incidents)
                 order by incident, id
                """)
                .param("incidents", incidents.toArray(UUID[]::new))
                .query(row -> {
                    var key = new AlertKey(new IntegrationName(row.getString("integration")), row.getString("dedup_key"));
                    keys.put(row.getObject("incident", UUID.class), key);
                });
        return keys;
    }
}
