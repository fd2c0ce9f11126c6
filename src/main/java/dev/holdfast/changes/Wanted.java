package dev.holdfast.changes;

import dev.holdfast.catalogue.ServiceName;
import org.jspecify.annotations.Nullable;

/** A change that somebody raises. Without a kind it is standard where a template covers it, else normal. */
public record Wanted(
        ServiceName service, String version, String environment, Change.@Nullable Kind kind, @Nullable String summary,
        @Nullable String description, @Nullable String incident, @Nullable String artifactDigest) {

    static Wanted release(ServiceName service, String version, String environment) {
        return new Wanted(service, version, environment, null, null, null, null, null);
    }
}
