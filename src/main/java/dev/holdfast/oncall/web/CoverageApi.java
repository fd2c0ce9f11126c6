package dev.holdfast.oncall.web;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.http.AskedTime;
import dev.holdfast.oncall.Coverage;
import dev.holdfast.oncall.OnCallChecks;
import dev.holdfast.oncall.OnCallNow;
import dev.holdfast.oncall.Schedules;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who covers a service, who is on call now, and what wants mending. */
@RestController
class CoverageApi {

    private final Coverage coverage;
    private final Schedules schedules;
    private final OnCallChecks checks;
    private final Clock clock;

    CoverageApi(Coverage coverage, Schedules schedules, OnCallChecks checks, Clock clock) {
        this.coverage = coverage;
        this.schedules = schedules;
        this.checks = checks;
        this.clock = clock;
    }

    @GetMapping("/api/v1/services/{name}/on-call")
    CoveringAnswer service(@PathVariable String name, @RequestParam @Nullable String at, Viewer viewer) {
        viewer.demand(Scope.READ);
        return CoveringAnswer.of(coverage.of(new ServiceName(name), AskedTime.instant("at", at, clock.instant())));
    }

    @GetMapping("/api/v1/on-call")
    Items<OnCallNow> now(@RequestParam @Nullable String at, Viewer viewer) {
        viewer.demand(Scope.READ);
        return new Items<>(schedules.now(AskedTime.instant("at", at, clock.instant())), null);
    }

    @GetMapping("/api/v1/on-call/checks")
    Items<CheckAnswer> checks(
            @RequestParam @Nullable String team, @RequestParam @Nullable String schedule, Viewer viewer) {
        viewer.demand(Scope.READ);
        var found = checks.at(clock.instant(), team == null || team.isBlank() ? null : new TeamName(team), schedule);
        return new Items<>(found.stream().map(CheckAnswer::of).toList(), null);
    }

    /** A list that is never so long that it is cut. */
    record Items<T>(List<T> items, @Nullable String next) {}
}
