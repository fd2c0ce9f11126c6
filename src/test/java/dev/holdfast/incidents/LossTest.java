package dev.holdfast.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.operatingmodel.Assessment;
import dev.holdfast.operatingmodel.Exposure;
import dev.holdfast.operatingmodel.LossCurve;
import dev.holdfast.operatingmodel.Peak;
import dev.holdfast.quantities.AvailabilityLevel;
import dev.holdfast.quantities.Money;
import dev.holdfast.quantities.Period;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LossTest {

    private static final Currency USD = Currency.getInstance("USD");
    private static final ServiceName BEDROOM = new ServiceName("bedroom");
    private static final Instant START = Instant.parse("2026-11-26T22:00:00Z");
    private static final Thresholds THRESHOLDS = new Thresholds(usd("100000"), usd("10000"));

    @ParameterizedTest
    @MethodSource("cases")
    void reckonsLossAndProtection(JsonNode row) {
        var course = course(row);
        var end = instant(row, "resolvedAt");
        var tolerable = AvailabilityLevel.of(row.get("level").asString()).tolerableUnavailabilityPerWeek();

        var protection = Protection.of(course, tolerable, end);

        assertThat(shown(Loss.at(course, end))).isEqualTo(row.get("loss").asString());
        assertThat(shown(protection.atTolerable())).isEqualTo(row.get("atTolerable").asString());
        assertThat(shown(protection.protectedLoss())).isEqualTo(row.get("protected").asString());
        assertThat(shown(protection.overrun())).isEqualTo(row.get("overrun").asString());
        assertThat(protection.effectiveness().map(BigDecimal::toPlainString).orElse(null))
                .isEqualTo(row.get("effectiveness").isNull() ? null : row.get("effectiveness").asString());
    }

    @Test
    void severalServicesAddUpEachFromItsOwnRevisions() {
        var one = affected("200000", new Impact(START, BigDecimal.ONE));
        var other = affected("36000", new Impact(START.plusSeconds(1800), new BigDecimal("0.5")));
        var course = new Course(START, USD, List.of(one, other), List.of());

        assertThat(Loss.at(course, START.plusSeconds(3600))).hasToString("209000.00 USD");
        assertThat(course.perHourAt(START)).hasToString("200000.00 USD");
        assertThat(course.perHourAt(START.plusSeconds(1800))).hasToString("218000.00 USD");
    }

    @Test
    void aLossStatedLaterReplacesWhatHadAccruedAndAnEarlierStatement() {
        var course = new Course(
                START,
                USD,
                List.of(affected("200000", new Impact(START, BigDecimal.ONE))),
                List.of(stated(600, "5"), stated(1800, "70000")));

        assertThat(Loss.at(course, START.plusSeconds(600))).hasToString("5.00 USD");
        assertThat(Loss.at(course, START.plusSeconds(1800))).hasToString("70000.00 USD");
        assertThat(Loss.at(course, START.plusSeconds(5400))).hasToString("270000.00 USD");
    }

    @ParameterizedTest
    @CsvSource({"1, HIGH, MAJOR", "0.25, MEDIUM, MINOR", "0.02, LOW, MINOR"})
    void sizesTheBedroomsIncidentsByTheirImpact(String impact, LossSize size, IncidentType type) {
        var course = new Course(START, USD, List.of(affected("200000", new Impact(START, new BigDecimal(impact)))), List.of());

        var expected = THRESHOLDS.sizeOf(Expectation.of(course, START));

        assertThat(expected).isEqualTo(size);
        assertThat(expected.type()).isEqualTo(type);
    }

    @Test
    void becomesMajorAtTheInstantThatTheLossCrosses() {
        var course = new Course(START, USD, List.of(affected("50000", new Impact(START, BigDecimal.ONE))), List.of());

        assertThat(Expectation.reaches(course, usd("100000"), START.plusSeconds(60))).contains(START.plusSeconds(7200));
        assertThat(Expectation.reaches(course, usd("50000"), START.plusSeconds(60))).contains(START.plusSeconds(60));
    }

    @Test
    void crossesNothingWhereNothingIsLost() {
        var course = new Course(START, USD, List.of(affected("0", new Impact(START, BigDecimal.ONE))), List.of());

        assertThat(Expectation.reaches(course, usd("0.01"), START)).isEmpty();
        assertThat(Expectation.nextEdge(course, START)).isEmpty();
    }

    @Test
    void expectsThePeakThatBeginsWithinTheHour() {
        var peak = new Peak("sale", new Period(START.plusSeconds(1800), START.plusSeconds(5400)), Exposure.of("300000"), Duration.ZERO);
        var curve = LossCurve.always(USD, new Assessment(Exposure.of("10000"), "High", List.of(peak), List.of()), ZoneOffset.UTC);
        var course = new Course(START, USD, List.of(new Affected(BEDROOM, curve, List.of(new Impact(START, BigDecimal.ONE)))), List.of());

        assertThat(Expectation.of(course, START)).hasToString("155000.00 USD");
        assertThat(Expectation.nextEdge(course, START)).contains(START.plusSeconds(1800));
    }

    @Test
    void wasLivedAsTheLargestThatItWasEverExpectedToBe() {
        var calmed = affected("200000", new Impact(START, BigDecimal.ONE), new Impact(START.plusSeconds(60), new BigDecimal("0.02")));
        var course = new Course(START, USD, List.of(calmed), List.of());

        assertThat(THRESHOLDS.sizeOf(Loss.at(course, START.plusSeconds(1800)))).isEqualTo(LossSize.LOW);
        assertThat(Expectation.lived(course, THRESHOLDS, START.plusSeconds(1800))).isEqualTo(LossSize.HIGH);
    }

    @Test
    void isAdditiveAndNeverFalls() {
        var random = new Random(482);
        for (int round = 0; round < 200; round++) {
            var course = someCourse(random, false);
            var cut = START.plusSeconds(1 + random.nextInt(40_000));
            var end = cut.plusSeconds(1 + random.nextInt(40_000));

            var whole = Loss.accrued(course, new Period(START, end));
            var parts = Loss.accrued(course, new Period(START, cut)).add(Loss.accrued(course, new Period(cut, end)));

            assertThat(whole).isEqualByComparingTo(parts);
            assertThat(Loss.at(course, end)).isGreaterThanOrEqualTo(Loss.at(course, cut));
        }
    }

    @Test
    void theCrossingIsTheFirstInstantAtOrAboveTheThreshold() {
        var random = new Random(2026);
        for (int round = 0; round < 200; round++) {
            var now = START.plusSeconds(3600 + random.nextInt(20_000));
            var course = someCourse(random, true).knownAt(now);
            var threshold = Loss.at(course, now).plus(usd(String.valueOf(1 + random.nextInt(900_000))));

            var crossing = Expectation.reaches(course, threshold, now);

            assertThat(crossing).isPresent();
            assertThat(Loss.at(course, crossing.orElseThrow())).isGreaterThanOrEqualTo(threshold);
            assertThat(Loss.at(course, crossing.orElseThrow().minusNanos(1000))).isLessThan(threshold);
        }
    }

    @Test
    void agreesWithASumOverEverySecond() {
        var random = new Random(7);
        for (int round = 0; round < 10; round++) {
            var course = someCourse(random, false);
            var seconds = 1 + random.nextInt(20_000);

            var sum = IntStream.range(0, seconds)
                    .mapToObj(second -> course.perHourAt(START.plusSeconds(second)).amount())
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .divide(BigDecimal.valueOf(3600), MathContext.DECIMAL128);

            assertThat(shown(Loss.at(course, START.plusSeconds(seconds)))).isEqualTo(shown(new Money(sum, USD)));
        }
    }

    private static Course someCourse(Random random, boolean mayState) {
        var affected = IntStream.rangeClosed(0, random.nextInt(3)).mapToObj(index -> someAffected(random)).toList();
        var stated = mayState && random.nextBoolean() ? List.of(stated(random.nextInt(20_000), "1234.56")) : List.<Stated>of();
        return new Course(START, USD, affected, stated);
    }

    private static Affected someAffected(Random random) {
        var peaks = new ArrayList<Peak>();
        for (int index = random.nextInt(4); index > 0; index--) {
            var from = START.plusSeconds(random.nextInt(30_000) - 5_000);
            var during = new Period(from, from.plusSeconds(1 + random.nextInt(40_000)));
            peaks.add(new Peak("peak", during, Exposure.of(String.valueOf(random.nextInt(2_000_000))), Duration.ZERO));
        }
        var base = Exposure.of(String.valueOf(1 + random.nextInt(300_000)));
        var impacts = Stream.concat(
                        Stream.of(new Impact(START, new BigDecimal("0.25"))),
                        IntStream.range(0, random.nextInt(3))
                                .mapToObj(index -> new Impact(
                                        START.plusSeconds(random.nextInt(30_000)),
                                        BigDecimal.valueOf(1 + random.nextInt(100), 2))))
                .toList();
        return new Affected(BEDROOM, LossCurve.always(USD, new Assessment(base, "High", peaks, List.of()), ZoneOffset.UTC), impacts);
    }

    private static Affected affected(String exposure, Impact... impacts) {
        var assessment = Assessment.of(Exposure.of(exposure), "High");
        return new Affected(BEDROOM, LossCurve.always(USD, assessment, ZoneOffset.UTC), List.of(impacts));
    }

    private static Stated stated(int seconds, String amount) {
        return new Stated(START.plusSeconds(seconds), usd(amount));
    }

    private static Course course(JsonNode row) {
        var peaks = each(row.get("peaks"))
                .map(it -> new Peak(
                        "peak",
                        new Period(instant(it, "from"), instant(it, "to")),
                        Exposure.of(it.get("exposurePerHour").asString()),
                        Duration.ZERO))
                .toList();
        var impacts = each(row.get("impacts"))
                .map(it -> new Impact(instant(it, "at"), new BigDecimal(it.get("impact").asString())))
                .toList();
        var stated = each(row.get("stated"))
                .map(it -> new Stated(instant(it, "at"), usd(it.get("amount").asString())))
                .toList();
        var base = Exposure.of(row.get("exposurePerHour").asString());
        var curve = LossCurve.always(USD, new Assessment(base, "High", peaks, List.of()), ZoneOffset.UTC);
        return new Course(instant(row, "startedAt"), USD, List.of(new Affected(BEDROOM, curve, impacts)), stated);
    }

    static Stream<JsonNode> cases() {
        return each(new JsonMapper()
                .readTree(LossTest.class.getResourceAsStream("/incidents/incident-loss.json"))
                .get("cases"));
    }

    private static Stream<JsonNode> each(JsonNode node) {
        if (node.isNull() || node.isObject()) {
            return node.isNull() ? Stream.of() : Stream.of(node);
        }
        return StreamSupport.stream(node.spliterator(), false);
    }

    private static Instant instant(JsonNode row, String field) {
        return Instant.parse(row.get(field).asString());
    }

    private static String shown(Money money) {
        return money.rounded().amount().toPlainString();
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
