package dev.holdfast.catalogue;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a component, or a system that has none, says of itself, as a service. */
final class BackstageService {

    private static final Map<String, String> LIFECYCLES =
            Map.of("production", "live", "deprecated", "live", "experimental", "building");

    private BackstageService() {}

    static void fill(Translation.Made made, JsonNode document, @Nullable String system, @Nullable String domainOfSystem) {
        var said = document.path("spec");
        var owner = said.path("owner");
        if (owner.isValueNode()) made.owner(owner.asString(""), ForeignNames.referred(owner));
        var domain = said.path("domain").isString() ? ForeignNames.referred(said.path("domain")) : domainOfSystem;
        if (domain != null && !domain.isEmpty()) made.spec().put("domain", domain);
        var lifecycle = LIFECYCLES.get(said.path("lifecycle").asString("").strip().toLowerCase(Locale.ROOT));
        if (lifecycle != null) made.spec().put("lifecycle", lifecycle);
        if (system != null) made.label("system", system);
        made.label("type", said.path("type").asString(""));
        made.label("partOf", ForeignNames.referred(said.path("subcomponentOf")));
        BackstageLinks.add(document.path("metadata").path("links"), made);
        BackstageAnnotations.link(document.path("metadata").path("annotations"), made);
    }
}
