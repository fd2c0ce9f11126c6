package dev.holdfast.throughput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class OutcomesTest {

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatBecameOfDeployments(JsonNode row) {
        var measured = measured(row);

        var expect = row.get("expect");
        var whole = measured.account().whole();
        number(expect, "deployments", (double) whole.deployments());
        number(expect, "leadTimes", (double) whole.leadTimes().count());
        number(expect, "leadTimeMinutes", minutes(whole.leadTimes()));
        number(expect, "commitTimes", (double) whole.commitTimes().count());
        number(expect, "commitTimeMinutes", minutes(whole.commitTimes()));
        number(expect, "recoveryMinutes", minutes(whole.recoveries()));
        number(expect, "negative", (double) whole.negative());
        number(expect, "unattributed", (double) whole.unattributedIncidents());
        number(expect, "deploymentDays", (double) measured.account().days());
        number(expect, "changeFailureRate", value(measured, "change-failure-rate"));
        number(expect, "reworkRate", value(measured, "rework"));
        number(expect, "aWeek", value(measured, "M4"));
        number(expect, "servicesShare", value(measured, "M2"));
        number(expect, "deploymentsShare", value(measured, "M2-deployments"));
        if (expect.has("perWeek")) {
            var weeks = measure(measured, "M4").trend().stream().map(point -> Integer.valueOf(String.valueOf(point.value()))).toList();
            assertThat(weeks).isEqualTo(expect.get("perWeek").valueStream().map(JsonNode::asInt).toList());
        }
        if (expect.has("failedVersions")) {
            assertThat(measured.failed()).isEqualTo(expect.get("failedVersions").valueStream().map(JsonNode::asString).toList());
        }
    }

    static Stream<JsonNode> cases() {
        return Cases.of("outcomes.json", "cases");
    }

    /** What arrives late, twice or out of order leaves the same. */
    @ParameterizedTest
    @MethodSource("cases")
    void theOrderOfArrivalAndDuplicatesDoNotMatter(JsonNode row) {
        Cases.histories(row).forEach((service, history) -> {
            var once = Reckoning.of(history);
            for (var seed = 0; seed < 25; seed++) {
                var random = new Random(seed);
                var shaken = new History(shaken(history.deployments(), random), shaken(history.builds(), random), shaken(history.mishaps(), random));
                assertThat(Reckoning.of(shaken)).as("%s, seed %d", service, seed).usingRecursiveComparison().isEqualTo(once);
            }
        });
    }

    @Test
    void nothingIsSaidWhereNothingIsKnown() {
        var empty = new Account(Instant.parse("2026-03-02T00:00:00Z"), Instant.parse("2026-03-30T00:00:00Z"), Instant.parse("2026-03-30T00:00:00Z"), ZoneOffset.UTC, Buckets.Length.WEEK);

        var measures = new Measuring(empty, new Agreed(0, 0, List.of(0, 0, 0, 0)), null, true, List.of()).all();

        assertThat(measures).allSatisfy(measure -> {
            assertThat(measure.value()).isNull();
            assertThat(measure.notApplicable()).isNotBlank();
            assertThat(measure.trend()).allSatisfy(point -> assertThat(point.value()).isNull());
        });
    }

    private record Measured(Account account, List<Measure> measures, List<String> failed) {}

    private static Measured measured(JsonNode row) {
        var from = Cases.instant(row, "from");
        var to = Cases.instant(row, "to");
        var zone = ZoneId.of("UTC");
        var account = new Account(from, to, to, zone, Buckets.Length.WEEK);
        var failed = new ArrayList<String>();
        @Nullable Instant since = null;
        for (var history : Cases.histories(row).values()) {
            var reckoned = Reckoning.of(history);
            for (var place = 0; place < reckoned.arrivals().size(); place++) {
                if (reckoned.arrivals().get(place).failed()) failed.add(history.live().get(place).version());
            }
            if (!reckoned.arrivals().isEmpty()) since = reckoned.firstAt().orElseThrow();
            account.add(new ServicePeriod(
                    reckoned.arrivals().stream().filter(each -> each.at() >= from.toEpochMilli() && each.at() < to.toEpochMilli()).toList(), reckoned.unattributed(), null));
        }
        return new Measured(account, new Measuring(account, agreed(row, account), since, true, List.of()).all(), failed);
    }

    /** A case that speaks of no templates has no live digital service either. */
    private static Agreed agreed(JsonNode row, Account account) {
        var standard = new Integer[account.buckets().count()];
        Arrays.fill(standard, 0);
        row.get("deployments").forEach(each -> {
            if (each.path("change").asString("").equals("standard")) standard[account.buckets().of(Cases.instant(each, "at"))]++;
        });
        return new Agreed(row.has("withTemplate") ? row.get("services").size() : 0, row.path("withTemplate").size(), List.of(standard));
    }

    private static Measure measure(Measured measured, String id) {
        return measured.measures().stream().filter(measure -> measure.id().equals(id)).findFirst().orElseThrow();
    }

    private static @Nullable Double value(Measured measured, String id) {
        var value = measure(measured, id).value();
        return value == null ? null : Double.valueOf(value);
    }

    private static @Nullable Double minutes(Samples samples) {
        return samples.median().map(median -> median.toMillis() / 60_000.0).orElse(null);
    }

    private static void number(JsonNode expect, String field, @Nullable Double actual) {
        if (expect.has(field)) assertThat(actual).as(field).isNotNull().isCloseTo(expect.get(field).asDouble(), within(0.00005));
    }

    private static <T> List<T> shaken(List<T> all, Random random) {
        var shaken = new ArrayList<>(all);
        all.forEach(each -> {
            if (random.nextInt(3) == 0) shaken.add(each);
        });
        Collections.shuffle(shaken, random);
        return shaken;
    }
}
