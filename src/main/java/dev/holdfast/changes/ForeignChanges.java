package dev.holdfast.changes;

import dev.holdfast.changes.ForeignChangeStore.Made;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.deployments.PastRecords;
import dev.holdfast.ledger.Ledger;
import dev.holdfast.quantities.TimeOrdered;
import dev.holdfast.tables.Became;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door for lists of changes that were decided and closed elsewhere: recorded in sets, closed as they are. */
@Service
public class ForeignChanges {

    private final ForeignChangeStore store;
    private final PastRecords records;
    private final ReleaseStore releases;
    private final Ledger ledger;

    ForeignChanges(ForeignChangeStore store, PastRecords records, ReleaseStore releases, Ledger ledger) {
        this.store = store;
        this.records = records;
        this.releases = releases;
        this.ledger = ledger;
    }

    /** What became of each; of those that are new the deployments that name them went by them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Became> record(List<ForeignChange> past, String by) {
        var became = became(past, store.known(past));
        var fresh = new ArrayList<Made>();
        for (int each = 0; each < past.size(); each++) {
            if (became.get(each) == Became.NEW) fresh.add(new Made(new ChangeId(TimeOrdered.id(past.get(each).raisedAt())), past.get(each)));
        }
        if (fresh.isEmpty()) return became;
        var made = store.add(fresh, by);
        made.forEach((change, number) -> ledger.record(by, "import-change", "change/CHG-" + number, null, facts(change)));
        var names = fresh.stream().map(each -> each.past().reference()).collect(Collectors.toSet());
        var services = fresh.stream().map(each -> each.past().service()).collect(Collectors.toSet());
        releases.went(store.named(records.naming(services, names).stream().filter(Deployment::isInProduction).toList()));
        return became;
    }

    /** What would become of each, were it recorded now. */
    @Transactional(readOnly = true)
    public List<Became> tried(List<ForeignChange> past) {
        return became(past, store.known(past));
    }

    /** The first row of a reference counts; another that says something else is another's. */
    private static List<Became> became(List<ForeignChange> past, Set<ForeignChangeStore.Key> known) {
        var firsts = new HashMap<ForeignChangeStore.Key, ForeignChange>();
        var seen = new HashSet<>(known);
        var became = new ArrayList<Became>();
        for (var each : past) {
            var key = ForeignChangeStore.Key.of(each);
            var first = firsts.putIfAbsent(key, each);
            if (first != null && !first.equals(each)) became.add(Became.OTHER);
            else became.add(seen.add(key) ? Became.NEW : Became.KNOWN);
        }
        return became;
    }

    private static Map<String, Object> facts(Made made) {
        var facts = new LinkedHashMap<String, Object>();
        var past = made.past();
        facts.put("reference", past.reference());
        facts.put("service", past.service().value());
        facts.put("version", past.version());
        facts.put("environment", past.environment());
        facts.put("kind", past.kind().word());
        facts.put("outcome", past.outcome().word());
        if (past.approvedBy() != null) facts.put("approvedBy", past.approvedBy());
        if (past.approvedAt() != null) facts.put("approvedAt", past.approvedAt());
        return facts;
    }
}
