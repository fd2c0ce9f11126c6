package dev.holdfast.truth;

import dev.holdfast.catalogue.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** What was said more than once, is called almost alike, or has another's address. */
final class Duplicates {

    private static final List<String> KINDS = List.of("Service", "Team", "Person", "Domain");

    private final Facts facts;
    private final List<Finding> found = new ArrayList<>();

    private Duplicates(Facts facts) {
        this.facts = facts;
    }

    static List<Finding> of(Facts facts) {
        var duplicates = new Duplicates(facts);
        KINDS.forEach(duplicates::look);
        return duplicates.found;
    }

    private void look(String kind) {
        var alike = new TreeMap<String, List<String>>();
        var addresses = new TreeMap<String, List<String>>();
        for (var document : facts.view().documents(kind)) {
            said(document);
            alike.computeIfAbsent(document.name().replace("-", ""), it -> new ArrayList<>()).add(document.name());
            var address = document.spec().path("email").asString("").toLowerCase(Locale.ROOT);
            if (!address.isEmpty()) addresses.computeIfAbsent(address, it -> new ArrayList<>()).add(document.name());
        }
        alike.values().forEach(names -> several(kind, names, " are called almost alike."));
        addresses.values().forEach(names -> several(kind, names, " have the same e-mail address."));
    }

    private void said(Document document) {
        var more = document.annotation(Document.ALSO_DECLARED);
        if (more.isEmpty()) return;
        found.add(Finding.of(Check.DUPLICATE, document.kind(), document.name(),
                document.name() + " was declared " + (Integer.parseInt(more) + 1) + " times; the first stays.", null, "metadata.name"));
    }

    private void several(String kind, List<String> names, String how) {
        if (names.size() < 2) return;
        found.add(Finding.of(Check.DUPLICATE, kind, String.join("/", names), Names.of(names) + how, null, "metadata.name").with(names));
    }
}
