package dev.holdfast.catalogue;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A service as it is declared. What an import did not say is absent. */
public record Service(
        ServiceName name,
        @Nullable String title,
        @Nullable String description,
        @Nullable ServiceKind kind,
        @Nullable FoundationalType type,
        @Nullable TeamName owner,
        @Nullable DomainName domain,
        @Nullable Lifecycle declaredLifecycle,
        List<Dependency> dependsOn,
        List<String> databases,
        Map<Tier, TeamName> support,
        Map<String, Link> links,
        List<String> addresses) {

    public Service {
        dependsOn = List.copyOf(dependsOn);
        databases = List.copyOf(databases);
        support = Map.copyOf(support);
        addresses = List.copyOf(addresses);
    }

    public Lifecycle lifecycle() {
        return declaredLifecycle == null ? Lifecycle.LIVE : declaredLifecycle;
    }

    public boolean isLive() {
        return lifecycle() == Lifecycle.LIVE;
    }

    /** The title, or the name where there is none. */
    public String shown() {
        return title == null ? name.value() : title;
    }
}
