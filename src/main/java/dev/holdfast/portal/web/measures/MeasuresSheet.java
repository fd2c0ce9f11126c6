package dev.holdfast.portal.web.measures;

import dev.holdfast.catalogue.Documents;
import dev.holdfast.http.Csv;
import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.throughput.Buckets;
import dev.holdfast.throughput.Measure;
import dev.holdfast.throughput.MeasureScope;
import dev.holdfast.throughput.Throughput;
import dev.holdfast.throughput.ThroughputAsked;
import dev.holdfast.throughput.ThroughputCsv;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Makes the page of measures of throughput. */
@Component
class MeasuresSheet {

    private static final String HERE = "/measures/throughput";
    private static final Map<String, Integer> WEEKS = periods();
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.UK);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);
    private static final int MOST_OFFERED = 500;

    private final Throughput throughput;
    private final Documents documents;

    MeasuresSheet(Throughput throughput, Documents documents) {
        this.throughput = throughput;
        this.documents = documents;
    }

    /** @param weeks so many up to now */
    record Asked(MeasureScope scope, String weeks, Buckets.Length bucket) {

        static Asked of(@Nullable String scope, @Nullable String weeks, @Nullable String bucket, Instant now) {
            var chosen = weeks != null && WEEKS.containsKey(weeks) ? weeks : "12";
            return new Asked(MeasureScope.of(scope), chosen, ThroughputAsked.of(null, null, bucket, now).bucket());
        }

        Throughput.Answer answer(Throughput throughput, Instant now) {
            return throughput.of(scope, now.minus(Duration.ofDays(7L * WEEKS.getOrDefault(weeks, 12))), now, bucket);
        }

        String address(String path, String otherWeeks, Buckets.Length other) {
            return UriComponentsBuilder.fromPath(path).queryParam("scope", scope.toString()).queryParam("weeks", otherWeeks)
                    .queryParam("bucket", other.name().toLowerCase(Locale.ROOT)).encode().build().toUriString();
        }
    }

    MeasuresPage page(Asked asked, ReaderTime time) {
        var answer = asked.answer(throughput, time.now());
        var measures = new LinkedHashMap<String, Measure>();
        answer.measures().forEach(measure -> measures.put(measure.id(), measure));
        var zone = answer.zone();
        var groups = List.of(
                group("How fast", measures, zone, "M4", "M3", "M3-commit"),
                group("How safely", measures, zone, "change-failure-rate", "recovery", "rework"),
                group("What makes it so", measures, zone, "M1", "M2", "M2-deployments"));
        var periods = WEEKS.keySet().stream()
                .map(weeks -> new Choice(asked.address(HERE, weeks, asked.bucket()), words(weeks), weeks.equals(asked.weeks())))
                .toList();
        var buckets = Stream.of(Buckets.Length.WEEK, Buckets.Length.MONTH, Buckets.Length.QUARTER)
                .map(length -> new Choice(asked.address(HERE, asked.weeks(), length), length.name().toLowerCase(Locale.ROOT), length == asked.bucket()))
                .toList();
        return new MeasuresPage(
                title(asked.scope()), lede(answer, time), back(asked.scope()), asked.scope().toString(), where(time.now()), periods, buckets,
                asked.address(HERE + ".csv", asked.weeks(), asked.bucket()), answer.knownSince() == null, groups, table(answer),
                MeasureWords.defects(answer.measures().getFirst()));
    }

    Csv csv(Asked asked, Instant now) {
        return ThroughputCsv.of(asked.answer(throughput, now));
    }

    private static MeasuresPage.Group group(String name, Map<String, Measure> measures, ZoneId zone, String... ids) {
        var tiles = Stream.of(ids).map(measures::get).map(measure -> tile(measure, zone)).toList();
        return new MeasuresPage.Group(name, name.toLowerCase(Locale.ROOT).replace(' ', '-'), tiles);
    }

    private static MeasuresPage.Tile tile(Measure measure, ZoneId zone) {
        return new MeasuresPage.Tile(
                measure.id(), measure.name(), MeasureWords.value(measure.unit(), measure.value()), MeasureWords.unit(measure),
                measure.value() == null ? "" : MeasureWords.under(measure), MeasureWords.target(measure), trend(measure, zone), measure.explain(),
                measure.notApplicable() == null ? "" : measure.notApplicable());
    }

    private static @Nullable Sparkline trend(Measure measure, ZoneId zone) {
        if (measure.trend().stream().allMatch(point -> point.value() == null)) return null;
        var values = new ArrayList<@Nullable Double>();
        measure.trend().forEach(point -> values.add(point.value() == null ? null : MeasureWords.number(measure.unit(), point.value())));
        var first = day(measure.trend().getFirst().from(), zone);
        var last = day(measure.trend().getLast().from(), zone);
        var known = measure.trend().stream().filter(point -> point.value() != null).toList();
        var label = "%s from %s, %s, to %s, %s".formatted(
                measure.name(), day(known.getFirst().from(), zone), MeasureWords.value(measure.unit(), known.getFirst().value()),
                day(known.getLast().from(), zone), MeasureWords.value(measure.unit(), known.getLast().value()));
        return Sparkline.of(label, values, first, last);
    }

    private static MeasuresPage.Table table(Throughput.Answer answer) {
        var drawn = answer.measures().stream().filter(measure -> !measure.trend().isEmpty()).toList();
        var rows = new ArrayList<MeasuresPage.Row>();
        for (var each = 0; !drawn.isEmpty() && each < drawn.getFirst().trend().size(); each++) {
            var bucket = each;
            rows.add(new MeasuresPage.Row(
                    day(drawn.getFirst().trend().get(each).from(), answer.zone()),
                    drawn.stream().map(measure -> MeasureWords.value(measure.unit(), measure.trend().get(bucket).value())).toList()));
        }
        return new MeasuresPage.Table(drawn.stream().map(Measure::name).toList(), rows);
    }

    private static String day(Instant at, ZoneId zone) {
        return DAY.format(at.atZone(zone));
    }

    private static String lede(Throughput.Answer answer, ReaderTime time) {
        var known = answer.knownSince() == null ? "" : " Deployments are known since %s.".formatted(time.full(answer.knownSince()));
        return "Production deployments of %s from %s to %s; days and weeks of %s.%s".formatted(
                Figures.count(answer.services(), "service"), DATE.format(answer.from().atZone(answer.zone())), DATE.format(answer.to().atZone(answer.zone())), answer.zone().getId(), known);
    }

    private static String title(MeasureScope scope) {
        return scope.kind() == MeasureScope.Kind.ORGANISATION ? "Throughput" : "Throughput of " + scope.name();
    }

    private static MeasuresPage.@Nullable Back back(MeasureScope scope) {
        return switch (scope.kind()) {
            case ORGANISATION -> null;
            case DOMAIN -> new MeasuresPage.Back("/domains/" + scope.name(), "The domain");
            case TEAM -> new MeasuresPage.Back("/teams/" + scope.name(), "The team");
            case SERVICE -> new MeasuresPage.Back("/services/" + scope.name(), "The service");
        };
    }

    private List<String> where(Instant now) {
        return documents.holding(() -> {
            var view = documents.at(now);
            return Stream.of(Stream.of("organisation"), view.domains().stream().map(domain -> "domain:" + domain.name()), view.teams().stream().map(team -> "team:" + team.name()))
                    .flatMap(each -> each)
                    .limit(MOST_OFFERED)
                    .toList();
        });
    }

    private static String words(String weeks) {
        return switch (weeks) {
            case "26" -> "6 months";
            case "52" -> "12 months";
            default -> weeks + " weeks";
        };
    }

    private static Map<String, Integer> periods() {
        var periods = new LinkedHashMap<String, Integer>();
        List.of(4, 12, 26, 52).forEach(weeks -> periods.put(weeks.toString(), weeks));
        return periods;
    }
}
