package dev.holdfast.integrations.compass;

import dev.holdfast.catalogue.ForeignDocuments;
import dev.holdfast.catalogue.ForeignNames;
import dev.holdfast.catalogue.Numbered;
import dev.holdfast.catalogue.Translation;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * {@code compass.yml}: a component, its links, and what it depends on. Owner and dependencies are opaque resource names
 * (ARIs): a dependency is resolved where the same import holds the component, and the owner is kept as it is, unresolved.
 */
@Component
class CompassFile implements ForeignDocuments {

    private static final Map<String, String> LIFECYCLES = Map.of("pre-release", "building", "active", "live", "deprecated", "live");
    private static final Map<String, String> LINKS = Map.of(
            "DASHBOARD", "dashboard", "REPOSITORY", "repository", "CHAT_CHANNEL", "chat", "ON_CALL", "alertGuide");

    @Override
    public String name() {
        return "Compass";
    }

    @Override
    public boolean isOne(JsonNode document) {
        return document.has("configVersion") && document.has("name");
    }

    @Override
    public void translate(List<Numbered> documents, Translation into) {
        var names = new HashMap<String, String>();
        documents.forEach(it -> names.put(it.node().path("id").asString(""), ForeignNames.ours(it.node().path("name").asString(""))));
        documents.forEach(document -> component(document.number(), document.node(), names, into));
    }

    private static void component(int number, JsonNode said, Map<String, String> names, Translation into) {
        var made = into.thing("compass", number, "Service", said.path("name").asString(""), null);
        if (made == null) return;
        into.describe(made, said.path("description"));
        var owner = said.path("ownerId").asString("");
        made.owner(owner, ForeignNames.ours(owner.substring(owner.lastIndexOf('/') + 1)));
        made.annotate("compass/id", said.path("id").asString(""));
        made.label("type", said.path("typeId").asString(""));
        made.label("tier", said.path("fields").path("tier").asString(""));
        var lifecycle = LIFECYCLES.get(said.path("fields").path("lifecycle").asString("").toLowerCase(Locale.ROOT));
        if (lifecycle != null) made.spec().put("lifecycle", lifecycle);
        links(said, made);
        for (var needed : said.path("relationships").path("DEPENDS_ON").values()) {
            var on = names.get(needed.asString(""));
            if (on == null) {
                into.warn(number, "relationships.DEPENDS_ON", "UNRESOLVED_DEPENDENCY", needed.asString("") + " is none of the components that were sent");
            } else {
                made.depend(on);
            }
        }
    }

    private static void links(JsonNode said, Translation.Made made) {
        for (var link : said.path("links").values()) {
            var title = link.path("name").asString("").toLowerCase(Locale.ROOT);
            var kind = title.contains("runbook") || title.contains("playbook") ? "runbook"
                    : title.contains("logs") ? "logs" : LINKS.get(link.path("type").asString(""));
            if (kind != null) made.link(kind, link.path("url").asString(""));
        }
    }
}
