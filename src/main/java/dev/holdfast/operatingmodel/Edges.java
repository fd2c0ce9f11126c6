package dev.holdfast.operatingmodel;

import dev.holdfast.quantities.Period;
import java.time.Instant;
import java.util.stream.Stream;

/** The instants at which a period begins and ends. */
final class Edges {

    private Edges() {}

    static Stream<Instant> of(Period period) {
        return Stream.concat(Stream.of(period.from()), Stream.ofNullable(period.to()));
    }
}
