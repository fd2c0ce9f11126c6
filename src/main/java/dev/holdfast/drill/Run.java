package dev.holdfast.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One drill: when, by whom, and how many chains ended how.
 *
 * @param routes the ways of alerts that were followed, each for every moment
 */
public record Run(long number, Instant at, String by, boolean nightly, Duration took, int routes, List<Tally> tallies) {

    /** So many chains of a moment that end so, with a broken link or without. */
    public record Tally(Moment moment, Verdict verdict, boolean broken, int routes) {}

    public Run {
        tallies = List.copyOf(tallies);
    }

    public int of(Moment moment, Verdict verdict) {
        return tallies.stream()
                .filter(tally -> tally.moment() == moment && tally.verdict() == verdict)
                .mapToInt(Tally::routes)
                .sum();
    }

    public int broken(Moment moment) {
        return tallies.stream().filter(tally -> tally.moment() == moment && tally.broken()).mapToInt(Tally::routes).sum();
    }

    public int reaching(Moment moment) {
        return tallies.stream()
                .filter(tally -> tally.moment() == moment && tally.verdict().reaches())
                .mapToInt(Tally::routes)
                .sum();
    }
}
