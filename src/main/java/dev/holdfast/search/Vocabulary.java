package dev.holdfast.search;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** All words of letters that stand for something lately, in order: says whether one begins so, and which are nearest. */
final class Vocabulary {

    private static final int MOST_NEIGHBOURS = 3;
    private static final int SHORTEST = 4;
    private static final int LONG = 8;

    private final String[] words;

    Vocabulary(Collection<String> words) {
        this.words = words.stream().filter(word -> !hasDigit(word)).sorted().distinct().toArray(String[]::new);
    }

    boolean anyBeginsWith(String start) {
        var found = Arrays.binarySearch(words, start);
        var next = found >= 0 ? found : -found - 1;
        return next < words.length && words[next].startsWith(start);
    }

    /** Words that begin nearly so: one slip in four letters, two in eight; none for shorter ones and for what has digits. */
    List<String> near(String word) {
        if (word.length() < SHORTEST || hasDigit(word)) return List.of();
        var slips = word.length() < LONG ? 1 : 2;
        return Arrays.stream(words)
                .filter(known -> known.length() >= word.length() - slips)
                .map(known -> new Neighbour(known, Slips.between(word, known, slips)))
                .filter(neighbour -> neighbour.slips() <= slips)
                .sorted(Comparator.comparing(Neighbour::slips)
                        .thenComparing(neighbour -> Math.abs(neighbour.word().length() - word.length()))
                        .thenComparing(Neighbour::word))
                .limit(MOST_NEIGHBOURS)
                .map(Neighbour::word)
                .toList();
    }

    private static boolean hasDigit(String word) {
        return word.chars().anyMatch(Character::isDigit);
    }

    private record Neighbour(String word, int slips) {}
}
