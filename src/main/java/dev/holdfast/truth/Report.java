package dev.holdfast.truth;

import dev.holdfast.http.Cursor;
import dev.holdfast.http.Limit;
import dev.holdfast.http.Listing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything that was found at an instant, in the order of the checks. */
public record Report(Instant at, int services, List<Finding> findings) {

    public Report {
        findings = List.copyOf(findings);
    }

    /** The same at another instant. */
    Report at(Instant other) {
        return new Report(other, services, findings);
    }

    /** How many of each that has any. */
    public Map<Check, Long> counts() {
        return findings.stream().collect(Collectors.groupingBy(Finding::check, TreeMap::new, Collectors.counting()));
    }

    /** Those of one check, or all, after a cursor. */
    public Listing<Finding> page(@Nullable Check check, @Nullable String cursor, Limit limit) {
        var of = findings.stream().filter(finding -> check == null || finding.check() == check).toList();
        var after = Cursor.decode(cursor).map(key -> place(of, key) + 1).orElse(0);
        return Listing.cut(of.subList(after, Math.min(of.size(), after + limit.andOne())), limit, Finding::key);
    }

    private static int place(List<Finding> findings, String key) {
        for (var place = 0; place < findings.size(); place++) {
            if (findings.get(place).key().equals(key)) return place;
        }
        throw Cursor.foreign();
    }
}
