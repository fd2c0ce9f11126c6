package dev.holdfast.oncall;

import dev.holdfast.catalogue.PersonName;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Who can be reached, as far as it was asked: nobody is asked for twice, and those of one chain with one question. */
final class Reached {

    private final UnaryOperator<Set<PersonName>> reachable;
    private final Map<PersonName, Boolean> known = new HashMap<>();

    Reached(UnaryOperator<Set<PersonName>> reachable) {
        this.reachable = reachable;
    }

    Set<PersonName> among(Collection<PersonName> people) {
        var unknown = new HashSet<>(people);
        unknown.removeAll(known.keySet());
        if (!unknown.isEmpty()) {
            var found = reachable.apply(unknown);
            unknown.forEach(person -> known.put(person, found.contains(person)));
        }
        return people.stream().filter(person -> known.getOrDefault(person, false)).collect(Collectors.toSet());
    }
}
