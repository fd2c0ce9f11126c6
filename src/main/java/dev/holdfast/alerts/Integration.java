package dev.holdfast.alerts;

import dev.holdfast.catalogue.ServiceName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an Integration document declares: one service, or routes by labels and what becomes of the rest. */
record Integration(
        IntegrationName name,
        @Nullable ServiceName service,
        List<Routing.Rule> rules,
        @Nullable ServiceName otherwise,
        boolean dryRun) {

    Integration {
        rules = List.copyOf(rules);
    }

    boolean names(ServiceName some) {
        return some.equals(service) || some.equals(otherwise) || rules.stream().anyMatch(rule -> some.equals(rule.service()));
    }
}
