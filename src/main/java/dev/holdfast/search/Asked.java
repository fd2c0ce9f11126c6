package dev.holdfast.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What somebody looks for: its words with their neighbours, the whole of it as a name, and as a place outside. */
record Asked(String plain, List<Word> words, List<String> wholes, List<String> places) {

    private static final Pattern NUMBER = Pattern.compile("(?:inc[- ]?)?(\\d{1,12})");
    private static final int LONGEST = 400;

    /** One word as it was typed, and what it may have meant. */
    record Word(String typed, List<String> near) {}

    static Asked of(String text, Vocabulary vocabulary) {
        var cut = text.substring(0, Math.min(text.length(), LONGEST));
        var plain = Words.plain(cut);
        var places = Place.read(cut).map(Place::keys).orElse(List.of());
        var words = Words.asked(cut).stream().map(word -> word(word, vocabulary, places.isEmpty())).toList();
        return new Asked(plain, words, wholes(plain), places);
    }

    /** An address is pasted, not typed: no word of it is a slip. */
    private static Word word(String typed, Vocabulary vocabulary, boolean isTyped) {
        return new Word(typed, !isTyped || vocabulary.anyBeginsWith(typed) ? List.of() : vocabulary.near(typed));
    }

    private static List<String> wholes(String plain) {
        var wholes = new LinkedHashSet<String>();
        wholes.add(plain);
        wholes.add(plain.replace(' ', '-'));
        var number = NUMBER.matcher(plain);
        if (number.matches()) wholes.add("inc-" + number.group(1));
        return new ArrayList<>(wholes);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** All of them as beginnings, each itself or a neighbour, as the database reads it. Words are letters and digits only. */
    String terms() {
        return words.stream().map(Asked::term).collect(Collectors.joining(" & "));
    }

    private static String term(Word word) {
        var any = new ArrayList<String>();
        any.add("'" + word.typed() + "':*");
        word.near().forEach(near -> any.add("'" + near.replace("'", "") + "':*"));
        return any.size() == 1 ? any.getFirst() : "(" + String.join(" | ", any) + ")";
    }

    /** With the nearest neighbour in the place of what nobody has; empty where every word is known. */
    Optional<String> meant() {
        if (words.stream().allMatch(word -> word.near().isEmpty())) return Optional.empty();
        return Optional.of(words.stream().map(Asked::meant).collect(Collectors.joining(" ")));
    }

    private static String meant(Word word) {
        @Nullable String nearest = word.near().isEmpty() ? null : word.near().getFirst();
        return nearest == null ? word.typed() : nearest;
    }
}
