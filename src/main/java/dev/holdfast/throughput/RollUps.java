package dev.holdfast.throughput;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the roll-up true: reckons each marked service anew from when on what is new of it reaches back, and writes the months
 * that differ. A late event may change any earlier month, and reckoning from the records alone, as far back as it may, is what
 * makes it equal to a recomputation.
 */
@Component
class RollUps {

    private static final int AT_ONCE = 250;

    private final RollUpMarks marks;
    private final RollUpStore store;
    private final Histories histories;
    private final TransactionTemplate transaction;

    RollUps(RollUpMarks marks, RollUpStore store, Histories histories, TransactionTemplate transaction) {
        this.marks = marks;
        this.store = store;
        this.histories = histories;
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
        var touched = marks.take(AT_ONCE);
        if (!touched.isEmpty()) reckon(histories.reach(touched));
        return !touched.isEmpty();
    }

    /** Each from when on what is new of it reaches back; what its months say of the time before holds. */
    private void reckon(Map<String, Instant> reach) {
        var numbers = store.numbers(reach.keySet());
        var before = new HashMap<RollUpStore.Key, byte[]>();
        store.monthsSince(reach, (service, month, packed) -> before.put(new RollUpStore.Key(service, month), packed));
        var after = new HashMap<RollUpStore.Key, byte[]>();
        var wentLive = new HashMap<Integer, Instant>();
        histories.since(reach).forEach((name, history) -> {
            var since = reach.get(name);
            var service = numbers.get(name);
            if (since == null || service == null) return;
            var reckoned = Reckoning.of(history);
            var kept = Month.before(since, before.get(new RollUpStore.Key(service, Month.first(since))));
            Month.of(kept.then(reckoned.since(since))).forEach((month, those) -> after.put(new RollUpStore.Key(service, month), those.packed()));
            reckoned.firstAt().filter(at -> !at.isBefore(since)).ifPresent(at -> wentLive.put(service, at));
        });
        store.firstAt(wentLive);
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
        var days = new HashMap<LocalDate, List<Day.Start>>();
        if (packed == null) return days;
        Month.each(packed, arrival -> {
            if (!arrival.isForward()) return;
            var day = Day.of(Instant.ofEpochMilli(arrival.at()));
            days.computeIfAbsent(day, unseen -> new ArrayList<>()).add(new Day.Start(key.service(), arrival.at(), arrival.startedAt()));
        }, unattributed -> {});
        return days;
    }
}
