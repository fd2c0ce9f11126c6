package dev.holdfast.truth;

import dev.holdfast.catalogue.Spelling;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which of the names that there are may be meant by one that is not: words in common, of which "team" and the like say
 * nothing, or few letters that differ.
 */
final class Nearest {

    private static final Set<String> EMPTY_WORDS = Set.of("team", "teams", "squad", "group", "the", "tribe", "crew", "dev", "devs");
    private static final double ENOUGH = 0.5;

    private final List<Candidate> candidates;

    private Nearest(List<Candidate> candidates) {
        this.candidates = candidates;
    }

    private record Candidate(String name, Set<String> words, String letters) {

        static Candidate of(String name) {
            var words = telling(name);
            return new Candidate(name, words, words.stream().sorted().collect(Collectors.joining()));
        }
    }

    static Nearest among(Collection<String> names) {
        return new Nearest(names.stream().sorted().map(Candidate::of).toList());
    }

    Optional<String> to(String name) {
        var wanted = Candidate.of(name);
        return candidates.stream()
                .filter(candidate -> nearness(wanted, candidate) >= ENOUGH)
                .max(Comparator.comparing((Candidate candidate) -> nearness(wanted, candidate))
                        .thenComparing(Candidate::name, Comparator.reverseOrder()))
                .map(Candidate::name);
    }

    private static double nearness(Candidate one, Candidate other) {
        if (one.words().isEmpty() || other.words().isEmpty()) return 0;
        var shared = new HashSet<>(one.words());
        shared.retainAll(other.words());
        var all = new HashSet<>(one.words());
        all.addAll(other.words());
        var byWords = (double) shared.size() / all.size();
        var longest = Math.max(one.letters().length(), other.letters().length());
        var shortest = Math.min(one.letters().length(), other.letters().length());
        if (byWords == 1 || 4 * (longest - shortest) > longest) return byWords;
        var byLetters = 1 - (double) Spelling.distance(one.letters(), other.letters()) / longest;
        return Math.max(byWords, byLetters > 0.7 ? byLetters : 0);
    }

    private static Set<String> telling(String name) {
        var words = Arrays.stream(name.toLowerCase(java.util.Locale.ROOT).split("[^a-z0-9]+")).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
        var telling = new HashSet<>(words);
        telling.removeAll(EMPTY_WORDS);
        return telling.isEmpty() ? words : telling;
    }
}
