package dev.holdfast.alerts;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.ServiceName;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Who may send alerts. */
@Service
public class Integrations {

    private final Keys keys;
    private final IntegrationPart part;

    Integrations(Keys keys, IntegrationPart part) {
        this.keys = keys;
        this.part = part;
    }

    /** Those that speak of a service by name: for it alone, by a route, or where no route fits. Without a query. */
    public List<IntegrationName> of(CatalogueView view, ServiceName service) {
        return view.parts(part).values().stream().filter(it -> it.names(service)).map(Integration::name).toList();
    }

    /** The integration that this key belongs to. */
    public Optional<IntegrationName> byKey(String key) {
        return keys.integrationOf(key);
    }
}
