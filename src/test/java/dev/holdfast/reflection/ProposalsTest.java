package dev.holdfast.reflection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.incidents.ServiceLosses;
import dev.holdfast.operatingmodel.OperatingModel;
import dev.holdfast.quantities.AvailabilityLevel;
import dev.holdfast.quantities.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProposalsTest {

    private static final List<Bound> BANDS = List.of(bound(7_000, "95.0"), bound(250_000, "99.0"), bound(800_000, "99.9"));

    @Test
    void hasNothingToSayWhereEverythingFits() {
        var standings = List.of(service("finder", 4_000, 0, 0), service("bedroom", 200_000, 3, 0), service("checkout", 620_000, 2, 1));

        assertThat(propose(standings)).isEmpty();
    }

    @Test
    void raisesTheTopBoundToARoundAmountAboveWhatIsWorthMore() {
        var standings = List.of(service("finder", 4_000, 0, 0), service("bedroom", 200_000, 1, 0), service("platform", 810_000, 1, 0));

        var proposal = propose(standings).getFirst();
        assertThat(proposal.code()).isEqualTo(Proposal.Code.RAISE_TOP_BOUND);
        assertThat(proposal.sentence()).isEqualTo("Raise the bound of 99.9 to $850,000.");
        assertThat(proposal.bands()).containsExactly(BANDS.get(0), BANDS.get(1), bound(850_000, "99.9"));
        assertThat(proposal.why().getFirst().text()).isEqualTo("platform is worth $810,000 an hour where the bands end at $800,000.");
    }

    @Test
    void knowsAProposalAboutManyServicesByAShortKeyThatStaysAsLongAsItIsAboutTheSame() {
        var many = new ArrayList<Standing>();
        for (var number = 0; number < 400; number++) many.add(service("platform-%03d".formatted(number), 810_000, 1, 0));
        var key = propose(many).getFirst().key();

        assertThat(key).matches("RAISE_TOP_BOUND:[0-9a-f]{32}");
        assertThat(propose(many.reversed()).getFirst().key()).isEqualTo(key);
        assertThat(propose(many.subList(0, 399)).getFirst().key()).isNotEqualTo(key);
        assertThat(propose(many.subList(0, 2)).getFirst().key()).isEqualTo("RAISE_TOP_BOUND:platform-000+platform-001");
    }

    @Test
    void lowersABoundBelowWhatWasRestoredTooLateAgainAndAgain() {
        var standings = List.of(
                service("finder", 4_000, 0, 0), service("bedroom", 200_000, 4, 1), service("warehouse", 220_000, 3, 2), service("checkout", 620_000, 1, 0));

        assertThat(propose(standings)).singleElement().satisfies(proposal -> {
            assertThat(proposal.sentence()).isEqualTo("Lower the bound of 99.0 to $200,000.");
            assertThat(proposal.bands().get(1)).isEqualTo(bound(200_000, "99.0"));
            assertThat(proposal.about()).containsExactly(new ServiceName("warehouse"));
        });
    }

    @Test
    void raisesABoundAboveWhatLostNothingAndIsStoodByFor() {
        var standings = List.of(
                service("finder", 4_000, 0, 0), service("cards", 9_000, 0, 0), service("planner", 60_000, 2, 0), service("checkout", 620_000, 1, 0));

        assertThat(propose(standings)).singleElement().satisfies(proposal -> {
            assertThat(proposal.code()).isEqualTo(Proposal.Code.RAISE_BOUND);
            assertThat(proposal.bands().getFirst().upTo()).isBetween(amount(9_000), amount(59_999));
            assertThat(proposal.about()).containsExactly(new ServiceName("cards"));
        });
    }

    @Test
    void removesABandThatNobodyUsesNotEvenAtAPeak() {
        var standings = List.of(service("bedroom", 200_000, 1, 0), service("checkout", 620_000, 1, 0));
        var peaking = standing("finder", 200_000, 5_000_000, "99.0", 0, 0, 0, 0);

        assertThat(propose(standings)).extracting(Proposal::key).containsExactly("REMOVE_BAND:95.0");
        assertThat(propose(List.of(service("finder", 4_000, 0, 0), peaking))).extracting(Proposal::code).doesNotContain(Proposal.Code.REMOVE_BAND);
    }

    @Test
    void asksToAssessAgainWhatLostMoreThanAnHourOfItIsSaidToCost() {
        var lossy = standing("cards", 45_000, 45_000, "99.0", 1, 0, 60_000, 3_600);
        var fair = standing("slots", 45_000, 45_000, "99.0", 1, 0, 45_001, 3_600);
        var standings = List.of(service("finder", 4_000, 0, 0), lossy, fair, service("checkout", 620_000, 1, 0));

        assertThat(propose(standings)).extracting(Proposal::key).containsExactly("ASSESS_AGAIN:cards");
    }

    @Test
    void countsWhatNobodyAssessed() {
        var standings = new ArrayList<>(List.of(service("finder", 4_000, 0, 0), service("bedroom", 200_000, 1, 0), service("checkout", 620_000, 1, 0)));
        standings.add(new Standing(new ServiceName("legacy"), "legacy", null, null, null, null, null, List.of(), null, ServiceLosses.none(new ServiceName("legacy"))));

        assertThat(propose(standings)).singleElement().satisfies(proposal -> {
            assertThat(proposal.sentence()).isEqualTo("Assess legacy.");
            assertThat(proposal.movesBands()).isFalse();
        });
    }

    @ParameterizedTest
    @CsvSource({"200000, 220000, 200000", "45000, 60000, 55000", "9000, 60000, 35000", "100, 101, 100", "0, 300, 150", "199999.99, 200000, 199999.995"})
    void choosesARoundAmountBetween(BigDecimal low, BigDecimal high, BigDecimal expected) {
        assertThat(Rounding.between(low, high)).isEqualByComparingTo(expected);
    }

    /** Whatever happened, each proposal is a policy that could be agreed on, and moves only one bound. */
    @Test
    void proposesOnlyBandsThatAscend() {
        for (int seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            var standings = new ArrayList<Standing>();
            for (int service = 0; service < 1 + random.nextInt(12); service++) {
                var incidents = random.nextInt(4);
                standings.add(service("s" + service, 1_000 * random.nextInt(1_000), incidents, incidents == 0 ? 0 : random.nextInt(incidents + 1)));
            }
            for (var proposal : propose(standings)) {
                var bands = proposal.bands();
                for (int next = 1; next < bands.size(); next++) {
                    assertThat(bands.get(next).upTo()).as("seed %s, %s", seed, proposal).isGreaterThan(bands.get(next - 1).upTo());
                }
                if (proposal.movesBands()) assertThat(bands.size()).isBetween(BANDS.size() - 1, BANDS.size());
            }
        }
    }

    private static List<Proposal> propose(List<Standing> standings) {
        return Proposals.of(BANDS, standings, amount -> Money.of(amount, "USD").forPeople());
    }

    private static Standing service(String name, int exposure, int incidents, int beyond) {
        var level = exposure <= 7_000 ? "95.0" : exposure <= 250_000 ? "99.0" : "99.9";
        return standing(name, exposure, exposure, level, incidents, beyond, incidents, incidents * 3_600L);
    }

    private static Standing standing(String name, int exposure, int highest, String level, int incidents, int beyond, int lost, long seconds) {
        var service = new ServiceName(name);
        var standby = level.equals("95.0") ? null : Money.of("1000", "USD");
        return new Standing(
                service, name, amount(exposure), amount(highest), AvailabilityLevel.of(level), OperatingModel.YBYR, "High", List.of(), standby,
                new ServiceLosses(service, incidents, 0, beyond, amount(lost), amount(0), amount(0), Duration.ofSeconds(seconds)));
    }

    private static Bound bound(int upTo, String level) {
        return new Bound(amount(upTo), AvailabilityLevel.of(level));
    }

    private static BigDecimal amount(int whole) {
        return BigDecimal.valueOf(whole);
    }
}
