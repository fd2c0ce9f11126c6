package dev.holdfast.operatingmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.catalogue.ServiceKind;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.quantities.AvailabilityLevel;
import dev.holdfast.quantities.Because;
import dev.holdfast.quantities.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InForceTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.:]\\d+)*");
    private static final Peak FRIDAY = new Peak(
            "Black Friday",
            new Period(NOON.plusSeconds(3600), NOON.plusSeconds(7200)),
            Exposure.of("900000"),
            Duration.ofMinutes(30));
    private static final Subject BEDROOM = new Subject(
            new Assessment(Exposure.of("200000"), "Very High", List.of(FRIDAY), List.of()), ServiceKind.DIGITAL, null);

    @Test
    void theCalculationIsInForceWithoutADecision() {
        var selected = InForce.of(Policy.DEFAULT, BEDROOM, null, NOON);

        assertThat(selected.isAssessed()).isTrue();
        assertThat(selected.level()).hasToString("99.0");
        assertThat(selected.onCall()).isEqualTo(new OnCall(OnCallLevel.TEAM, OnCallLevel.DOMAIN));
        assertThat(selected.until()).isEqualTo(NOON.plusSeconds(1800));
    }

    @Test
    void anOverrideReplacesWhatItNamesUntilItsEnd() {
        var higher = new Overriding(null, AvailabilityLevel.of("99.95"), null);
        var decision = decision(higher, NOON.plusSeconds(600));

        var during = InForce.of(Policy.DEFAULT, BEDROOM, decision, NOON);
        var after = InForce.of(Policy.DEFAULT, BEDROOM, decision, NOON.plusSeconds(600));

        assertThat(during.level()).hasToString("99.95");
        assertThat(during.operatingModel()).isEqualTo(OperatingModel.YBYR);
        assertThat(during.onCall().outOfHours()).isEqualTo(OnCallLevel.TEAM);
        assertThat(during.until()).isEqualTo(NOON.plusSeconds(600));
        assertThat(during.calculated()).isNotNull().extracting(Outcome::level).hasToString("99.0");
        assertThat(after.level()).hasToString("99.0");
        assertThat(after.override()).isNull();
    }

    @Test
    void anotherModelBringsItsOwnOnCallAndCautions() {
        var operations = decision(new Overriding(OperatingModel.OPS, null, null), null);

        var selected = InForce.of(Policy.DEFAULT, BEDROOM, operations, NOON);

        assertThat(selected.onCall()).isEqualTo(OnCall.BY_OPERATIONS);
        assertThat(selected.cautions()).containsExactly(Caution.DIGITAL_OPS);
    }

    @Test
    void operationsCoverNothingThatIsNotTheirsHoweverItWasDecided() {
        var byNight = new Overriding(null, null, OnCallLevel.OPERATIONS);
        var whileOperations = new Overriding(OperatingModel.OPS, null, OnCallLevel.OPERATIONS);

        assertThat(InForce.of(Policy.DEFAULT, BEDROOM, decision(byNight, null), NOON).onCall())
                .isEqualTo(new OnCall(OnCallLevel.TEAM, OnCallLevel.DOMAIN));
        assertThat(InForce.of(Policy.DEFAULT, new Subject(Assessment.NONE, null, null), decision(byNight, null), NOON).onCall())
                .isEqualTo(OnCall.BY_TEAM);
        assertThat(InForce.of(Policy.DEFAULT, BEDROOM, decision(whileOperations, null), NOON).onCall().outOfHours())
                .isEqualTo(OnCallLevel.OPERATIONS);
    }

    @Test
    void aConfirmationReplacesNothing() {
        var selected = InForce.of(Policy.DEFAULT, BEDROOM, decision(null, null), NOON);

        assertThat(selected.override()).isNull();
        assertThat(selected.level()).hasToString("99.0");
    }

    @Test
    void anUnassessedServiceIsItsTeamsAtEveryHour() {
        var unknown = new Subject(Assessment.NONE, null, null);

        var selected = InForce.of(Policy.DEFAULT, unknown, null, NOON);

        assertThat(selected.isAssessed()).isFalse();
        assertThat(selected.level()).isNull();
        assertThat(selected.onCall()).isEqualTo(OnCall.BY_TEAM);
        assertThat(selected.missing()).containsExactly("exposurePerHour", "demand");
        assertThat(selected.explain()).extracting(Because::code).containsExactly("UNASSESSED");
    }

    @ParameterizedTest
    @MethodSource("everySituation")
    void everyNumberOfAnExplanationStandsInItsFacts(Selected selected) {
        for (var line : selected.explain()) {
            var facts = line.facts().values().stream().map(String::valueOf).toList();
            NUMBER.matcher(line.text()).results().forEach(number -> assertThat(facts)
                    .as(line.text())
                    .anyMatch(fact -> fact.contains(number.group())));
        }
    }

    static Stream<Selected> everySituation() {
        var override = decision(
                new Overriding(OperatingModel.OPS, AvailabilityLevel.of("98.5"), OnCallLevel.TEAM), NOON.plusSeconds(9999));
        var exposures = Stream.of("6000", "200000", "810000");
        return exposures.flatMap(exposure -> Stream.of("Low", "High", "Very High", "Ten", "None of these")
                .flatMap(demand -> Stream.of(NOON, NOON.plusSeconds(2000), NOON.plusSeconds(4000))
                        .flatMap(at -> Stream.of(
                                InForce.of(policy(), subject(exposure, demand), null, at),
                                InForce.of(policy(), subject(exposure, demand), override, at)))));
    }

    private static Policy policy() {
        var bands = Stream.concat(
                        Terms.DEFAULT.demandBands().stream(), Stream.of(new DemandBand("Ten", 10)))
                .toList();
        var terms = Terms.DEFAULT;
        return Policy.DEFAULT.with(new Terms(
                terms.currency(), terms.exposureBands(), bands, terms.onCallLevels(), terms.heads(), null));
    }

    private static Subject subject(String exposure, String demand) {
        var assessment = new Assessment(Exposure.of(exposure), demand, List.of(FRIDAY), List.of());
        return new Subject(assessment, ServiceKind.FOUNDATIONAL, null);
    }

    private static Decision decision(@Nullable Overriding overriding, @Nullable Instant until) {
        return new Decision(
                UUID.randomUUID(),
                new ServiceName("bedroom"),
                NOON.minusSeconds(60),
                "ann",
                new Decision.Inputs(null, null, null),
                1,
                null,
                overriding,
                "Peak of 2026",
                until);
    }
}
