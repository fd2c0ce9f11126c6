package dev.holdfast.changes;

import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells every node's live pages that changes or deployments changed. After the commit and once for many: a notification
 * within the transaction would make all commits wait for each other, and a page that misses one asks again.
 */
@Component
class ChangeNews {

    private final AtomicBoolean changed = new AtomicBoolean();
    private final JdbcClient db;

    ChangeNews(JdbcClient db) {
        this.db = db;
    }

    void changed() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            changed.set(true);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                changed.set(true);
            }
        });
    }

    @Scheduled(fixedDelay = 250)
    void tell() {
        if (!changed.getAndSet(false)) return;
        db.sql("select pg_notify('holdfast_live', :payload)").param("payload", Changes.LIVE).query(row -> {});
    }
}
