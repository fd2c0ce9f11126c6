package dev.holdfast.remuneration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.incidents.Responses.Response;
import dev.holdfast.operatingmodel.Remuneration;
import dev.holdfast.operatingmodel.Remuneration.Per;
import dev.holdfast.operatingmodel.Remuneration.Rate;
import dev.holdfast.quantities.Period;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalloutsTest {

    private static final Instant NIGHT = Instant.parse("2026-10-03T01:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT10M, PT1H, PT15M, PT1H",
        "PT1H, PT1H, PT15M, PT1H",
        "PT1H1S, PT1H, PT15M, PT1H15M",
        "PT2H45M, PT1H, PT15M, PT2H45M",
        "PT10M, PT0S, PT15M, PT15M",
        "PT10M, PT2H, PT0S, PT2H",
    })
    void shortOnesArePaidTheLeastAndTimeIsRoundedUp(Duration worked, Duration minimum, Duration roundUpTo, Duration counted) {
        var callout = new Remuneration.Callout(new Rate(BigDecimal.valueOf(50), Per.HOUR), minimum, roundUpTo);

        assertThat(Callouts.counted(worked, callout)).isEqualTo(counted);
    }

    @Test
    void thoseThatOverlapAreOne() {
        var paid = Callouts.of(List.of(worked("ann", "INC-1", 0, 40), worked("ann", "INC-2", 30, 90), worked("ann", "INC-3", 90, 100), worked("bob", "INC-1", 10, 20)));

        assertThat(paid).extracting(each -> each.person().value()).containsExactly("ann", "ann", "bob");
        assertThat(paid).extracting(Callouts.Paid::worked).containsExactly(Duration.ofMinutes(90), Duration.ofMinutes(10), Duration.ofMinutes(10));
        assertThat(paid.getFirst().incidents()).containsExactly("INC-1", "INC-2");
    }

    @Test
    void nobodyWorksTheSameMinuteTwice() {
        for (var seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var all = IntStream.range(0, 12).mapToObj(number -> {
                var from = random.nextInt(600);
                return worked("ann", "INC-" + number, from, from + 1 + random.nextInt(120));
            }).toList();
            var minutes = IntStream.range(0, 800)
                    .filter(minute -> all.stream().anyMatch(each -> each.outOfHours().getFirst().contains(NIGHT.plus(Duration.ofMinutes(minute)))))
                    .count();

            var paid = Callouts.of(all).stream().map(Callouts.Paid::worked).reduce(Duration.ZERO, Duration::plus);

            assertThat(paid).as("seed %d", seed).isEqualTo(Duration.ofMinutes(minutes));
        }
    }

    @Test
    void whatLiesInWorkingHoursIsNoCallout() {
        var response = new Response("INC-1", new ServiceName("shop"), new PersonName("ann"), NIGHT, NIGHT.plusSeconds(60));

        assertThat(Callouts.of(List.of(new Callouts.Worked(response, List.of())))).isEmpty();
    }

    private static Callouts.Worked worked(String person, String incident, int from, int to) {
        var start = NIGHT.plus(Duration.ofMinutes(from));
        var end = NIGHT.plus(Duration.ofMinutes(to));
        return new Callouts.Worked(
                new Response(incident, new ServiceName("shop"), new PersonName(person), start, end), List.of(new Period(start, end)));
    }
}
