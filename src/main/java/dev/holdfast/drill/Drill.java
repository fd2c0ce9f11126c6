package dev.holdfast.drill;

import dev.holdfast.access.Viewer;
import dev.holdfast.alerts.IntegrationName;
import dev.holdfast.alerts.Ways;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Person;
import dev.holdfast.http.NotFound;
import dev.holdfast.ledger.Ledger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The routing fire drill: run by night and on demand, its last result, and one route followed. */
@Service
public class Drill {

    /** Alerts said this lately count as ways in which alerts come in. */
    private static final Duration LATELY = Duration.ofDays(30);

    /** Who asks again sooner is answered with the run that there is. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private static final String HOLDFAST = "holdfast";

    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final Documents documents;
    private final Ways ways;
    private final DrillFacts facts;
    private final DrillStore store;
    private final NoticeStore notices;
    private final Telling telling;
    private final Ledger ledger;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Drill(
            Documents documents, Ways ways, DrillFacts facts, DrillStore store, NoticeStore notices, Telling telling,
            Ledger ledger, TransactionTemplate transaction, Clock clock) {
        this.documents = documents;
        this.ways = ways;
        this.facts = facts;
        this.store = store;
        this.notices = notices;
        this.telling = telling;
        this.ledger = ledger;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** On demand, by anybody. */
    public Run run(Viewer viewer) {
        oneAtATime.lock();
        try {
            var last = store.last(false).filter(run -> run.at().plus(FRESH).isAfter(clock.instant()));
            return last.orElseGet(() -> made(viewer.by(), false));
        } finally {
            oneAtATime.unlock();
        }
    }

    /** Where it is past 02:00 with the organisation, alerts can come in, and there was none since. */
    void runByNight() {
        var now = clock.instant();
        var view = documents.at(now);
        var last = store.last(true).map(Run::at).orElse(Instant.EPOCH);
        if (!Moments.isDue(view.calendar().zone(), now, last) || ways.integrations(view).isEmpty()) return;
        oneAtATime.lock();
        try {
            made(HOLDFAST, true);
        } finally {
            oneAtATime.unlock();
        }
    }

    public Optional<Run> last() {
        return store.last(false);
    }

    /** The latest first. */
    public List<Run> runs(int most) {
        return store.runs(most, false);
    }

    public List<Changed> changes(long run, int most) {
        return store.changes(run, most);
    }

    /** Chains of the last run after a position, the broken first. */
    public List<Found> found(Asked asked, int after, int most) {
        return store.found(asked, after, most);
    }

    /** By name: what a label set can be tried with. */
    public List<IntegrationName> integrations() {
        return ways.integrations(documents.at(clock.instant()));
    }

    /** The chain of an alert with these labels at an instant; not found without such an integration. */
    public Chain trace(IntegrationName integration, Map<String, String> labels, Moment moment, @Nullable Instant at) {
        return documents.holding(() -> {
            var now = clock.instant();
            var view = documents.at(now);
            var way = ways.of(view, integration, labels)
                    .orElseThrow(() -> new NotFound("There is no integration " + integration + "."));
            return facts.chain(way, moment, at == null ? facts.instant(view, moment, way.route().service(), now) : at);
        });
    }

    private Run made(String by, boolean nightly) {
        var now = clock.instant();
        var from = System.nanoTime();
        var chains = documents.holding(() -> {
            var view = documents.at(now);
            return Comparing.inOrder(facts.chains(view, ways.of(view, now.minus(LATELY)), now));
        });
        var took = Duration.ofNanos(System.nanoTime() - from);
        var run = new Run(0, now, by, nightly, took, chains.size() / Moment.values().length, Comparing.tallies(chains));
        var number = transaction.execute(status -> kept(run, chains));
        return new Run(number == null ? 0 : number, run.at(), by, nightly, took, run.routes(), run.tallies());
    }

    private Long kept(Run run, List<Chain> chains) {
        store.holdOthers();
        var changes = Comparing.changes(store.broken(), store.keys(), chains);
        var isFirstNight = store.last(true).isEmpty();
        var number = store.keep(run);
        store.keepChanges(number, changes);
        store.replaceChains(chains, chain -> people(documents.at(run.at()), chain));
        var broken = Comparing.broken(chains);
        notices.mended(broken.keySet());
        if (run.nightly()) {
            var fresh = notices.breakNow(number, broken.keySet());
            if (!isFirstNight) telling.tell(number, fresh, broken, run.at());
        } else {
            ledger.record(run.by(), "drill-run", "drill/" + number, null, Map.of("routes", run.routes()));
        }
        return number;
    }

    private static String people(CatalogueView view, Chain chain) {
        return chain.people().stream()
                .map(name -> view.person(name).map(Person::shown).orElse(name.value()))
                .collect(Collectors.joining(", "));
    }
}
