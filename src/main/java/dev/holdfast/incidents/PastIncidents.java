package dev.holdfast.incidents;

import dev.holdfast.incidents.PastIncidentStore.There;
import dev.holdfast.incidents.PastReckoning.Fresh;
import dev.holdfast.incidents.PastReckoning.Reckoned;
import dev.holdfast.ledger.Ledger;
import dev.holdfast.tables.Became;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door for incidents of the past: recorded in sets, resolved as they are. Nobody is called or told, and no timer is set. */
@Service
public class PastIncidents {

    private final PastReckoning reckoning;
    private final PastIncidentStore store;
    private final RecordStore records;
    private final Findables findables;
    private final Ledger ledger;
    private final Clock clock;

    PastIncidents(PastReckoning reckoning, PastIncidentStore store, RecordStore records, Findables findables, Ledger ledger, Clock clock) {
        this.reckoning = reckoning;
        this.store = store;
        this.records = records;
        this.findables = findables;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What became of one: the id is that of the one that is there under its name. */
    public record Taken(Became became, IncidentId id) {}

    /** One, in a transaction of its own. */
    @Transactional
    public Taken record(Past past, Actor actor) {
        return record(List.of(past), actor.by()).getFirst();
    }

    /** What became of each, in their order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Taken> record(List<Past> pasts, String by) {
        var became = became(pasts, store.known(pasts));
        var fresh = new HashMap<Integer, Fresh>();
        for (int row = 0; row < pasts.size(); row++) {
            if (became.get(row) == Became.NEW) fresh.put(row, Fresh.of(pasts.get(row)));
        }
        var numbers = keep(reckoning.of(fresh.values(), by), by);
        var there = store.known(pasts);
        var taken = new ArrayList<Taken>();
        for (int row = 0; row < pasts.size(); row++) {
            var mine = fresh.get(row);
            if (mine != null && numbers.containsKey(mine.id())) taken.add(new Taken(Became.NEW, mine.id()));
            else taken.add(new Taken(mine == null ? became.get(row) : Became.KNOWN, at(there, pasts.get(row))));
        }
        return taken;
    }

    private static IncidentId at(Map<String, There> there, Past past) {
        return Objects.requireNonNull(there.get(past.externalId())).id();
    }

    /** What would become of each, were it recorded now. */
    @Transactional(readOnly = true)
    public List<Became> tried(List<Past> pasts) {
        return became(pasts, store.known(pasts));
    }

    /** The first of a name counts; another of that name, of another service or start, is another. */
    private static List<Became> became(List<Past> pasts, Map<String, There> known) {
        var firsts = new HashMap<String, Past>();
        return pasts.stream().map(past -> became(past, known, firsts)).toList();
    }

    private static Became became(Past past, Map<String, There> known, Map<String, Past> firsts) {
        var name = past.externalId();
        if (name == null) return Became.NEW;
        var there = known.get(name);
        if (there != null) return there.is(past) ? Became.KNOWN : Became.OTHER;
        var first = firsts.putIfAbsent(name, past);
        if (first == null) return Became.NEW;
        return first.service().equals(past.service()) && first.startedAt().equals(past.startedAt()) ? Became.KNOWN : Became.OTHER;
    }

    /** Those that are kept, with their numbers: what others recorded under the same name meanwhile is left as it is. */
    private Map<IncidentId, Long> keep(List<Reckoned> reckoned, String by) {
        if (reckoned.isEmpty()) return Map.of();
        var numbers = store.add(reckoned, by);
        var made = reckoned.stream().filter(each -> numbers.containsKey(each.id())).toList();
        if (made.isEmpty()) return numbers;
        var now = clock.instant();
        records.addImpacts(made.stream().flatMap(each -> each.impacts().stream()).toList(), now);
        records.addStated(made.stream().flatMap(each -> Stream.ofNullable(each.stated())).toList(), now);
        records.write(made.stream().flatMap(each -> entries(each, by)).toList());
        findables.changed(numbers.keySet());
        ledger.record(by, "import-incidents", "incidents", null, facts(numbers));
        return numbers;
    }

    private static Map<String, Object> facts(Map<IncidentId, Long> numbers) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("incidents", numbers.size());
        facts.put("first", "INC-" + Collections.min(numbers.values()));
        facts.put("last", "INC-" + Collections.max(numbers.values()));
        return facts;
    }

    private static Stream<Entry> entries(Reckoned reckoned, String by) {
        var id = reckoned.id();
        var past = reckoned.past();
        var imported = Map.<String, Object>of("imported", true);
        var opened = Entry.of(id, past.startedAt(), "opened", by, "Imported by " + by + ".", imported);
        var resolved = Entry.of(id, past.resolvedAt(), "resolved", by, "It was over.", imported);
        var acknowledgedAt = past.acknowledgedAt();
        if (acknowledgedAt == null) return Stream.of(opened, resolved);
        var who = PastIncidentStore.acknowledgedBy(past, by);
        return Stream.of(opened, Entry.of(id, acknowledgedAt, "acknowledged", who, who + " acknowledged.", imported), resolved);
    }
}
