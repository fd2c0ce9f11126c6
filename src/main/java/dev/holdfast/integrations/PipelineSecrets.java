package dev.holdfast.integrations;

import dev.holdfast.catalogue.AppliedDocument;
import dev.holdfast.keys.Keyring;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What pipelines sign with or send as their token, and what opens their APIs: sealed. A secret that no document brings is made here. */
@Repository
class PipelineSecrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 20;
    private static final String SECRET = "spec.secret";
    private static final String PRIVATE_KEY = "spec.app.privateKey";
    private static final String TOKEN = "spec.api.token";

    private final JdbcClient db;
    private final Keyring keyring;

    PipelineSecrets(JdbcClient db, Keyring keyring) {
        this.db = db;
        this.keyring = keyring;
    }

    void keep(AppliedDocument document) {
        document.secrets().forEach((path, secret) -> {
            if (Set.of(SECRET, PRIVATE_KEY, TOKEN).contains(path)) store(document.name(), path, secret);
        });
        if (find(document.name(), SECRET).isEmpty()) {
            var made = make();
            store(document.name(), SECRET, made);
            document.generated().accept(SECRET, made);
        }
    }

    void revoke(String integration) {
        db.sql("delete from integrations.secret where integration = :integration").param("integration", integration).update();
    }

    Optional<String> of(String integration) {
        return find(integration, SECRET);
    }

    /** The private key of an app, or else the token of an API. */
    Optional<String> opening(String integration, boolean app) {
        return find(integration, app ? PRIVATE_KEY : TOKEN);
    }

    private Optional<String> find(String integration, String path) {
        return db.sql("select sealed from integrations.secret where integration = :integration and path = :path")
                .param("integration", integration)
                .param("path", path)
                .query((row, number) -> keyring.open(row.getBytes("sealed")))
                .optional();
    }

    private void store(String integration, String path, String secret) {
        db.sql("""
                insert into integrations.secret (integration, path, sealed)
                values (:integration, :path, :sealed)
                    on conflict (integration, path) do update set sealed = excluded.sealed
                """)
                .param("integration", integration)
                .param("path", path)
                .param("sealed", keyring.seal(secret))
                .update();
    }

    private static String make() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
