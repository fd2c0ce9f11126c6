package dev.holdfast.portal.web;

import java.util.HashMap;
import java.util.Map;

/** The ground of each person on one page: given in the order in which they appear, and kept for that page. */
public final class Grounds {

    private static final int COLOURS = 8;

    private final Map<String, Integer> given = new HashMap<>();

    public String of(String person) {
        return "p" + (given.computeIfAbsent(person, unseen -> given.size()) % COLOURS + 1);
    }
}
