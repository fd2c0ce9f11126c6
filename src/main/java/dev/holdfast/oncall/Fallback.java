package dev.holdfast.oncall;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.quantities.WorkingCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is asked where nobody is on call: team lead, product manager, duty incident manager, administrators; each once, in
 * that order, and only who can be reached.
 */
record Fallback(List<Asked> chain, List<Asked> unreachable) {

    Fallback {
        chain = List.copyOf(chain);
        unreachable = List.copyOf(unreachable);
    }

    static Fallback of(Ground ground, Instant at) {
        var all = all(ground, at);
        var reachable = ground.chain().reached().among(all.stream().map(Asked::person).toList());
        return new Fallback(
                all.stream().filter(asked -> reachable.contains(asked.person())).toList(),
                all.stream().filter(asked -> !reachable.contains(asked.person())).toList());
    }

    /** Who would be asked, if they could be reached. */
    static List<PersonName> candidates(Ground ground, Instant at) {
        return all(ground, at).stream().map(Asked::person).toList();
    }

    List<PersonName> people() {
        return chain.stream().map(Asked::person).toList();
    }

    private static List<Asked> all(Ground ground, Instant at) {
        var asked = new LinkedHashMap<PersonName, Asked>();
        add(asked, ground.chain().lead(), "team lead");
        add(asked, ground.chain().productManager(), "product manager");
        onDuty(ground.rota(), ground.chain().duty(), at).forEach(person -> add(asked, person, "duty incident manager"));
        ground.chain().administrators().forEach(person -> add(asked, person, "administrator"));
        return new ArrayList<>(asked.values());
    }

    /** The incident managers on duty, at most one for each schedule that counts. */
    static List<PersonName> onDuty(Rota rota, WorkingCalendar duty, Instant at) {
        for (var schedule : rota.ofIncidentManager(Hours.when(duty.isWorking(at)))) {
            var person = schedule.timeline().at(at).person();
            if (person != null) {
                return List.of(person);
            }
        }
        return List.of();
    }

    /** Until when the incident manager on duty stays the same, as far as it is known. */
    static @Nullable Instant dutyUntil(Ground ground, Instant at) {
        var duty = ground.chain().duty();
        var until = duty.nextEdge(at);
        for (var schedule : ground.rota().ofIncidentManager(Hours.when(duty.isWorking(at)))) {
            until = Earliest.of(until, schedule.timeline().at(at).until());
        }
        return until;
    }

    private static void add(Map<PersonName, Asked> asked, @Nullable PersonName person, String role) {
        if (person != null) {
            asked.putIfAbsent(person, new Asked(person, role));
        }
    }

    /** A person and why they are asked. */
    record Asked(PersonName person, String role) {}
}
