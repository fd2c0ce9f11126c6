package dev.holdfast.changes;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.http.NotFound;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.ledger.Ledger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door of agendas: what is decided there is decided as anywhere else. */
@Service
public class Agendas {

    private static final int MOST = 200;
    private static final Duration GOES_ON = Duration.ofHours(12);

    private final AgendaStore store;
    private final Changes changes;
    private final ChangeRights rights;
    private final Ledger ledger;
    private final Clock clock;

    Agendas(AgendaStore store, Changes changes, ChangeRights rights, Ledger ledger, Clock clock) {
        this.store = store;
        this.changes = changes;
        this.rights = rights;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional
    public Agenda make(Instant at, List<String> references, Viewer viewer) {
        rights.demandMayDecide(viewer);
        if (references.isEmpty() || references.size() > MOST) throw Unprocessable.of("changes", "OUT_OF_RANGE", "An agenda has 1 to 200 changes.");
        var found = references.stream().distinct().map(reference -> changes.find(reference, viewer)).toList();
        var row = new AgendaStore.Row(UUID.randomUUID(), at.truncatedTo(ChronoUnit.MICROS), viewer.by(), found.stream().map(each -> each.id().value()).toList());
        store.add(row, clock.instant());
        ledger.record(viewer.by(), "make-agenda", "cab-agenda/" + row.id(), null, Map.of("at", row.at(), "changes", found.stream().map(Change::reference).toList()));
        return new Agenda(row.id(), row.at(), row.madeBy(), found);
    }

    public Agenda find(String id, Viewer viewer) {
        viewer.demand(Scope.READ);
        return with(List.of(row(id))).getFirst();
    }

    /** Those to come, and those of the last hours that may still go on; the soonest first, in two queries. */
    public List<Agenda> coming(Viewer viewer) {
        viewer.demand(Scope.READ);
        return with(store.since(clock.instant().minus(GOES_ON), MOST));
    }

    List<Agenda> since(Instant from) {
        return with(store.since(from, MOST));
    }

    private List<Agenda> with(List<AgendaStore.Row> rows) {
        var found = changes.these(rows.stream().flatMap(row -> row.changes().stream()).distinct().toList());
        return rows.stream()
                .map(row -> new Agenda(row.id(), row.at(), row.madeBy(), row.changes().stream().map(found::get).filter(Objects::nonNull).toList()))
                .toList();
    }

    /** @param approves whether it is approved; else rejected */
    @Transactional
    public Agenda decide(String id, String reference, boolean approves, @Nullable String reason, @Nullable String person, Viewer viewer) {
        var change = changes.find(reference, viewer);
        if (!row(id).changes().contains(change.id().value())) throw new NotFound(change.reference() + " is not on this agenda.");
        changes.decide(reference, approves, reason, person, viewer);
        return find(id, viewer);
    }

    private AgendaStore.Row row(String id) {
        try {
            return store.find(UUID.fromString(id)).orElseThrow(() -> unknown(id));
        } catch (IllegalArgumentException none) {
            throw unknown(id);
        }
    }

    private static NotFound unknown(String id) {
        return new NotFound("There is no agenda " + id + ".");
    }
}
