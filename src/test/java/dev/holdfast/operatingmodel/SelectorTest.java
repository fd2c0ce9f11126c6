package dev.holdfast.operatingmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.catalogue.ServiceKind;
import dev.holdfast.quantities.AvailabilityLevel;
import dev.holdfast.quantities.Period;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SelectorTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final Terms TERMS = Terms.DEFAULT;

    @ParameterizedTest
    @MethodSource("targets")
    void givesEachExposureTheLevelOfItsBand(JsonNode row) {
        var bands = bands(row.get("bands"));
        var exposure = new BigDecimal(row.get("exposurePerHour").asString());

        var level = bands.levelOf(exposure);

        assertThat(level).hasToString(row.get("level").asString());
        assertThat(bands.isAboveTop(exposure)).isEqualTo(row.get("aboveTopBand").asBoolean());
        var tolerable = new BigDecimal(row.get("tolerableSeconds").asString());
        assertThat(level.tolerableUnavailabilityPerWeek())
                .isEqualTo(Duration.ofNanos(tolerable.movePointRight(9).longValueExact()));
        assertThat(Sentences.tabular(level.tolerableUnavailabilityPerWeek()))
                .isEqualTo(row.get("tolerable").asString());
    }

    @ParameterizedTest
    @MethodSource("cells")
    void givesEachCellOfTheSelectorItsModel(JsonNode row) {
        var level = AvailabilityLevel.of(row.get("level").asString());
        var demand = new DemandBand("some", row.get("everyDays").asInt());
        var kind = ServiceKind.valueOf(row.get("kind").asString().toUpperCase(Locale.ROOT));

        var model = Selector.model(level, demand);
        var onCall = Selector.onCall(TERMS.onCallLevels(), model, level);

        assertThat(model.word()).isEqualTo(row.get("operatingModel").asString());
        assertThat(demand.trafficLight().word()).isEqualTo(row.get("trafficLight").asString());
        assertThat(onCall.workingHours().word()).isEqualTo(row.at("/onCall/workingHours").asString());
        assertThat(onCall.outOfHours().word()).isEqualTo(row.at("/onCall/outOfHours").asString());
        assertThat(Selector.cautions(level, demand, model, kind, false))
                .map(Enum::name)
                .isEqualTo(strings(row.get("cautions")));
    }

    @ParameterizedTest
    @CsvSource({
        "810000, Low, FOUNDATIONAL, 99.9, OPS, OPERATIONS, ABOVE_TOP_BAND|OPS_AT_999",
        "6000, High, DIGITAL, 95.0, YBYR, NONE, ''",
        "200000, Very High, DIGITAL, 99.0, YBYR, DOMAIN, ''",
        "6000, Medium, DIGITAL, 95.0, OPS, OPERATIONS, DIGITAL_OPS|LOW_LOW_DIGITAL",
    })
    void selectsForTheRetailersServices(
            String exposure, String demand, ServiceKind kind, String level, OperatingModel model, OnCallLevel ooh, String cautions) {
        var assessment = Assessment.of(Exposure.of(exposure), demand);

        var outcome = Selector.select(TERMS, assessment, kind, NOON).orElseThrow();

        assertThat(outcome.level()).hasToString(level);
        assertThat(outcome.operatingModel()).isEqualTo(model);
        assertThat(outcome.onCall().outOfHours()).isEqualTo(ooh);
        assertThat(outcome.cautions().stream().map(Enum::name)).containsExactlyElementsOf(words(cautions));
    }

    @Test
    void aPeakRaisesTargetAndOnCallLevelButMovesNoServiceBetweenModels() {
        var peak = peak("2026-11-27T00:00:00Z", "2026-11-30T00:00:00Z", "900000", "P1D");
        var assessment = new Assessment(Exposure.of("200000"), "Medium", List.of(peak), List.of());

        var before = Selector.select(TERMS, assessment, ServiceKind.DIGITAL, Instant.parse("2026-11-25T23:59:59Z")).orElseThrow();
        var leadIn = Selector.select(TERMS, assessment, ServiceKind.DIGITAL, Instant.parse("2026-11-26T00:00:00Z")).orElseThrow();
        var after = Selector.select(TERMS, assessment, ServiceKind.DIGITAL, Instant.parse("2026-11-30T00:00:00Z")).orElseThrow();

        assertThat(List.of(before.level(), leadIn.level(), after.level())).map(Object::toString).containsExactly("99.0", "99.9", "99.0");
        assertThat(leadIn.operatingModel()).isEqualTo(OperatingModel.OPS);
        assertThat(leadIn.cautions()).contains(Caution.ABOVE_TOP_BAND);
        assertThat(before.cautions()).doesNotContain(Caution.ABOVE_TOP_BAND);
    }

    @Test
    void aPeakBelowTheBaseChangesNothingAndTheLargestOfSeveralWins() {
        var low = peak("2026-11-26T00:00:00Z", "2026-11-27T00:00:00Z", "10", "PT0S");
        var high = peak("2026-11-26T06:00:00Z", "2026-11-26T18:00:00Z", "500000", "PT0S");
        var higher = peak("2026-11-26T11:00:00Z", "2026-11-26T13:00:00Z", "700000", "PT0S");
        var assessment = new Assessment(Exposure.of("200000"), "High", List.of(low, high, higher), List.of());

        assertThat(assessment.targetedAt(NOON).orElseThrow().perHour()).isEqualByComparingTo("700000");
        assertThat(assessment.targetedAt(NOON.plusSeconds(7200)).orElseThrow().perHour()).isEqualByComparingTo("500000");
        assertThat(assessment.targetedAt(NOON.minusSeconds(36000)).orElseThrow().perHour()).isEqualByComparingTo("200000");
    }

    @Test
    void anUnassessedServiceHasNoOutcome() {
        var withoutDemand = new Assessment(Exposure.of("1"), null, List.of(), List.of());
        var unknownDemand = Assessment.of(Exposure.of("1"), "Enormous");

        assertThat(Selector.select(TERMS, Assessment.NONE, ServiceKind.DIGITAL, NOON)).isEmpty();
        assertThat(Selector.select(TERMS, withoutDemand, ServiceKind.DIGITAL, NOON)).isEmpty();
        assertThat(Selector.select(TERMS, unknownDemand, ServiceKind.DIGITAL, NOON)).isEmpty();
        assertThat(Assessment.NONE.missing()).containsExactly("exposurePerHour", "demand");
    }

    @Test
    void refusesWhatCannotBe() {
        var band = new ExposureBand(BigDecimal.TEN, AvailabilityLevel.of("99.0"));

        assertThatThrownBy(() -> Exposure.of("-0.01")).hasMessageContaining("negative");
        assertThatThrownBy(() -> new ExposureBands(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ExposureBands(List.of(band, band))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DemandBand("never", 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Peak peak(String from, String to, String exposure, String leadIn) {
        var during = new Period(Instant.parse(from), Instant.parse(to));
        return new Peak("peak", during, Exposure.of(exposure), Duration.parse(leadIn));
    }

    private static ExposureBands bands(JsonNode rows) {
        return new ExposureBands(StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new ExposureBand(
                        row.get("upTo").decimalValue(),
                        AvailabilityLevel.of(row.get("level").asString())))
                .toList());
    }

    static Stream<JsonNode> targets() {
        return rows("availability-target.json");
    }

    static Stream<JsonNode> cells() {
        return rows("operating-model.json");
    }

    static Stream<JsonNode> rows(String file) {
        var cases = new JsonMapper()
                .readTree(SelectorTest.class.getResourceAsStream("/operatingmodel/" + file))
                .get("cases");
        return StreamSupport.stream(cases.spliterator(), false);
    }

    private static List<String> strings(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asString).toList();
    }

    private static List<String> words(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split("\\|"));
    }
}
