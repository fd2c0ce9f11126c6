package dev.holdfast.catalogue;

import dev.holdfast.http.Fault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Groups as teams, users as people, components as services, systems as labels, resources as databases. */
final class BackstageReading {

    private static final String IMPORTED = "backstage";

    private final List<Fault> warnings;
    private final Map<Document.Key, Draft> drafts = new LinkedHashMap<>();
    private final Set<Document.Key> ours = new HashSet<>();
    private final List<YamlReader.Numbered> systems = new ArrayList<>();
    private final Map<String, String> domainOfSystem = new LinkedHashMap<>();
    private final Set<String> systemsWithComponents = new HashSet<>();
    private final Set<String> databases = new LinkedHashSet<>();
    private final Set<String> takenDatabases = new HashSet<>();

    BackstageReading(List<Draft> ours, List<Fault> warnings) {
        ours.forEach(draft -> this.ours.add(draft.key()));
        this.warnings = warnings;
    }

    List<Draft> read(List<YamlReader.Numbered> documents) {
        documents.forEach(this::notice);
        documents.forEach(this::make);
        systems.stream()
                .filter(system -> !systemsWithComponents.contains(name(system.node())))
                .forEach(system -> service(system, null));
        join(documents);
        return List.copyOf(drafts.values());
    }

    private void notice(YamlReader.Numbered document) {
        var spec = document.node().path("spec");
        switch (kind(document)) {
            case "System" -> {
                systems.add(document);
                if (spec.path("domain").isString()) {
                    domainOfSystem.put(name(document.node()), BackstageNames.referred(spec.path("domain")));
                }
            }
            case "Resource" -> {
                if (spec.path("type").asString("").toLowerCase(Locale.ROOT).contains("database")) {
                    databases.add(name(document.node()));
                }
            }
            default -> {}
        }
    }

    private void make(YamlReader.Numbered document) {
        switch (kind(document)) {
            case "Group" -> team(document);
            case "User" -> person(document);
            case "Domain" -> draft(document, DomainPart.KIND, SpecJson.object(), null);
            case "Component" -> {
                var system = document.node().path("spec").path("system");
                var name = system.isString() ? BackstageNames.referred(system) : null;
                if (name != null) systemsWithComponents.add(name);
                service(document, name);
            }
            case "System" -> {}
            case "Resource" -> {
                if (!databases.contains(name(document.node()))) ignored(document);
            }
            default -> ignored(document);
        }
    }

    private void team(YamlReader.Numbered document) {
        var spec = SpecJson.object();
        var members = spec.putArray("members");
        document.node().path("spec").path("members").values().forEach(it -> members.add(BackstageNames.referred(it)));
        if (members.isEmpty()) spec.remove("members");
        draft(document, TeamPart.KIND, spec, null);
    }

    private void person(YamlReader.Numbered document) {
        var spec = SpecJson.object();
        var email = document.node().path("spec").path("profile").path("email");
        if (email.isString() && PersonPart.isEmail(email.stringValue())) spec.set("email", email);
        draft(document, PersonPart.KIND, spec, null);
    }

    private void service(YamlReader.Numbered document, @Nullable String system) {
        var said = document.node().path("spec");
        var spec = SpecJson.object();
        if (said.path("owner").isString()) spec.put("owner", BackstageNames.referred(said.path("owner")));
        var domain = said.path("domain").isString()
                ? BackstageNames.referred(said.path("domain"))
                : system == null ? null : domainOfSystem.get(system);
        if (domain != null) spec.put("domain", domain);
        if (said.path("lifecycle").asString("").equals("production")) spec.put("lifecycle", "live");
        BackstageLinks.add(document.node().path("metadata").path("links"), spec);
        draft(document, ServicePart.KIND, spec, system);
    }

    /** What names others: dependencies both ways, databases, and memberships that only the user says. */
    private void join(List<YamlReader.Numbered> documents) {
        for (var document : documents) {
            var spec = document.node().path("spec");
            var name = name(document.node());
            spec.path("dependsOn").values().forEach(it -> depend(document, name, BackstageNames.referred(it)));
            spec.path("dependencyOf").values().forEach(it -> depend(document, BackstageNames.referred(it), name));
            if (kind(document).equals("User")) {
                spec.path("memberOf").values().forEach(it -> join(name, BackstageNames.referred(it)));
            }
        }
    }

    private void depend(YamlReader.Numbered document, String from, String on) {
        var service = drafts.get(new Document.Key(ServicePart.KIND, from));
        if (service == null) return;
        if (databases.contains(on)) {
            consume(document, service, on);
        } else if (drafts.containsKey(new Document.Key(ServicePart.KIND, on)) && !names(service, on)) {
            service.spec().withArray("dependsOn").addObject().put("service", on).put("via", "hard");
        }
    }

    private void consume(YamlReader.Numbered document, Draft service, String database) {
        if (service.spec().path("databases").values().stream().anyMatch(it -> it.asString().equals(database))) return;
        if (takenDatabases.add(database)) {
            service.spec().withArray("databases").add(database);
        } else {
            warn(document.number(), "spec.dependsOn", "DATABASE_TAKEN", database + " has another consumer already");
        }
    }

    private static boolean names(Draft service, String on) {
        return service.spec().path("dependsOn").values().stream()
                .anyMatch(it -> it.path("service").asString("").equals(on));
    }

    private void join(String person, String team) {
        var group = drafts.get(new Document.Key(TeamPart.KIND, team));
        if (group == null) return;
        var members = group.spec().withArray("members");
        if (members.values().stream().noneMatch(it -> it.asString().equals(person))) members.add(person);
    }

    private void draft(YamlReader.Numbered document, String kind, ObjectNode spec, @Nullable String system) {
        var said = document.node().path("metadata");
        var original = said.path("name").asString("");
        var name = name(document.node());
        if (name.isEmpty()) {
            warn(document.number(), "metadata.name", "MALFORMED", "A document without a name is passed over");
            return;
        }
        var key = new Document.Key(kind, name);
        if (ours.contains(key) || drafts.containsKey(key)) {
            warn(document.number(), "metadata.name", "DUPLICATE_NAME", key + " is there already; the first stays");
            return;
        }
        var title = BackstageNames.title(document.node(), original, name);
        var description = said.path("description").isString() ? said.path("description").stringValue() : null;
        var metadata = SpecJson.object();
        if (system != null) metadata.putObject("labels").put("system", system);
        metadata.putObject("annotations").put(Document.IMPORTED_FROM, IMPORTED);
        drafts.put(key, new Draft(document.number(), kind, name, title, description, metadata, spec));
    }

    private void ignored(YamlReader.Numbered document) {
        warn(document.number(), "kind", "KIND_IGNORED", "The kind " + kind(document) + " is passed over");
    }

    private void warn(int document, String path, String code, String message) {
        warnings.add(new Fault(document, path, code, message));
    }

    private static String kind(YamlReader.Numbered document) {
        return document.node().path("kind").asString("");
    }

    private static String name(JsonNode node) {
        return BackstageNames.ours(node.path("metadata").path("name").asString(""));
    }
}
