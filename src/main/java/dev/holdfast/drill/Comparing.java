package dev.holdfast.drill;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts the chains of a run into order and beside those of the run before: pure. */
final class Comparing {

    private Comparing() {}

    /** The broken first, those that reach nobody before the others, and each with the most at risk first. */
    static List<Chain> inOrder(List<Chain> chains) {
        return chains.stream()
                .sorted(Comparator.comparing(Chain::moment)
                        .thenComparingInt(Comparing::rank)
                        .thenComparing(Chain::atRisk, Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(chain -> chain.way().key()))
                .toList();
    }

    static List<Run.Tally> tallies(List<Chain> chains) {
        var counts = chains.stream().collect(Collectors.groupingBy(
                chain -> new Run.Tally(chain.moment(), chain.verdict(), chain.broken() != null, 0), Collectors.counting()));
        return counts.entrySet().stream()
                .map(it -> new Run.Tally(
                        it.getKey().moment(), it.getKey().verdict(), it.getKey().broken(), it.getValue().intValue()))
                .toList();
    }

    /** The first broken chain of each way that has one, by its key. */
    static Map<String, Chain> broken(List<Chain> chains) {
        var broken = new LinkedHashMap<String, Chain>();
        chains.stream().filter(chain -> chain.broken() != null).forEach(chain -> broken.putIfAbsent(chain.way().key(), chain));
        return broken;
    }

    /** Of ways that both runs know: what is broken now and was whole, and what was broken and is whole now. */
    static List<Changed> changes(List<Found> brokenBefore, Set<String> keysBefore, List<Chain> chains) {
        var broken = broken(chains);
        var before = new LinkedHashMap<String, Found>();
        brokenBefore.forEach(found -> before.putIfAbsent(found.key(), found));
        var changes = new ArrayList<Changed>();
        broken.forEach((key, chain) -> {
            if (!before.containsKey(key) && !keysBefore.isEmpty()) changes.add(broke(key, chain));
        });
        var keys = chains.stream().map(chain -> chain.way().key()).collect(Collectors.toCollection(LinkedHashSet::new));
        before.forEach((key, found) -> {
            if (keys.contains(key) && !broken.containsKey(key)) changes.add(mended(found));
        });
        return changes;
    }

    private static int rank(Chain chain) {
        return chain.broken() == null ? Verdict.values().length + chain.verdict().ordinal() : chain.verdict().ordinal();
    }

    private static Changed broke(String key, Chain chain) {
        var service = chain.service();
        return new Changed(
                key, true, chain.way().integration().value(), chain.way().words(), service == null ? null : service.value(),
                Objects.requireNonNull(chain.broken()).sentence());
    }

    private static Changed mended(Found found) {
        return new Changed(
                found.key(), false, found.integration(), found.words(), found.service(),
                Objects.requireNonNull(found.broken()).sentence());
    }
}
