package dev.holdfast.portal.web.service;

import dev.holdfast.catalogue.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** What differs between two versions of a service's document, in words. */
final class ChangedFields {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("exposurePerHour", "what an hour costs"), Map.entry("demand", "demand"), Map.entry("peaks", "peaks"),
            Map.entry("profile", "when it is used"), Map.entry("owner", "owner"), Map.entry("domain", "domain"),
            Map.entry("dependsOn", "dependencies"), Map.entry("links", "links"), Map.entry("lifecycle", "lifecycle"),
            Map.entry("kind", "kind"), Map.entry("type", "type"), Map.entry("support", "support"), Map.entry("databases", "databases"));

    private ChangedFields() {}

    static List<String> of(Document before, Document after) {
        var changed = new ArrayList<String>();
        if (!Objects.equals(before.title(), after.title())) changed.add("title");
        if (!Objects.equals(before.description(), after.description())) changed.add("description");
        var fields = new TreeSet<>(before.spec().propertyNames());
        fields.addAll(after.spec().propertyNames());
        fields.stream()
                .filter(field -> !before.spec().path(field).equals(after.spec().path(field)))
                .forEach(field -> changed.add(WORDS.getOrDefault(field, field)));
        return changed;
    }
}
