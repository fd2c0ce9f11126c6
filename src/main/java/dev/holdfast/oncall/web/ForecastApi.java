package dev.holdfast.oncall.web;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.http.Cursor;
import dev.holdfast.http.Limit;
import dev.holdfast.http.Listing;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.oncall.Check;
import dev.holdfast.oncall.OnCallForecast;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What will go wrong with who is on call in the months ahead, by date. */
@RestController
class ForecastApi {

    private static final int LONGEST = 24;

    private final OnCallForecast forecast;
    private final Clock clock;

    ForecastApi(OnCallForecast forecast, Clock clock) {
        this.forecast = forecast;
        this.clock = clock;
    }

    @GetMapping("/api/v1/on-call/forecast")
    Listing<CheckAnswer> forecast(
            @RequestParam(defaultValue = "12") int months,
            @RequestParam @Nullable String team,
            @RequestParam @Nullable String schedule,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String cursor,
            Viewer viewer) {
        viewer.demand(Scope.READ);
        if (months < 1 || months > LONGEST) throw Unprocessable.of("months", "OUT_OF_RANGE", "months lies between 1 and " + LONGEST + ".");
        var most = Limit.of(limit);
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var after = Cursor.decode(cursor).orElse("");
        var found = forecast.over(now, months, team == null || team.isBlank() ? null : new TeamName(team), schedule).stream()
                .filter(check -> position(check, now).compareTo(after) > 0)
                .limit(most.andOne())
                .toList();
        return Listing.cut(found, most, check -> position(check, now)).map(CheckAnswer::of);
    }

    /** What goes on already stands first, whenever it is asked. */
    private static String position(Check check, Instant now) {
        var from = check.from() == null || !check.from().isAfter(now) ? 0 : check.from().getEpochSecond();
        return "%012d %s %s %s %s".formatted(from, check.schedule(), check.code(), check.people(), check.to());
    }
}
