package dev.holdfast.incidents;

import dev.holdfast.quantities.Money;
import java.time.Instant;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The course of an incident's impact: since when, on what, how much of it, and what loss was stated. */
public record Course(Instant startedAt, Currency currency, List<Affected> affected, List<Stated> stated) {

    public Course {
        affected = List.copyOf(affected);
        stated = stated.stream().sorted(Comparator.comparing(Stated::at)).toList();
    }

    /** What is being lost an hour at an instant, over all services. */
    public Money perHourAt(Instant instant) {
        return affected.stream()
                .map(service -> new Money(service.perHourAt(instant), currency))
                .reduce(Money.zero(currency), Money::plus);
    }

    /** The loss stated last, not after an instant. */
    Optional<Stated> statedBy(Instant instant) {
        return stated.stream().filter(one -> !one.at().isAfter(instant)).reduce((one, two) -> two);
    }

    /** The next instant at which the loss may accrue at another rate, or from another figure. */
    Optional<Instant> nextEdge(Instant after) {
        return Stream.concat(
                        affected.stream().flatMap(service -> service.nextEdge(after).stream()),
                        stated.stream().map(Stated::at).filter(at -> at.isAfter(after)))
                .min(Instant::compareTo);
    }

    /** The instants, from the start on, at which somebody revised what is lost. */
    List<Instant> revisions() {
        return Stream.concat(
                        Stream.of(startedAt),
                        Stream.concat(
                                stated.stream().map(Stated::at),
                                affected.stream().flatMap(service -> service.impacts().stream().map(Impact::at))))
                .map(at -> at.isBefore(startedAt) ? startedAt : at)
                .distinct()
                .sorted()
                .toList();
    }

    /** The course as it was known at an instant, before later revisions. */
    Course knownAt(Instant instant) {
        return new Course(
                startedAt,
                currency,
                affected.stream().map(service -> service.knownAt(instant)).toList(),
                stated.stream().filter(one -> !one.at().isAfter(instant)).toList());
    }
}
