package dev.holdfast.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Groups as teams, users as people, components as services, systems as labels, resources as databases. */
final class BackstageReading {

    private static final String SOURCE = "backstage";

    private final Translation translation;
    private final BackstageNeeds needs;
    private final List<Numbered> systems = new ArrayList<>();
    private final Map<String, String> domainOfSystem = new HashMap<>();
    private final Set<String> systemsWithComponents = new HashSet<>();

    private BackstageReading(Translation translation) {
        this.translation = translation;
        this.needs = new BackstageNeeds(translation);
    }

    static void read(List<Numbered> documents, Translation into) {
        new BackstageReading(into).read(documents);
    }

    private void read(List<Numbered> documents) {
        documents.forEach(document -> notice(document.node()));
        documents.forEach(this::make);
        systems.stream()
                .filter(system -> !systemsWithComponents.contains(name(system.node())))
                .forEach(system -> service(system, null));
        needs.join(documents);
        documents.stream().filter(document -> kind(document.node()).equals("user")).forEach(this::join);
    }

    private void notice(JsonNode document) {
        needs.notice(document);
        var domain = document.path("spec").path("domain");
        if (kind(document).equals("system") && domain.isString()) {
            domainOfSystem.put(name(document), ForeignNames.referred(domain));
        }
    }

    private void make(Numbered document) {
        var spec = document.node().path("spec");
        switch (kind(document.node())) {
            case "group" -> team(document);
            case "user" -> person(document);
            case "domain" -> thing(document, DomainPart.KIND);
            case "component" -> {
                var system = ForeignNames.referred(spec.path("system"));
                if (!system.isEmpty()) systemsWithComponents.add(system);
                service(document, system.isEmpty() ? null : system);
            }
            case "system" -> systems.add(document);
            case "resource" -> {
                if (!BackstageNeeds.isDatabase(document.node())) ignored(document);
            }
            default -> ignored(document);
        }
    }

    private void team(Numbered document) {
        var made = thing(document, TeamPart.KIND);
        if (made == null) return;
        var spec = document.node().path("spec");
        spec.path("members").values().forEach(it -> made.add("members", ForeignNames.referred(it)));
        made.label("type", spec.path("type").asString(""));
        made.label("parent", ForeignNames.referred(spec.path("parent")));
    }

    private void person(Numbered document) {
        var made = thing(document, PersonPart.KIND);
        if (made == null) return;
        var email = document.node().path("spec").path("profile").path("email").asString("").strip();
        if (PersonPart.isEmail(email)) made.spec().put("email", email);
    }

    private void service(Numbered document, @Nullable String system) {
        var made = thing(document, ServicePart.KIND);
        if (made == null) return;
        BackstageService.fill(made, document.node(), system, system == null ? null : domainOfSystem.get(system));
    }

    /** Memberships that only the user says. */
    private void join(Numbered user) {
        for (var group : user.node().path("spec").path("memberOf").values()) {
            var team = translation.made(TeamPart.KIND, ForeignNames.referred(group));
            if (team != null) team.add("members", name(user.node()));
        }
    }

    private Translation.@Nullable Made thing(Numbered document, String kind) {
        var metadata = document.node().path("metadata");
        var made = translation.thing(SOURCE, document.number(), kind, metadata.path("name").asString(""), title(document.node()));
        if (made == null) return null;
        translation.describe(made, metadata.path("description"));
        BackstageAnnotations.keep(metadata, made, translation);
        return made;
    }

    private void ignored(Numbered document) {
        var kind = document.node().path("kind").asString("");
        translation.warn(document.number(), "kind", "KIND_IGNORED", "The kind " + kind + " is passed over");
    }

    static String kind(JsonNode document) {
        return document.path("kind").asString("").toLowerCase(Locale.ROOT);
    }

    private static @Nullable String title(JsonNode document) {
        var title = document.path("metadata").path("title");
        if (title.isString()) return title.stringValue();
        var shown = document.path("spec").path("profile").path("displayName");
        return shown.isString() ? shown.stringValue() : null;
    }

    private static String name(JsonNode node) {
        return ForeignNames.ours(node.path("metadata").path("name").asString(""));
    }
}
