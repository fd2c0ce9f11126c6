package dev.holdfast.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuresTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");

    /** Days of deployments in a period of so many days. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            one afternoon makes no month weekly, 28, 7, 9.1 9.2 9.3 9.4 9.5, 4, 1, false
            every week, 28, 7, 0 7 14 27.9, 4, 4, true
            four of five are enough, 35, 7, 0 7 14 21, 5, 4, true
            three of four are not, 28, 7, 0 7 14, 4, 3, false
            the open window counts, 29, 7, 0 7 14 21, 5, 4, true
            the open window counts against, 22, 7, 0 7, 4, 2, false
            none at all, 28, 7, '', 4, 0, false
            monthly, 60, 30, 29.9 30, 2, 2, true
            """)
    void theTargetIsMetByEightyPercentOfItsWindows(String name, int length, int every, String days, long all, long used, boolean met) {
        var deployed = Stream.of(days.split(" ")).filter(day -> !day.isEmpty())
                .mapToLong(day -> MONDAY.toEpochMilli() + Math.round(Double.parseDouble(day) * 86_400) * 1_000)
                .toArray();

        var windows = Windows.of(MONDAY, MONDAY.plus(Duration.ofDays(length)), every, deployed);

        assertThat(windows).isEqualTo(new Windows(every, all, used));
        assertThat(windows.met()).isEqualTo(met);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            10, 10, 10, 10
            10 20, 15, 17.5, 19
            10 20 6000, 20, 3010, 4804
            1 2 3 4, 2.5, 3.25, 3.7
            4 1 3 2 5, 3, 4, 4.6
            """)
    void mediansAndPercentilesLieOnAStraightLine(String seconds, double median, double p75, double p90) {
        var samples = new Samples();
        Arrays.stream(seconds.split(" ")).mapToLong(Long::parseLong).forEach(second -> samples.add(second * 1_000));

        assertThat(samples.median().orElseThrow().toMillis()).isEqualTo(Math.round(median * 1000));
        assertThat(samples.percentile(75).orElseThrow().toMillis()).isEqualTo(Math.round(p75 * 1000));
        assertThat(samples.percentile(90).orElseThrow().toMillis()).isEqualTo(Math.round(p90 * 1000));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            WEEK, 2026-03-20T12:00:00Z, 2026-04-01T00:00:00Z, 2026-03-20T12:00:00Z 2026-03-23T00:00:00Z 2026-03-29T23:00:00Z 2026-04-01T00:00:00Z
            MONTH, 2026-03-01T00:00:00Z, 2026-04-30T00:00:00Z, 2026-03-01T00:00:00Z 2026-03-31T23:00:00Z 2026-04-30T00:00:00Z
            QUARTER, 2025-12-31T23:00:00Z, 2026-04-02T00:00:00Z, 2025-12-31T23:00:00Z 2026-01-01T00:00:00Z 2026-03-31T23:00:00Z 2026-04-02T00:00:00Z
            """)
    void weeksBeginOnMondayInTheZone(Buckets.Length length, Instant from, Instant to, String edges) {
        var buckets = Buckets.of(from, to, ZoneId.of("Europe/London"), length);

        assertThat(buckets.edges().stream().map(Instant::toString).collect(Collectors.joining(" "))).isEqualTo(edges);
        for (var each = 0; each < buckets.count(); each++) {
            assertThat(buckets.of(buckets.edges().get(each))).isEqualTo(each);
            assertThat(buckets.of(buckets.edges().get(each + 1).minusMillis(1))).isEqualTo(each);
        }
    }

    @Test
    void everyNumberOfAnExplanationIsAFact() {
        var row = Cases.of("outcomes.json", "cases").filter(each -> each.get("name").asString().startsWith("two incidents")).findFirst().orElseThrow();
        var account = new Account(MONDAY, MONDAY.plus(Duration.ofDays(28)), MONDAY.plus(Duration.ofDays(4)), ZoneId.of("UTC"), Buckets.Length.WEEK);
        Cases.histories(row).values().forEach(history -> account.add(new ServicePeriod(Reckoning.of(history).arrivals(), List.of(MONDAY), 7)));

        var measures = new Measuring(account, new Agreed(1, 1, List.of(1, 0, 0, 0)), MONDAY, true, List.of("bob")).all();

        assertThat(measures).hasSize(9).allSatisfy(measure -> measure.explain().forEach(because -> {
            var numbers = because.facts().values().stream().map(Object::toString).toList();
            var said = Stream.of(because.text().split("[^0-9.]+")).map(word -> word.replaceAll("\\.$", "")).filter(word -> !word.isEmpty()).toList();
            assertThat(numbers).as(because.text()).containsAll(said);
        }));
    }
}
