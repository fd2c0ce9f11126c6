package dev.holdfast.oncall;

import dev.holdfast.catalogue.PersonName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is asked where nobody is on call: team lead, product manager, duty incident manager, administrators. */
final class Fallback {

    private Fallback() {}

    /** Those who can be reached, in order, each once. */
    static List<Asked> chain(Ground ground, Instant at) {
        return all(ground, at).stream().filter(asked -> ground.chain().reachable().test(asked.person())).toList();
    }

    /** Those who would be asked, could they be reached. */
    static List<Asked> unreachable(Ground ground, Instant at) {
        return all(ground, at).stream().filter(asked -> !ground.chain().reachable().test(asked.person())).toList();
    }

    private static List<Asked> all(Ground ground, Instant at) {
        var asked = new LinkedHashMap<PersonName, Asked>();
        add(asked, ground.chain().lead(), "team lead");
        add(asked, ground.chain().productManager(), "product manager");
        onDuty(ground.rota(), ground.chain(), at).forEach(person -> add(asked, person, "duty incident manager"));
        ground.chain().administrators().forEach(person -> add(asked, person, "administrator"));
        return new ArrayList<>(asked.values());
    }

    /** The incident managers on duty, at most one for each schedule that counts. */
    static List<PersonName> onDuty(Rota rota, Ground.Chain chain, Instant at) {
        for (var schedule : rota.ofIncidentManager(Hours.when(chain.duty().isWorking(at)))) {
            var person = schedule.timeline().at(at).person();
            if (person != null) {
                return List.of(person);
            }
        }
        return List.of();
    }

    private static void add(Map<PersonName, Asked> asked, @Nullable PersonName person, String role) {
        if (person != null) {
            asked.putIfAbsent(person, new Asked(person, role));
        }
    }

    /** A person and why they are asked. */
    record Asked(PersonName person, String role) {}
}
