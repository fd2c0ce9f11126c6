package dev.holdfast.alerts;

import dev.holdfast.catalogue.AppliedDocument;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.keys.Sha256;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The keys of integrations, kept as hashes: 32 letters or digits, made here where a document brings none. */
@Repository
class Keys {

    private static final String LETTERS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int LENGTH = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** What another node revokes is refused here after at most as long. */
    private static final long REMEMBERED_NANOS = 1_000_000_000;

    private final JdbcClient db;
    private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

    private record Remembered(IntegrationName integration, long until) {

        boolean isFresh() {
            return until - System.nanoTime() > 0;
        }
    }

    Keys(JdbcClient db) {
        this.db = db;
    }

    void keep(AppliedDocument document) {
        var given = document.secrets().get("spec.key");
        if (given != null) {
            store(document.name(), given);
        } else if (!exists(document.name())) {
            var made = make();
            store(document.name(), made);
            document.generated().accept("spec.key", made);
        }
    }

    void revoke(String integration) {
        forgetAfterCommit();
        db.sql("delete from alerts.integration_key where integration = :integration")
                .param("integration", integration)
                .update();
    }

    /** A sender that says much asks the database once a second. Keys that nobody has are not remembered. */
    Optional<IntegrationName> integrationOf(String key) {
        var known = remembered.get(key);
        if (known != null && known.isFresh()) {
            return Optional.of(known.integration());
        }
        var found = find(key);
        found.ifPresentOrElse(
                integration -> remembered.put(key, new Remembered(integration, System.nanoTime() + REMEMBERED_NANOS)),
                () -> remembered.remove(key));
        return found;
    }

    private Optional<IntegrationName> find(String key) {
        return db.sql("select integration from alerts.integration_key where key_hash = :hash")
                .param("hash", Sha256.of(key))
                .query(String.class)
                .optional()
                .map(IntegrationName::new);
    }

    private void forgetAfterCommit() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    remembered.clear();
                }
            });
        }
    }

    private boolean exists(String integration) {
        return db.sql("select exists (select 1 from alerts.integration_key where integration = :integration)")
                .param("integration", integration)
                .query(Boolean.class)
                .single();
    }

    private void store(String integration, String key) {
        forgetAfterCommit();
        try {
            db.sql("""
                    insert into alerts.integration_key (integration, key_hash)
                    values (:integration, :hash)
                        on conflict (integration) do update set key_hash = excluded.key_hash
                    """)
                    .param("integration", integration)
                    .param("hash", Sha256.of(key))
                    .update();
        } catch (DuplicateKeyException e) {
            throw Unprocessable.of("spec.key", "DUPLICATE_NAME", "Another integration has the key of " + integration + ".");
        }
    }

    private static String make() {
        return RANDOM.ints(LENGTH, 0, LETTERS.length())
                .collect(StringBuilder::new, (text, letter) -> text.append(LETTERS.charAt(letter)), StringBuilder::append)
                .toString();
    }
}
