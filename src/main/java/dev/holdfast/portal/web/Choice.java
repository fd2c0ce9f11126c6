package dev.holdfast.portal.web;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** One of several things to choose from: in a select, or as a link whose state is in the address. */
public record Choice(String value, String words, boolean chosen) {

    /** All of them, by their words, after the choice of none in particular. */
    public static List<Choice> all(List<Choice> found) {
        var none = new Choice("", "all", found.stream().noneMatch(Choice::chosen));
        return Stream.concat(Stream.of(none), found.stream().sorted(Comparator.comparing(Choice::words))).toList();
    }
}
