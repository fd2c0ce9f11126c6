package dev.holdfast.keys;

import dev.holdfast.postgres.CannotStart;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings key and database together, or stops the start. */
@Configuration(proxyBeanMethods = false)
class KeyConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    Keyring keyring(
            JdbcClient db, @Value("${holdfast.key:}") String given, @Value("${holdfast.data}") Path data) {
        var fingerprints = new Fingerprints(db);
        var known = fingerprints.remembered();
        var key = KeyFile.read(given, data);
        if (known.isPresent() && key.isEmpty()) {
            throw new CannotStart("The key of this database is missing: put it back as " + data.resolve("key")
                    + " or set HOLDFAST_KEY.");
        }
        var keyring = new Keyring(key.orElseGet(() -> KeyFile.make(data)));
        if (!fingerprints.rememberOrCompare(keyring.fingerprint())) {
            throw new CannotStart("The key in " + (given.isBlank() ? data.resolve("key") : "HOLDFAST_KEY")
                    + " is not the one with which this database was begun.");
        }
        return keyring;
    }
}
