package dev.holdfast.alerts;

import java.util.Optional;
import org.springframework.stereotype.Service;

/** Who may send alerts. */
@Service
public class Integrations {

    private final Keys keys;

    Integrations(Keys keys) {
        this.keys = keys;
    }

    /** The integration that this key belongs to. */
    public Optional<IntegrationName> byKey(String key) {
        return keys.integrationOf(key);
    }
}
