package dev.holdfast.search;

import dev.holdfast.search.Hit.Match;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** Which of those found comes first: how near, then its kind, then the latest, then the shortest. */
final class Ranking {

    private static final Comparator<Hit> ORDER = Comparator.comparing(Hit::match)
            .thenComparing(hit -> hit.found().kind())
            .thenComparing(hit -> hit.found().at(), Comparator.nullsFirst(Comparator.reverseOrder()))
            .thenComparing(hit -> hit.found().shown().length())
            .thenComparing(hit -> hit.found().name());

    private Ranking() {}

    static List<Hit> of(Asked asked, List<Findable> found, int most) {
        var once = new LinkedHashMap<String, Findable>();
        found.forEach(each -> once.putIfAbsent(each.kind().word() + "/" + each.name(), each));
        var nearest = nearestPlace(asked, once.values());
        var hits = once.values().stream().map(each -> new Hit(each, match(asked, each, nearest))).sorted(ORDER).toList();
        var anyMeant = hits.stream().anyMatch(hit -> hit.match() != Match.NEAR);
        return hits.stream().filter(hit -> !anyMeant || hit.match() != Match.NEAR).limit(most).toList();
    }

    /** Of several that share a host, those whose path fits furthest are meant. */
    private static String nearestPlace(Asked asked, Collection<Findable> found) {
        return asked.places().stream()
                .filter(place -> found.stream().anyMatch(each -> each.places().contains(place)))
                .findFirst()
                .orElse("");
    }

    static Match match(Asked asked, Findable found, String nearestPlace) {
        var name = Words.plain(found.name());
        var title = Words.plain(found.shown());
        if (asked.wholes().contains(name) || asked.plain().equals(title) || found.places().contains(nearestPlace)) return Match.EXACT;
        if (name.startsWith(asked.plain()) || title.startsWith(asked.plain())) return Match.BEGINNING;
        if (allBegin(asked, Words.of(List.of(found.name(), found.shown())))) return Match.NAMED;
        var all = Words.of(found.words());
        all.addAll(Words.of(List.of(found.name(), found.shown())));
        return allBegin(asked, all) || asked.places().stream().anyMatch(found.places()::contains) ? Match.MENTIONED : Match.NEAR;
    }

    private static boolean allBegin(Asked asked, Set<String> words) {
        return asked.words().stream().allMatch(word -> words.stream().anyMatch(known -> known.startsWith(word.typed())));
    }
}
