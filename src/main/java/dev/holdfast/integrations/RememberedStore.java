package dev.holdfast.integrations;

import static java.time.ZoneOffset.UTC;

import dev.holdfast.alerts.IntegrationName;
import dev.holdfast.catalogue.ServiceName;
import java.time.Instant;
import java.util.HashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is remembered of senders' names. */
@Repository
class RememberedStore {

    private final JdbcClient db;

    RememberedStore(JdbcClient db) {
        this.db = db;
    }

    private record Meaning(String about, String name, String ours) {}

    Agreed of(IntegrationName integration) {
        var sources = new HashMap<String, ServiceName>();
        var environments = new HashMap<String, String>();
        db.sql("select about, name, ours from integrations.remembered where integration = :integration")
                .param("integration", integration.value())
                .query(Meaning.class)
                .list()
                .forEach(meaning -> {
                    if (meaning.about().equals("source")) {
                        sources.put(meaning.name(), new ServiceName(meaning.ours()));
                    } else {
                        environments.put(meaning.name(), meaning.ours());
                    }
                });
        return new Agreed(sources, environments);
    }

    void source(String integration, String source, ServiceName service, String by, Instant at) {
        keep(integration, "source", source, service.value(), by, at);
    }

    void environment(String integration, String environment, String ours, String by, Instant at) {
        keep(integration, "environment", environment, ours, by, at);
    }

    private void keep(String integration, String about, String name, String ours, String by, Instant at) {
        db.sql("""
                insert into integrations.remembered (integration, about, name, ours, by, at)
                values (:integration, :about, :name, :ours, :by, :at)
                    on conflict (integration, about, name) do update set ours = excluded.ours, by = excluded.by, at = excluded.at
                """)
                .param("integration", integration)
                .param("about", about)
                .param("name", name)
                .param("ours", ours)
                .param("by", by)
                .param("at", at.atOffset(UTC))
                .update();
    }
}
