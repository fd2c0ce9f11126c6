package dev.holdfast.integrations.opslevel;

import dev.holdfast.catalogue.ForeignDocuments;
import dev.holdfast.catalogue.ForeignNames;
import dev.holdfast.catalogue.Numbered;
import dev.holdfast.catalogue.Translation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** {@code opslevel.yml}: a service with its owner, lifecycle, tools, repositories and what it depends on, all by alias. */
@Component
class OpsLevelFile implements ForeignDocuments {

    private static final Map<String, String> LIFECYCLES = Map.of(
            "pre-alpha", "building", "alpha", "building", "beta", "live", "generally_available", "live", "ga", "live",
            "production", "live", "end-of-life", "decommissioned", "end_of_life", "decommissioned");
    private static final Map<String, String> TOOLS = Map.ofEntries(
            Map.entry("runbooks", "runbook"), Map.entry("runbook", "runbook"), Map.entry("metrics", "dashboard"), Map.entry("observability", "dashboard"),
            Map.entry("health_checks", "dashboard"), Map.entry("logs", "logs"), Map.entry("code", "repository"), Map.entry("chat", "chat"),
            Map.entry("architecture_diagram", "architecture"), Map.entry("status_page", "shutterPage"));

    @Override
    public String name() {
        return "OpsLevel";
    }

    @Override
    public boolean isOne(JsonNode document) {
        return document.has("version") && !document.has("apiVersion") && !document.has("configVersion")
                && (isPart(document.path("service")) || isPart(document.path("repository")));
    }

    private static boolean isPart(JsonNode part) {
        return part.isObject() && (part.has("name") || part.has("owner")) && !part.has("image");
    }

    @Override
    public void translate(List<Numbered> documents, Translation into) {
        for (var document : documents) {
            var service = document.node().path("service");
            if (service.isObject() && service.has("name")) {
                service(document.number(), service, into);
            } else {
                into.warn(document.number(), "repository", "KIND_IGNORED", "A repository without a service is passed over");
            }
        }
    }

    private static void service(int number, JsonNode said, Translation into) {
        var made = into.thing("opslevel", number, "Service", said.path("name").asString(""), null);
        if (made == null) return;
        into.describe(made, said.path("description"));
        made.owner(said.path("owner").asString(""), ForeignNames.referred(said.path("owner")));
        var lifecycle = LIFECYCLES.get(said.path("lifecycle").asString("").toLowerCase(Locale.ROOT));
        if (lifecycle != null) made.spec().put("lifecycle", lifecycle);
        for (var label : List.of("tier", "product", "language", "framework", "system")) made.label(label, said.path(label).asString(""));
        for (var tool : said.path("tools").values()) {
            var kind = TOOLS.get(tool.path("category").asString("").toLowerCase(Locale.ROOT));
            if (kind != null) made.link(kind, tool.path("url").asString(""));
        }
        for (var repository : said.path("repositories").values()) made.link("repository", address(repository.path("name").asString(repository.asString(""))));
        for (var needed : said.path("dependencies").values()) {
            made.depend(ForeignNames.ours(needed.path("alias").asString(needed.path("service").asString(needed.asString("")))));
        }
    }

    /** {@code github.com:owner/name} as an address. */
    private static String address(String alias) {
        return alias.startsWith("http") ? alias : alias.contains(".") ? "https://" + alias.replaceFirst(":", "/") : "";
    }
}
