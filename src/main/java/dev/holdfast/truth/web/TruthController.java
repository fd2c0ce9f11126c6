package dev.holdfast.truth.web;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.http.Limit;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.truth.Check;
import dev.holdfast.truth.Finding;
import dev.holdfast.truth.Truth;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What in the catalogue is not true or not said: counts of all, and the findings a page at a time. */
@RestController
class TruthController {

    private final Truth truth;
    private final Clock clock;

    TruthController(Truth truth, Clock clock) {
        this.truth = truth;
        this.clock = clock;
    }

    /** Counts are of everything, whatever is asked for. */
    record Answer(Instant at, int services, Map<Check, Long> counts, List<Finding> items, @Nullable String next) {}

    @GetMapping("/api/v1/catalogue/truth")
    Answer truth(
            @RequestParam @Nullable String check,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit,
            Viewer viewer) {
        viewer.demand(Scope.READ);
        var report = truth.at(clock.instant());
        var page = report.page(check(check), cursor, Limit.of(limit));
        return new Answer(report.at(), report.services(), report.counts(), page.items(), page.next());
    }

    private static @Nullable Check check(@Nullable String check) {
        if (check == null || check.isEmpty()) return null;
        try {
            return Check.valueOf(check);
        } catch (IllegalArgumentException unknown) {
            throw Unprocessable.of("check", "UNKNOWN_VALUE", "There is no such check.");
        }
    }
}
