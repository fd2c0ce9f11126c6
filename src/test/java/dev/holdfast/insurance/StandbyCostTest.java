package dev.holdfast.insurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.quantities.Money;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What standby costs, three ways (rule 15, X2). */
class StandbyCostTest {

    private static final Money RATE = Money.of("350", "GBP");
    private static final Money OPERATIONS = Money.of("200", "GBP");

    @ParameterizedTest
    @CsvSource({
        // teams, to a domain | at team level, domains | each, by level, operations
        "1, 1, 1, 0, 350, 350, 200",
        "10, 1, 4, 3, 3500, 2450, 200",
        "10, 3, 4, 1, 3500, 1750, 200",
        "50, 1, 20, 15, 17500, 12250, 200",
        "50, 3, 20, 5, 17500, 8750, 200",
        "7, 2, 3, 1, 2450, 1400, 200",
    })
    void growsWithTeamsUnlessTheLevelDecides(
            int teams, int teamsPerDomain, int atTeam, int domains, String everyTeam, String byLevel, String operations) {
        var cost = StandbyCost.of(teams, new Assumptions(Mix.USUAL, teamsPerDomain, RATE, OPERATIONS));
        assertThat(cost.teamSchedules()).isEqualTo(atTeam);
        assertThat(cost.domainSchedules()).isEqualTo(domains);
        assertThat(cost.everyTeam()).isEqualByComparingTo(Money.of(everyTeam, "GBP"));
        assertThat(cost.byLevel()).isEqualByComparingTo(Money.of(byLevel, "GBP"));
        assertThat(cost.opsRunIt()).isEqualByComparingTo(Money.of(operations, "GBP"));
    }

    @Test
    void everyTeamIsAtSomeLevelAndNoLevelIsOneTeamOff() {
        var random = new Random(20261121);
        for (var round = 0; round < 2_000; round++) {
            var mix = new Mix(random.nextInt(40), random.nextInt(40), 1 + random.nextInt(40));
            var teams = 1 + random.nextInt(5_000);
            var divided = mix.of(teams);
            var parts = mix.team() + mix.domain() + mix.none();
            assertThat(divided.team() + divided.domain() + divided.none()).isEqualTo(teams);
            assertThat(Math.abs(divided.team() - (double) teams * mix.team() / parts)).isLessThan(1);
            assertThat(Math.abs(divided.domain() - (double) teams * mix.domain() / parts)).isLessThan(1);
            assertThat(Math.abs(divided.none() - (double) teams * mix.none() / parts)).isLessThan(1);
        }
    }

    @Test
    void byLevelIsNeverDearerThanAScheduleEach() {
        var random = new Random(4);
        for (var round = 0; round < 2_000; round++) {
            var mix = new Mix(random.nextInt(9), random.nextInt(9), 1 + random.nextInt(9));
            var cost = StandbyCost.of(1 + random.nextInt(300), new Assumptions(mix, 1 + random.nextInt(6), RATE, OPERATIONS));
            assertThat(cost.byLevel()).isLessThanOrEqualTo(cost.everyTeam());
        }
    }

    @Test
    void aMixHasTeams() {
        assertThatThrownBy(() -> new Mix(0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Mix(1, -1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
