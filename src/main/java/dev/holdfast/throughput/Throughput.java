package dev.holdfast.throughput;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceKind;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.changes.PreApprovals;
import dev.holdfast.operatingmodel.DemandBand;
import dev.holdfast.operatingmodel.Selected;
import dev.holdfast.operatingmodel.Selection;
import dev.holdfast.operatingmodel.ServiceMoment;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Measures of how changes reach users, answered from the roll-up, of which what is still marked is reckoned first (M1 to M4). */
@org.springframework.stereotype.Service
public class Throughput {

    private final Documents documents;
    private final Selection selection;
    private final RollUps rollUps;
    private final RollUpStore store;
    private final PreApprovals agreed;
    private final Clock clock;

    Throughput(Documents documents, Selection selection, RollUps rollUps, RollUpStore store, PreApprovals agreed, Clock clock) {
        this.documents = documents;
        this.selection = selection;
        this.rollUps = rollUps;
        this.store = store;
        this.agreed = agreed;
        this.clock = clock;
    }

    /**
     * The measures of a scope.
     *
     * @param to not after the instant at which it was asked
     * @param services of how many services they are
     */
    public record Answer(
            MeasureScope scope, Instant from, Instant to, ZoneId zone, Buckets.Length bucket, int services, @Nullable Instant knownSince, List<Measure> measures) {

        public Answer {
            measures = List.copyOf(measures);
        }
    }

    public Answer of(MeasureScope scope, Instant from, Instant to, Buckets.Length bucket) {
        var asked = clock.instant();
        var until = to.isAfter(asked) ? asked : to;
        rollUps.refresh();
        return documents.holding(() -> answer(scope, from, from.isBefore(until) ? until : from.plusSeconds(1), bucket, asked));
    }

    private Answer answer(MeasureScope scope, Instant from, Instant to, Buckets.Length bucket, Instant asked) {
        var view = documents.at(to);
        var measured = Measured.of(scope, documents.at(asked), store);
        var account = new Account(from, to, asked, measured.zone(), bucket);
        var targets = targets(scope, view, measured.names(), to);
        add(account, measured, targets, from, to);
        var partners = couple(account, measured, from, to);
        var knownSince = store.firstAt(measured.numbers().values());
        if (knownSince != null && !knownSince.isBefore(to)) knownSince = null;
        var measures = new Measuring(account, agreed(scope, view, measured.names(), account, to), knownSince, scope.kind() == MeasureScope.Kind.SERVICE, partners).all();
        return new Answer(scope, from, to, measured.zone(), bucket, measured.names().size(), knownSince, measures);
    }

    /** One service after the other, so that a million arrivals need not be held at once; those without any count as well. */
    private void add(Account account, Measured measured, Map<String, Integer> targets, Instant from, Instant to) {
        var names = measured.byNumber();
        var left = new HashSet<>(measured.names());
        var arrivals = new ArrayList<Arrival>();
        var unattributed = new ArrayList<Instant>();
        var current = new AtomicInteger();
        var first = millis(from);
        var end = millis(to);
        Runnable whole = () -> {
            var name = names.get(current.get());
            if (name == null) return;
            account.add(new ServicePeriod(arrivals, unattributed, targets.get(name)));
            left.remove(name);
            arrivals.clear();
            unattributed.clear();
        };
        store.months(names.keySet(), Month.first(from), Month.first(to), (service, month, packed) -> {
            if (service != current.get()) whole.run();
            current.set(service);
            Month.each(packed, arrival -> {
                if (arrival.at() >= first && arrival.at() < end) arrivals.add(arrival);
            }, at -> {
                if (at.toEpochMilli() >= first && at.toEpochMilli() < end) unattributed.add(at);
            });
        });
        whole.run();
        left.forEach(name -> account.add(new ServicePeriod(List.of(), List.of(), targets.get(name))));
    }

    /** Names of those that a single service is coupled with; of several, nothing is named. */
    private List<String> couple(Account account, Measured measured, Instant from, Instant to) {
        var names = store.all();
        var starts = new Starts(names.keySet().stream().mapToInt(Integer::intValue).max().orElse(0) + 1);
        var first = millis(from);
        var end = millis(to);
        store.days(from, to, day -> Day.each(day, (service, at, startedAt) -> {
            if (at >= first && at < end) starts.add(service, startedAt);
        }));
        var inOrder = starts.inOrder();
        var coupling = new Coupling(inOrder, Coupling.TOGETHER);
        var numbers = measured.numbers().values().stream().sorted().toList();
        var coupled = IntStream.range(0, numbers.size()).parallel().mapToObj(each -> coupling.of(numbers.get(each))).toList();
        coupled.forEach(each -> account.coupled(inOrder, each));
        return numbers.size() == 1 ? coupled.getFirst().partners().stream().map(names::get).filter(Objects::nonNull).sorted().toList() : List.of();
    }

    /** The length of each live service's target; nothing is expected of one that is not live. */
    private Map<String, Integer> targets(MeasureScope scope, CatalogueView view, Set<String> names, Instant at) {
        var live = view.services().stream().filter(Service::isLive).map(Service::name).filter(name -> names.contains(name.value())).toList();
        var targets = new HashMap<String, Integer>();
        selected(scope, view, live, at).forEach((name, selected) ->
                selected.deploymentTarget().map(DemandBand::everyDays).ifPresent(days -> targets.put(name.value(), days)));
        return targets;
    }

    private Map<ServiceName, Selected> selected(MeasureScope scope, CatalogueView view, List<ServiceName> live, Instant at) {
        if (scope.kind() == MeasureScope.Kind.ORGANISATION) {
            var wanted = Set.copyOf(live);
            return selection.all(view, at).entrySet().stream().filter(each -> wanted.contains(each.getKey())).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }
        return selection.of(live.stream().map(name -> new ServiceMoment(name, at)).toList()).entrySet().stream()
                .collect(Collectors.toMap(each -> each.getKey().service(), Map.Entry::getValue));
    }

    private Agreed agreed(MeasureScope scope, CatalogueView view, Set<String> names, Account account, Instant at) {
        var digital = view.services().stream()
                .filter(service -> service.isLive() && service.kind() == ServiceKind.DIGITAL && names.contains(service.name().value()))
                .map(Service::name)
                .toList();
        var services = scope.kind() == MeasureScope.Kind.ORGANISATION ? null : names.stream().map(ServiceName::new).toList();
        return new Agreed(digital.size(), agreed.withTemplate(digital, at).size(), agreed.standardDeployments(services, account.buckets().edges()));
    }

    /** The first millisecond that is not before. */
    private static long millis(Instant at) {
        return at.plusNanos(999_999).toEpochMilli();
    }
}
