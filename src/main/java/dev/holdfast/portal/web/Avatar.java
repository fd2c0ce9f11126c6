package dev.holdfast.portal.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A person in two letters on their ground. */
public record Avatar(String initials, String ground) {

    public static String initialsOf(String name) {
        var words = Arrays.stream(name.trim().split("[\\s-]+")).filter(word -> !word.isEmpty()).toList();
        if (words.isEmpty()) return "?";
        if (words.size() == 1) return words.getFirst().substring(0, Math.min(2, words.getFirst().length())).toUpperCase(Locale.UK);
        return Stream.of(words.getFirst(), words.getLast())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.UK))
                .collect(Collectors.joining());
    }
}
