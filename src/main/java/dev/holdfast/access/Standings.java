package dev.holdfast.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The port for what is known of a person downstream. */
public interface Standings {

    /** Without roles, teams and display name where there is no such person. */
    Standing of(String person, Instant now);

    boolean isDeclared(String person, Instant now);

    /** Whether the person's last day is over, or the person was declared once and is no longer. */
    boolean hasLeft(String person, Instant now);

    /** The one person who has this e-mail address; empty where it is nobody's or several people's. */
    Optional<String> ofEmail(String email, Instant now);

    /** The roles that were given or follow from teams ({@code admin}, {@code incident-manager} …), and the teams. */
    record Standing(Set<String> roles, Set<String> teams, String displayName) {

        static final Standing UNKNOWN = new Standing(Set.of(), Set.of(), "");

        boolean isKnown() {
            return !displayName.isEmpty();
        }
    }
}
