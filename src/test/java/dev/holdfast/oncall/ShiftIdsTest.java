package dev.holdfast.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.catalogue.PersonName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class ShiftIdsTest {

    private static final Instant FROM = Instant.parse("2026-10-19T00:00:00Z");
    private static final Instant TO = Instant.parse("2027-04-19T00:00:00Z");

    @ParameterizedTest
    @MethodSource("dev.holdfast.oncall.RosterVectors#cases")
    void noTwoShiftsShareAnId(JsonNode vector) {
        var timeline = Timeline.of(RosterVectors.roster(vector.get("schedule")));

        var known = ShiftIds.of(timeline, List.of(), timeline.shifts(FROM, TO));

        assertThat(known).extracting(KnownShift::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("dev.holdfast.oncall.RosterVectors#cases")
    void anOverrideLeavesAllOthersTheirIds(JsonNode vector) {
        var roster = RosterVectors.roster(vector.get("schedule"));
        var before = ShiftIds.of(Timeline.of(roster), List.of(), Timeline.of(roster).shifts(FROM, TO));
        for (var seed = 0; seed < 20; seed++) {
            var from = FROM.plus(Duration.ofHours(new Random(seed).nextInt(24 * 150)));
            var made = new MadeOverride("swap-" + seed, "any", from, from.plus(Duration.ofHours(5)), new PersonName("zoe"), null, FROM, "ann", null, null);

            var timeline = Timeline.of(roster.withOverrides(made.inForce().stream().toList()));
            var after = ShiftIds.of(timeline, List.of(made), timeline.shifts(FROM, TO));

            var untouched = new ArrayList<>(before);
            var cut = before.stream().filter(known -> known.shift().from().isBefore(made.to()) && known.shift().to().isAfter(from)).map(ShiftIdsTest::part).toList();
            untouched.removeIf(known -> cut.contains(part(known)));
            assertThat(after).as("seed %d", seed).containsAll(untouched);
            assertThat(after).extracting(KnownShift::id).contains("swap-" + seed).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.holdfast.oncall.RosterVectors#cases")
    void aShiftIsWholeWhereverOneBeginsToLook(JsonNode vector) {
        var timeline = Timeline.of(RosterVectors.roster(vector.get("schedule")));
        var all = new HashSet<>(timeline.shifts(FROM.minus(Duration.ofDays(400)), TO.plus(Duration.ofDays(400))));

        for (var day = 0; day < 60; day++) {
            var from = FROM.plus(Duration.ofHours(day * 31L));
            assertThat(all).containsAll(KnownShifts.whole(timeline, from, from.plus(Duration.ofDays(40))));
        }
    }

    /** Without what an override that the document declares had cut it into before. */
    private static String part(KnownShift known) {
        return known.id().replaceAll("-\\d+$", "");
    }

    @Test
    void nothingIsWholeWhereThereIsNothing() {
        assertThat(KnownShifts.whole(Timeline.of(new Roster(List.of(), List.of())), FROM, TO)).isEmpty();
    }
}
