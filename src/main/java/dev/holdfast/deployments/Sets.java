package dev.holdfast.deployments;

import dev.holdfast.deployments.PastRecords.Outcome;
import dev.holdfast.deployments.SetStore.Key;
import dev.holdfast.tables.Became;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows that may say the same thing twice, brought together by what they are known by. */
record Sets<T>(List<T> said, Function<T, Key> key, BinaryOperator<T> joining, BiPredicate<T, T> same) {

    Outcome<T> record(Function<List<T>, Set<Key>> add, Function<Collection<Key>, List<T>> lock, Consumer<List<T>> change) {
        var rows = new ArrayList<@Nullable Became>(Collections.nCopies(said.size(), null));
        var joined = joined(rows, new TreeMap<>());
        var fresh = joined.isEmpty() ? Set.<Key>of() : add.apply(List.copyOf(joined.values()));
        var known = new HashSet<>(joined.keySet());
        known.removeAll(fresh);
        var before = new ArrayList<T>();
        var changed = new ArrayList<T>();
        var others = new HashSet<Key>();
        for (var there : known.isEmpty() ? List.<T>of() : lock.apply(known)) {
            var name = key.apply(there);
            var more = joined.get(name);
            if (more == null) continue;
            if (!same.test(there, more)) {
                others.add(name);
                continue;
            }
            var after = joining.apply(there, more);
            if (after.equals(there)) continue;
            before.add(there);
            changed.add(after);
        }
        if (!changed.isEmpty()) change.accept(changed);
        var added = joined.entrySet().stream().filter(each -> fresh.contains(each.getKey())).map(Map.Entry::getValue).toList();
        return new Outcome<>(became(rows, fresh, others), before, added, changed);
    }

    List<Became> tried(Function<Collection<Key>, List<T>> find) {
        var rows = new ArrayList<@Nullable Became>(Collections.nCopies(said.size(), null));
        var joined = joined(rows, new TreeMap<>());
        var there = joined.isEmpty() ? List.<T>of() : find.apply(joined.keySet());
        var fresh = new HashSet<>(joined.keySet());
        there.forEach(each -> fresh.remove(key.apply(each)));
        var others = there.stream().filter(each -> !same.test(each, joined.getOrDefault(key.apply(each), each))).map(key).collect(Collectors.toSet());
        return became(rows, fresh, others);
    }

    /** One for each key; a row that contradicts an earlier one of its key is another's. */
    private Map<Key, T> joined(List<@Nullable Became> rows, Map<Key, T> joined) {
        for (int row = 0; row < said.size(); row++) {
            var each = said.get(row);
            var earlier = joined.get(key.apply(each));
            if (earlier != null && !same.test(earlier, each)) rows.set(row, Became.OTHER);
            else joined.put(key.apply(each), earlier == null ? each : joining.apply(earlier, each));
        }
        return joined;
    }

    /** The first row of what is new is new; further ones of it are known. */
    private List<Became> became(List<@Nullable Became> rows, Set<Key> fresh, Set<Key> others) {
        var left = new HashSet<>(fresh);
        var became = new ArrayList<Became>();
        for (int row = 0; row < said.size(); row++) {
            var decided = rows.get(row);
            var name = key.apply(said.get(row));
            if (decided != null) became.add(decided);
            else if (others.contains(name)) became.add(Became.OTHER);
            else became.add(left.remove(name) ? Became.NEW : Became.KNOWN);
        }
        return became;
    }
}
