package dev.holdfast.throughput;

import dev.holdfast.http.Csv;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Measures as a list: a line for the whole period, then one for each part of the trend. */
public final class ThroughputCsv {

    private ThroughputCsv() {}

    public static Csv of(Throughput.Answer answer) {
        var csv = new Csv("scope", "measure", "name", "unit", "part", "from", "to", "value", "target", "met", "counts", "unripe", "notApplicable");
        for (var measure : answer.measures()) {
            row(csv, answer, measure, "whole", answer.from(), answer.to(), measure.value());
            for (var each = 0; each < measure.trend().size(); each++) {
                var point = measure.trend().get(each);
                var end = each + 1 < measure.trend().size() ? measure.trend().get(each + 1).from() : answer.to();
                row(csv, answer, measure, "bucket", point.from(), end, point.value());
            }
        }
        return csv;
    }

    private static void row(Csv csv, Throughput.Answer answer, Measure measure, String part, Instant from, Instant to, @Nullable String value) {
        var whole = part.equals("whole");
        csv.row(List.of(
                answer.scope().toString(), measure.id(), measure.name(), measure.unit().word(), part, from, to, text(value),
                whole ? text(measure.target()) : "", whole ? text(measure.met()) : "",
                whole ? measure.counts().entrySet().stream().map(count -> count.getKey() + "=" + count.getValue()).collect(Collectors.joining(" ")) : "",
                whole ? measure.unripe() : "", whole ? text(measure.notApplicable()) : ""));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
