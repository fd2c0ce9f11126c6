package dev.holdfast.throughput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class LockstepTest {

    @ParameterizedTest
    @MethodSource("weeks")
    void measuresEachServiceOfAWeek(JsonNode row) {
        var services = new ArrayList<>(Cases.histories(row).entrySet());
        var starts = new Starts(services.size());
        var reckoned = services.stream().map(each -> Reckoning.of(each.getValue()).arrivals().stream().filter(Arrival::isForward).toList()).toList();
        for (var service = 0; service < services.size(); service++) {
            for (var arrival : reckoned.get(service)) starts.add(service, arrival.startedAt());
        }
        var coupling = new Coupling(starts.inOrder(), Coupling.TOGETHER);

        for (var service = 0; service < services.size(); service++) {
            var expected = row.get("services").get(services.get(service).getKey());
            if (expected == null) continue;
            var arrivals = reckoned.get(service);
            assertThat(arrivals).hasSize(expected.get("deployments").asInt());
            assertThat(seconds(leadTimes(arrivals))).isEqualTo(seconds(expected, "leadTimeSeconds"));
            assertThat(seconds(gaps(arrivals))).isEqualTo(seconds(expected, "achievedPeriodSeconds"));
            var coupled = coupling.of(service);
            var loose = 1 - (double) coupled.lockstep() / arrivals.size();
            assertThat(loose).isCloseTo(expected.get("looseCoupling").asDouble(), within(0.00005));
        }
    }

    static Stream<JsonNode> weeks() {
        return Cases.of("lockstep.json", "weeks");
    }

    @Test
    void agreesWithCountingEveryPair() {
        for (var seed = 0; seed < 60; seed++) {
            var random = new Random(seed);
            var times = new ArrayList<List<Long>>();
            var starts = new Starts(6);
            for (var service = 0; service < 6; service++) {
                times.add(new ArrayList<>());
                for (var each = random.nextInt(14); each > 0; each--) {
                    var at = random.nextInt(40) * 7 * 60_000L;
                    times.getLast().add(at);
                    starts.add(service, at);
                }
            }
            var coupling = new Coupling(starts.inOrder(), Coupling.TOGETHER);
            for (var service = 0; service < 6; service++) {
                assertThat(coupling.of(service).lockstep()).as("seed %d, service %d", seed, service).isEqualTo(naive(times, service));
            }
        }
    }

    private static int naive(List<List<Long>> times, int service) {
        var mine = times.get(service);
        var coupled = new ArrayList<List<Long>>();
        for (var other = 0; other < times.size(); other++) {
            var theirs = times.get(other);
            if (other == service) continue;
            var here = mine.stream().filter(at -> near(theirs, at)).count();
            var there = theirs.stream().filter(at -> near(mine, at)).count();
            var less = mine.size() == theirs.size() ? Math.max(here, there) : mine.size() < theirs.size() ? here : there;
            if (here >= 3 && there >= 3 && less * 2 >= Math.min(mine.size(), theirs.size())) coupled.add(theirs);
        }
        return (int) mine.stream().filter(at -> coupled.stream().anyMatch(theirs -> near(theirs, at))).count();
    }

    private static boolean near(List<Long> times, long at) {
        return times.stream().anyMatch(other -> Math.abs(other - at) <= Coupling.TOGETHER.toMillis());
    }

    private static Samples leadTimes(List<Arrival> arrivals) {
        var samples = new Samples();
        arrivals.forEach(each -> {
            if (each.leadTime() != Arrival.UNKNOWN) samples.add(each.leadTime());
        });
        return samples;
    }

    private static Samples gaps(List<Arrival> arrivals) {
        var samples = new Samples();
        for (var gap : new ServicePeriod(arrivals, List.of(), null).gaps()) samples.add(gap);
        return samples;
    }

    private static String seconds(Samples samples) {
        return samples.median().map(each -> BigDecimal.valueOf(each.toMillis(), 3).stripTrailingZeros().toPlainString()).orElse("none");
    }

    private static String seconds(JsonNode expected, String field) {
        return expected.path(field).isNumber() ? expected.get(field).decimalValue().stripTrailingZeros().toPlainString() : "none";
    }
}
