package dev.holdfast.oncall;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.SpecReader;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** One shadow of a Schedule document. */
final class ShadowReading {

    private static final Duration LONGEST = Duration.ofDays(366);

    private ShadowReading() {}

    static @Nullable Shadow of(SpecReader spec) {
        var person = spec.required("person", spec.reference("person", "Person"));
        var with = spec.required("with", spec.reference("with", "Person"));
        var from = spec.required("from", spec.instant("from"));
        var to = spec.required("to", spec.instant("to"));
        if (person == null || with == null || from == null || to == null || person.isBlank() || with.isBlank()) return null;
        if (person.equals(with)) {
            spec.fault("with", "OUT_OF_RANGE", "A shadow goes along beside somebody else");
            return null;
        }
        var start = from.truncatedTo(ChronoUnit.MICROS);
        var end = to.truncatedTo(ChronoUnit.MICROS);
        if (!start.isBefore(end)) {
            spec.fault("to", "OUT_OF_RANGE", "A shadow ends after it begins");
            return null;
        }
        if (Duration.between(start, end).compareTo(LONGEST) > 0) {
            spec.fault("to", "OUT_OF_RANGE", "A shadow goes along for a year at most");
            return null;
        }
        return new Shadow(new PersonName(person), new PersonName(with), start, end);
    }
}
