package dev.holdfast.access;

import java.util.Set;

/** What the provider's groups give a session, beside what the catalogue says of the person. */
public record Grants(Set<String> roles, Set<String> teams) {

    static final Grants NONE = new Grants(Set.of(), Set.of());

    public Grants {
        roles = Set.copyOf(roles);
        teams = Set.copyOf(teams);
    }
}
