package dev.holdfast.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.quantities.WeekWindow;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShadowingTest {

    private static final PersonName ANN = new PersonName("ann");
    private static final PersonName BEN = new PersonName("ben");
    private static final PersonName FAY = new PersonName("fay");
    private static final Instant MONDAY = Instant.parse("2026-11-02T09:00:00Z");

    /** Ann and Ben take weeks, from Monday at nine; on working days by night, where it is restricted. */
    private static Roster weekly(WeekWindow... restrict) {
        var rotation = new Rotation(
                ZoneId.of("UTC"), new HandOffs(LocalDateTime.parse("2026-11-02T09:00"), 7, Turns.CALENDAR), List.of(ANN, BEN), List.of(restrict),
                new Bounds(null, null));
        return new Roster(List.of(rotation), List.of());
    }

    private static List<ShadowTurn> turns(Roster roster, Shadow shadow) {
        return Shadowing.turns("nights", shadow, roster.shifts(shadow.from(), shadow.to()));
    }

    @Test
    void aShadowHasTheTurnsOfWhomTheyGoAlongWith() {
        var shadow = new Shadow(FAY, ANN, MONDAY.minus(Duration.ofDays(3)), MONDAY.plus(Duration.ofDays(16)));

        assertThat(turns(weekly(), shadow)).containsExactly(
                new ShadowTurn("nights", FAY, ANN, MONDAY, MONDAY.plus(Duration.ofDays(7))),
                new ShadowTurn("nights", FAY, ANN, MONDAY.plus(Duration.ofDays(14)), MONDAY.plus(Duration.ofDays(16))));
    }

    @Test
    void theNightsOfATurnAreOneShadowTurn() {
        var nights = WeekWindow.of(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), "18:00", "23:00");
        var shadow = new Shadow(FAY, ANN, MONDAY, MONDAY.plus(Duration.ofDays(7)));

        assertThat(turns(weekly(nights), shadow)).singleElement().satisfies(turn -> {
            assertThat(turn.from()).isEqualTo("2026-11-02T18:00:00Z");
            assertThat(turn.to()).isEqualTo("2026-11-06T23:00:00Z");
        });
    }

    @Test
    void everyInstantOfAShadowTurnIsWithinTheShadowAndTheShiftOfWhomTheyGoAlongWith() {
        var random = new Random(20261121);
        for (var round = 0; round < 500; round++) {
            var from = MONDAY.plusSeconds(random.nextInt(-900_000, 3_000_000));
            var shadow = new Shadow(FAY, random.nextBoolean() ? ANN : BEN, from, from.plusSeconds(1 + random.nextInt(4_000_000)));
            var roster = weekly();
            var turns = turns(roster, shadow);
            var covered = Duration.ZERO;
            for (var turn : turns) {
                covered = covered.plus(Duration.between(turn.from(), turn.to()));
                assertThat(turn.from()).isBetween(shadow.from(), shadow.to());
                assertThat(turn.to()).isBetween(turn.from(), shadow.to());
                assertThat(roster.at(turn.from()).person()).isEqualTo(shadow.with());
                assertThat(roster.at(turn.to().minusNanos(1)).person()).isEqualTo(shadow.with());
            }
            var standby = roster.shifts(shadow.from(), shadow.to()).stream()
                    .filter(shift -> shift.person().equals(shadow.with()))
                    .map(shift -> Duration.between(shift.from(), shift.to()))
                    .reduce(Duration.ZERO, Duration::plus);
            assertThat(covered).as("seed 20261121, round %d", round).isEqualTo(standby);
        }
    }

    @Test
    void whatBeganIsWrittenOnceAndMovesOnlyWhileItGoesOn() {
        var over = new ShadowTurn("nights", FAY, ANN, MONDAY.minus(Duration.ofDays(14)), MONDAY.minus(Duration.ofDays(7)));
        var running = new ShadowTurn("nights", FAY, ANN, MONDAY, MONDAY.plus(Duration.ofDays(7)));
        var ahead = new ShadowTurn("nights", FAY, ANN, MONDAY.plus(Duration.ofDays(14)), MONDAY.plus(Duration.ofDays(21)));
        var now = MONDAY.plus(Duration.ofDays(1));

        var first = Shadowing.News.of(List.of(over, running, ahead), List.of(), now);
        assertThat(first.begun()).containsExactly(over, running);
        assertThat(first.moved()).isEmpty();

        var shorter = running.until(MONDAY.plus(Duration.ofDays(3)));
        var next = Shadowing.News.of(List.of(over.until(MONDAY.minus(Duration.ofDays(8))), shorter, ahead), List.of(over, running), now);
        assertThat(next.begun()).isEmpty();
        assertThat(next.moved()).containsExactly(shorter);
    }
}
