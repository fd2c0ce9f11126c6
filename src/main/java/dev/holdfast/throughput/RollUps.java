package dev.holdfast.throughput;

import dev.holdfast.deployments.Build;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.deployments.Deployments;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the roll-up true: reckons the whole history of each marked service anew, and writes the months that differ. A late
 * event may change any earlier month, and reckoning from the records alone is what makes both ways equal.
 */
@Component
class RollUps {

    private static final int AT_ONCE = 250;

    private final RollUpMarks marks;
    private final RollUpStore store;
    private final Deployments deployments;
    private final TransactionTemplate transaction;

    RollUps(RollUpMarks marks, RollUpStore store, Deployments deployments, TransactionTemplate transaction) {
        this.marks = marks;
        this.store = store;
        this.deployments = deployments;
        this.transaction = transaction;
    }

    /** Until nothing is marked; so many services a transaction. */
    void refresh() {
        var more = marks.any();
        while (more) more = Boolean.TRUE.equals(transaction.execute(open -> some()));
    }

    private boolean some() {
        store.lock();
        marks.settle();
        var services = marks.take(AT_ONCE);
        if (!services.isEmpty()) reckon(services);
        return !services.isEmpty();
    }

    private void reckon(Set<String> services) {
        var numbers = store.numbers(services);
        var before = new HashMap<RollUpStore.Key, byte[]>();
        store.months(numbers.values(), null, null, (service, month, packed) -> before.put(new RollUpStore.Key(service, month), packed));
        var after = new HashMap<RollUpStore.Key, byte[]>();
        var firsts = new HashMap<Integer, Instant>();
        histories(services).forEach((name, history) -> {
            var reckoned = Reckoning.of(history);
            var service = numbers.get(name);
            if (service == null) return;
            Month.of(reckoned).forEach((month, those) -> after.put(new RollUpStore.Key(service, month), those.packed()));
            if (!reckoned.arrivals().isEmpty()) firsts.put(service, reckoned.arrivals().getFirst().at());
        });
        store.firstAt(firsts);
        write(before, after);
    }

    private void write(Map<RollUpStore.Key, byte[]> before, Map<RollUpStore.Key, byte[]> after) {
        var changed = new HashMap<>(after);
        changed.entrySet().removeIf(each -> Arrays.equals(each.getValue(), before.get(each.getKey())));
        var gone = new HashSet<>(before.keySet());
        gone.removeAll(after.keySet());
        store.putMonths(changed);
        store.removeMonths(gone);
        var touched = new HashSet<>(changed.keySet());
        touched.addAll(gone);
        starts(touched, before, after);
    }

    /** Of the months that changed: each service's starts, on the days on which it had some before or has some now. */
    private void starts(Set<RollUpStore.Key> touched, Map<RollUpStore.Key, byte[]> before, Map<RollUpStore.Key, byte[]> after) {
        var services = new HashMap<LocalDate, Set<Integer>>();
        var starts = new HashMap<LocalDate, List<Day.Start>>();
        for (var key : touched) {
            var old = days(key, before);
            var now = days(key, after);
            var days = new HashSet<>(old.keySet());
            days.addAll(now.keySet());
            days.removeIf(day -> now.getOrDefault(day, List.of()).equals(old.getOrDefault(day, List.of())));
            for (var day : days) {
                services.computeIfAbsent(day, unseen -> new HashSet<>()).add(key.service());
                starts.computeIfAbsent(day, unseen -> new ArrayList<>()).addAll(now.getOrDefault(day, List.of()));
            }
        }
        var there = store.days(services.keySet());
        var written = new HashMap<LocalDate, byte[]>();
        services.forEach((day, those) -> written.put(
                day, Day.unpacked(there.getOrDefault(day, new byte[0])).with(those, starts.getOrDefault(day, List.of())).packed()));
        store.putDays(written);
    }

    private static Map<LocalDate, List<Day.Start>> days(RollUpStore.Key key, Map<RollUpStore.Key, byte[]> months) {
        var packed = months.get(key);
        if (packed == null) return Map.of();
        return Month.unpacked(packed).arrivals().stream()
                .filter(Arrival::isForward)
                .collect(Collectors.groupingBy(
                        arrival -> Day.of(arrival.at()),
                        Collectors.mapping(arrival -> new Day.Start(key.service(), arrival.at().toEpochMilli(), arrival.startedAt().toEpochMilli()), Collectors.toList())));
    }

    private Map<String, History> histories(Collection<String> services) {
        var attempts = deployments.production(services).stream().collect(Collectors.groupingBy((Deployment each) -> each.service().value()));
        var builds = deployments.buildsInProduction(services).stream().collect(Collectors.groupingBy((Build each) -> each.service().value()));
        var mishaps = marks.mishaps(services);
        return services.stream().collect(Collectors.toMap(service -> service, service -> new History(
                attempts.getOrDefault(service, List.of()), builds.getOrDefault(service, List.of()), mishaps.getOrDefault(service, List.of()))));
    }
}
