package dev.holdfast.catalogue;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;

/** Files and viewers of tests. */
final class Declared {

    static final Viewer ADMIN =
            new Viewer("admin", null, Set.of("admin"), Set.of(), EnumSet.allOf(Scope.class), null, "ci");

    private Declared() {}

    static Viewer member(String person, String... teams) {
        return new Viewer(person, person, Set.of(), Set.of(teams), EnumSet.of(Scope.READ, Scope.CATALOGUE), null, null);
    }

    static byte[] file(String yaml) {
        return yaml.getBytes(StandardCharsets.UTF_8);
    }

    static String document(String kind, String name, String spec) {
        return "apiVersion: holdfast.dev/v1\nkind: %s\nmetadata: {name: %s}\nspec: {%s}\n---\n".formatted(kind, name, spec);
    }

    static String person(String name) {
        return document("Person", name, "email: %s@example.com, timeZone: Europe/London".formatted(name));
    }

    static String team(String name, String... members) {
        return document("Team", name, "kind: product, members: [%s]".formatted(String.join(", ", members)));
    }

    static String service(String name, String owner, String more) {
        return document("Service", name, "kind: digital, owner: %s%s".formatted(owner, more.isEmpty() ? "" : ", " + more));
    }
}
