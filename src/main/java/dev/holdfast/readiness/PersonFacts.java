package dev.holdfast.readiness;

import dev.holdfast.catalogue.Person;
import dev.holdfast.catalogue.Team;
import dev.holdfast.oncall.ShadowTurn;
import java.time.Instant;
import java.util.List;

/** What is known of a person who takes turns: their teams, whether a contact reaches them, and the shadow turns they have done. */
record PersonFacts(Instant at, Person person, List<Team> teams, boolean reachable, List<ShadowTurn> shadowed) {

    PersonFacts {
        teams = List.copyOf(teams);
        shadowed = List.copyOf(shadowed);
    }
}
