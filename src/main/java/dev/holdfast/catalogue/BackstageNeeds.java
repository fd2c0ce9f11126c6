package dev.holdfast.catalogue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Who needs whom: said by either side, or through an API that one provides and the other consumes. */
final class BackstageNeeds {

    private static final Set<String> COMPONENTS = Set.of("", "component", "system");

    private final Translation translation;
    private final Set<String> databases = new HashSet<>();
    private final Set<String> otherResources = new HashSet<>();
    private final Map<String, Set<String>> providers = new HashMap<>();

    BackstageNeeds(Translation translation) {
        this.translation = translation;
    }

    void notice(JsonNode document) {
        var name = name(document);
        switch (BackstageReading.kind(document)) {
            case "resource" -> (isDatabase(document) ? databases : otherResources).add(name);
            case "component" -> document.path("spec").path("providesApis").values()
                    .forEach(api -> providers.computeIfAbsent(ForeignNames.referred(api), it -> new LinkedHashSet<>()).add(name));
            default -> {}
        }
    }

    static boolean isDatabase(JsonNode document) {
        return document.path("spec").path("type").asString("").toLowerCase(Locale.ROOT).contains("database");
    }

    void join(List<Numbered> documents) {
        for (var document : documents) {
            var spec = document.node().path("spec");
            var name = name(document.node());
            spec.path("dependsOn").values().forEach(it -> depend(name, ForeignNames.kind(it), ForeignNames.referred(it)));
            var kind = BackstageReading.kind(document.node());
            spec.path("dependencyOf").values().forEach(it -> depend(ForeignNames.referred(it), kind, name));
            spec.path("consumesApis").values().forEach(api -> consume(document.number(), name, ForeignNames.referred(api)));
        }
    }

    private void depend(String from, String kind, String on) {
        var service = translation.made(ServicePart.KIND, from);
        if (service == null || on.isEmpty()) return;
        if (kind.equals("resource") ? databases.contains(on) : databases.contains(on) && !isService(on)) {
            service.add("databases", on);
        } else if (COMPONENTS.contains(kind) && !otherResources.contains(on)) {
            service.depend(on);
        }
    }

    private void consume(int document, String consumer, String api) {
        var service = translation.made(ServicePart.KIND, consumer);
        if (service == null || api.isEmpty()) return;
        var provided = providers.getOrDefault(api, Set.of());
        if (provided.isEmpty()) {
            translation.warn(document, "spec.consumesApis", "UNRESOLVED_API", "No component provides the API " + api);
        }
        provided.forEach(service::depend);
    }

    private boolean isService(String name) {
        return translation.made(ServicePart.KIND, name) != null;
    }

    private static String name(JsonNode document) {
        return ForeignNames.ours(document.path("metadata").path("name").asString(""));
    }
}
