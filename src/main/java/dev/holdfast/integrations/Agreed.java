package dev.holdfast.integrations;

import dev.holdfast.catalogue.ServiceName;
import java.util.Map;

/** What somebody said once about a sender's names, and had remembered. */
record Agreed(Map<String, ServiceName> sources, Map<String, String> environments) {

    Agreed {
        sources = Map.copyOf(sources);
        environments = Map.copyOf(environments);
    }
}
