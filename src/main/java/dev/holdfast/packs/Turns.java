package dev.holdfast.packs;

import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.oncall.Coverage;
import dev.holdfast.oncall.Covering;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Who covers services through a time: all of them asked together at each instant at which anything may change. */
@Component
class Turns {

    /** More hand-offs in three days than any schedule has; what goes on changing after is said of the last one. */
    private static final int MOST_EDGES = 400;

    private final Coverage coverage;
    private final Documents documents;

    Turns(Coverage coverage, Documents documents) {
        this.coverage = coverage;
        this.documents = documents;
    }

    record Turn(Instant from, Instant to, Covering covering) {

        boolean goesOnIn(Covering next) {
            return covering.status() == next.status()
                    && covering.people().equals(next.people())
                    && Objects.equals(covering.schedule(), next.schedule());
        }
    }

    Map<ServiceName, List<Turn>> of(Collection<ServiceName> services, Instant from, Instant to) {
        return documents.holding(() -> {
            var turns = new HashMap<ServiceName, List<Turn>>();
            var due = new TreeMap<Instant, Set<ServiceName>>();
            due.put(from, new HashSet<>(services));
            for (var edges = 0; !due.isEmpty() && edges < MOST_EDGES; edges++) {
                var next = due.pollFirstEntry();
                coverage.of(next.getValue(), next.getKey()).forEach((service, covering) -> {
                    add(turns.computeIfAbsent(service, it -> new ArrayList<>()), covering, to);
                    var until = covering.until();
                    if (until != null && until.isAfter(next.getKey()) && until.isBefore(to)) {
                        due.computeIfAbsent(until, it -> new HashSet<>()).add(service);
                    }
                });
            }
            return turns;
        });
    }

    private static void add(List<Turn> turns, Covering covering, Instant to) {
        if (turns.isEmpty()) {
            turns.add(new Turn(covering.at(), to, covering));
            return;
        }
        var last = turns.removeLast();
        if (last.goesOnIn(covering)) {
            turns.add(last);
        } else {
            turns.add(new Turn(last.from(), covering.at(), last.covering()));
            turns.add(new Turn(covering.at(), to, covering));
        }
    }
}
