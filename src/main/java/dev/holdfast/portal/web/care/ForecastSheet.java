package dev.holdfast.portal.web.care;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Team;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.oncall.Check;
import dev.holdfast.oncall.OnCallChecks;
import dev.holdfast.oncall.OnCallForecast;
import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page of the next twelve months. Of a large organisation a team is chosen first. */
@Component
class ForecastSheet {

    private static final int MONTHS = 12;
    private static final int SHOWN = 200;
    private static final int LEGIBLE = 1_000;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

    private final Documents documents;
    private final OnCallForecast forecast;
    private final OnCallChecks checks;

    ForecastSheet(Documents documents, OnCallForecast forecast, OnCallChecks checks) {
        this.documents = documents;
        this.forecast = forecast;
        this.checks = checks;
    }

    ForecastPage page(String team, String schedule, ReaderTime time) {
        return documents.holding(() -> {
            var view = documents.at(time.now());
            var tooMany = team.isBlank() && schedule.isBlank() && view.documents("Schedule").size() > LEGIBLE;
            var found = tooMany ? List.<Check>of()
                    : forecast.over(time.now(), MONTHS, team.isBlank() ? null : new TeamName(team), schedule.isBlank() ? null : schedule);
            return new ForecastPage(
                    heading(found, tooMany), lede(found, time), teams(view, team), tooMany, months(view, found.stream().limit(SHOWN).toList(), time),
                    Math.max(0, found.size() - SHOWN));
        });
    }

    /** What to mend in a team's schedules, each once, and how much more comes later in the twelve months. */
    record Mend(List<ForecastPage.Item> items, int more) {}

    /** The nearest few that have a date, then what is wrong at any time. */
    Mend ofTeam(TeamName team, int most, ReaderTime time) {
        return documents.holding(() -> {
            var view = documents.at(time.now());
            var names = new Names(view);
            var ahead = forecast.over(time.now(), MONTHS, team, null);
            var foreseen = ahead.stream().map(Matter::of).collect(Collectors.toSet());
            var standing = checks.at(time.now(), team, null).stream().filter(check -> !foreseen.contains(Matter.of(check)));
            var items = Stream.concat(ahead.stream().limit(most), standing).map(check -> CheckWords.item(view, check, names, time)).toList();
            return new Mend(items, Math.max(0, ahead.size() - most));
        });
    }

    /** What is wrong with which schedule: the checks and the forecast may both have found it. */
    private record Matter(Check.Code code, @Nullable String schedule) {

        static Matter of(Check check) {
            return new Matter(check.code(), check.schedule());
        }
    }

    private static String heading(List<Check> found, boolean tooMany) {
        if (tooMany) return "The next twelve months";
        return found.isEmpty() ? "Nothing breaks in the next twelve months" : Figures.count(found.size(), "thing") + " to mend in the next twelve months";
    }

    private static String lede(List<Check> found, ReaderTime time) {
        return found.stream().filter(check -> check.code() == Check.Code.GAP && check.exposurePerHour() != null && check.from() != null)
                .max(Comparator.comparing(check -> Objects.requireNonNull(check.exposurePerHour())))
                .map(check -> "The gap that costs most: %s, %s an hour at risk.".formatted(
                        time.full(Objects.requireNonNull(check.from())), Figures.money(Objects.requireNonNull(check.exposurePerHour()))))
                .orElse("Gaps, shifts in leave, people who leave or cannot be reached, and changes of the clocks, before they happen.");
    }

    private static List<Choice> teams(CatalogueView view, String team) {
        return Choice.all(view.teams().stream().sorted(Comparator.comparing(Team::shown))
                .map(it -> new Choice(it.name().value(), it.shown(), it.name().value().equals(team))).toList());
    }

    private static List<ForecastPage.Month> months(CatalogueView view, List<Check> found, ReaderTime time) {
        var names = new Names(view);
        var months = found.stream().collect(Collectors.groupingBy(check -> month(check, time), TreeMap::new, Collectors.toList()));
        return months.entrySet().stream().map(each -> new ForecastPage.Month(
                MONTH.format(each.getKey()), Figures.count(each.getValue().size()), each.getValue().stream().map(check -> CheckWords.item(view, check, names, time)).toList())).toList();
    }

    private static YearMonth month(Check check, ReaderTime time) {
        var from = Optional.ofNullable(check.from()).filter(at -> at.isAfter(time.now())).orElse(time.now());
        return YearMonth.from(time.local(from));
    }
}
