package dev.holdfast.portal.web.oncall;

import java.util.List;
import java.util.stream.Collectors;

/** A schedule that is proposed for a domain, to be confirmed with an order of people or dismissed. */
public record Proposed(
        String id, String address, String title, String because, List<String> warnings, String rhythm, List<Turn> turns, boolean mayDecide) {

    /** Somebody who would take turns, with the place in the order. */
    public record Turn(String person, String words, String place) {}

    public String names() {
        return turns.isEmpty() ? "nobody yet" : turns.stream().map(Turn::words).collect(Collectors.joining(", "));
    }
}
