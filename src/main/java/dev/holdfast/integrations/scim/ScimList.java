package dev.holdfast.integrations.scim;

import dev.holdfast.catalogue.ForeignDocuments;
import dev.holdfast.catalogue.ForeignNames;
import dev.holdfast.catalogue.Numbered;
import dev.holdfast.catalogue.Translation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Users and groups, as a list or one by one. Who is not active has left. */
@Component
class ScimList implements ForeignDocuments {

    private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    private static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";
    private static final String LIST = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

    @Override
    public String name() {
        return "SCIM";
    }

    @Override
    public boolean isOne(JsonNode document) {
        return is(document, LIST) || is(document, USER) || is(document, GROUP);
    }

    private static boolean is(JsonNode document, String schema) {
        return document.path("schemas").values().stream().anyMatch(it -> it.asString("").equals(schema));
    }

    @Override
    public void translate(List<Numbered> documents, Translation into) {
        var resources = new ArrayList<Numbered>();
        for (var document : documents) {
            var list = document.node().path("Resources");
            if (list.isArray()) list.values().forEach(each -> resources.add(new Numbered(document.number(), each)));
            else resources.add(document);
        }
        var names = new HashMap<String, String>();
        resources.stream().filter(each -> isUser(each.node())).forEach(each -> user(each, names, into));
        resources.stream().filter(each -> !isUser(each.node())).forEach(each -> group(each, names, into));
    }

    private static boolean isUser(JsonNode resource) {
        return is(resource, USER) || resource.has("userName");
    }

    private static void user(Numbered document, Map<String, String> names, Translation into) {
        var user = document.node();
        var account = user.path("userName").asString("");
        var name = account.contains("@") ? account.substring(0, account.indexOf('@')) : account;
        names.put(user.path("id").asString(""), ForeignNames.ours(name));
        var shown = user.path("displayName").asString(user.path("name").path("formatted").asString(""));
        var made = into.thing("scim", document.number(), "Person", name, shown);
        if (made == null) return;
        var address = user.path("emails").values().stream()
                .sorted((one, other) -> Boolean.compare(other.path("primary").asBoolean(false), one.path("primary").asBoolean(false)))
                .map(email -> email.path("value").asString(""))
                .filter(email -> email.matches("[^\\s@<>,;\"]{1,64}@[^\\s@<>,;\"]{1,190}"))
                .findFirst();
        address.ifPresent(email -> made.spec().put("email", email));
        var zone = user.path("timezone").asString("");
        if (java.time.ZoneId.getAvailableZoneIds().contains(zone)) made.spec().put("timeZone", zone);
        made.annotate("scim/id", user.path("id").asString(""));
        if (user.path("active").isBoolean() && !user.path("active").booleanValue()) made.left();
    }

    private static void group(Numbered document, Map<String, String> names, Translation into) {
        var group = document.node();
        if (!is(group, GROUP) && !group.has("members")) {
            into.warn(document.number(), "schemas", "KIND_IGNORED", "A resource that is neither a user nor a group is passed over");
            return;
        }
        var made = into.thing("scim", document.number(), "Team", group.path("displayName").asString(""), null);
        if (made == null) return;
        for (var member : group.path("members").values()) {
            if (member.path("type").asString("User").equalsIgnoreCase("Group")) continue;
            var id = member.path("value").asString("");
            made.add("members", names.getOrDefault(id, ForeignNames.ours(id)));
        }
    }
}
