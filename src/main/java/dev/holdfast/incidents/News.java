package dev.holdfast.incidents;

import dev.holdfast.rows.Rows;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells every node's live pages which incidents changed. After the commit and a few at a time: a notification within
 * the transaction would make all commits of a storm wait for each other, and a page that misses one asks again.
 */
@Component
class News {

    private final Set<IncidentId> changed = ConcurrentHashMap.newKeySet();
    private final JdbcClient db;

    News(JdbcClient db) {
        this.db = db;
    }

    void changed(IncidentId incident) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            changed.add(incident);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                changed.add(incident);
            }
        });
    }

    @Scheduled(fixedDelay = 150)
    void tell() {
        if (changed.isEmpty()) {
            return;
        }
        var now = Set.copyOf(changed);
        changed.removeAll(now);
        db.sql("select count(pg_notify('holdfast_live', 'incident:' || id)) from unnest(:ids::text[]) as id")
                .param("ids", Rows.column(now, IncidentId::toString))
                .query(Long.class)
                .single();
    }
}
