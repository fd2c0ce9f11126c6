package dev.holdfast.fairness.web;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.fairness.Burden;
import dev.holdfast.fairness.Fairness;
import dev.holdfast.fairness.Rest;
import dev.holdfast.fairness.Rests;
import dev.holdfast.fairness.Suggestion;
import dev.holdfast.http.AskedTime;
import dev.holdfast.http.Csv;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.quantities.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who had how much of being on call, what would even it out, and who is to rest. */
@RestController
class FairnessApi {

    private static final Duration TWELVE_WEEKS = Duration.ofDays(84);
    private static final Duration LONGEST = Duration.ofDays(2 * 366);
    private static final BigDecimal AN_HOUR = BigDecimal.valueOf(3600);

    private final Fairness fairness;
    private final Rests rests;
    private final Clock clock;

    FairnessApi(Fairness fairness, Rests rests, Clock clock) {
        this.fairness = fairness;
        this.rests = rests;
        this.clock = clock;
    }

    record PersonAnswer(
            PersonName person, BigDecimal hours, BigDecimal outOfHours, int nights, int nightsBroken, int weekends, int holidays, int callouts) {

        static PersonAnswer of(Burden burden) {
            return new PersonAnswer(
                    burden.person(), inHours(burden.onCall()), inHours(burden.outOfHours()), burden.nights(), burden.nightsBroken(), burden.weekends(),
                    burden.holidays(), burden.callouts());
        }
    }

    /** Decimals as text; null where the one in the middle had nothing. */
    record SpreadAnswer(@Nullable String outOfHours, @Nullable String nightsBroken) {}

    record SuggestionAnswer(String schedule, Suggestion.Part give, Suggestion.Part take, @Nullable String spreadAfter) {

        static SuggestionAnswer of(Suggestion suggestion) {
            return new SuggestionAnswer(suggestion.schedule(), suggestion.give(), suggestion.take(), text(suggestion.spreadAfter()));
        }
    }

    record FairnessAnswer(Instant from, Instant to, List<PersonAnswer> people, SpreadAnswer spread, List<SuggestionAnswer> suggestions) {}

    @GetMapping("/api/v1/on-call/fairness")
    FairnessAnswer fairness(@RequestParam @Nullable String team, @RequestParam @Nullable String from, @RequestParam @Nullable String to, Viewer viewer) {
        viewer.demand(Scope.READ);
        var period = period(from, to);
        var shared = shared(team, period);
        var spread = new SpreadAnswer(
                text(shared.spread(burden -> burden.outOfHours().toMinutes()).orElse(null)), text(shared.spread(burden -> (long) burden.nightsBroken()).orElse(null)));
        return new FairnessAnswer(
                period.from(), end(period), shared.people().stream().map(PersonAnswer::of).toList(), spread, shared.suggestions().stream().map(SuggestionAnswer::of).toList());
    }

    @GetMapping(value = "/api/v1/on-call/fairness.csv", produces = "text/csv;charset=UTF-8")
    String csv(@RequestParam @Nullable String team, @RequestParam @Nullable String from, @RequestParam @Nullable String to, Viewer viewer) {
        viewer.demand(Scope.READ);
        var csv = new Csv("person", "hours", "outOfHours", "nights", "nightsBroken", "weekends", "holidays", "callouts");
        shared(team, period(from, to)).people().stream().map(PersonAnswer::of).forEach(each -> csv.row(List.of(
                each.person(), each.hours(), each.outOfHours(), each.nights(), each.nightsBroken(), each.weekends(), each.holidays(), each.callouts())));
        return csv.text();
    }

    record RestAnswer(
            PersonName person, List<Period> calledOut, Instant nextStart, Instant earliestStart, String shortfall, Rest.@Nullable Cover cover) {

        static RestAnswer of(Rest rest) {
            return new RestAnswer(rest.person(), rest.calledOut(), rest.nextStart(), rest.earliestStart(), rest.shortfall().toString(), rest.cover());
        }
    }

    record Items<T>(List<T> items, @Nullable String next) {}

    @GetMapping(value = "/api/v1/on-call/rest", produces = MediaType.APPLICATION_JSON_VALUE)
    Items<RestAnswer> rest(@RequestParam @Nullable String team, @RequestParam @Nullable String from, @RequestParam @Nullable String to, Viewer viewer) {
        viewer.demand(Scope.READ);
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var period = period(from == null ? now.minus(Duration.ofDays(1)).toString() : from, to == null && from == null ? now.plus(Duration.ofDays(3)).toString() : to);
        return new Items<>(rests.between(period.from(), end(period), team == null || team.isBlank() ? null : new TeamName(team)).stream().map(RestAnswer::of).toList(), null);
    }

    private Fairness.Shared shared(@Nullable String team, Period period) {
        return team == null || team.isBlank() ? fairness.ofAll(period.from(), end(period)) : fairness.ofTeam(new TeamName(team), period.from(), end(period));
    }

    /** The last twelve weeks, unless said otherwise. */
    private Period period(@Nullable String from, @Nullable String to) {
        var end = to == null ? clock.instant().truncatedTo(ChronoUnit.SECONDS) : AskedTime.measured("to", to);
        var start = from == null ? end.minus(TWELVE_WEEKS) : AskedTime.measured("from", from);
        if (!start.isBefore(end)) throw Unprocessable.of("to", "OUT_OF_RANGE", "to is after from.");
        if (Duration.between(start, end).compareTo(LONGEST) > 0) throw Unprocessable.of("from", "OUT_OF_RANGE", "At most two years are asked for at once.");
        return new Period(start, end);
    }

    private static Instant end(Period period) {
        return Objects.requireNonNull(period.to());
    }

    private static BigDecimal inHours(Duration length) {
        return BigDecimal.valueOf(length.toSeconds()).divide(AN_HOUR, 2, RoundingMode.HALF_UP);
    }

    private static @Nullable String text(@Nullable BigDecimal spread) {
        return spread == null ? null : spread.toPlainString();
    }
}
