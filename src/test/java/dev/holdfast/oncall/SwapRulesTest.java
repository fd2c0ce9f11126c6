package dev.holdfast.oncall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.http.Conflict;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.quantities.Period;
import dev.holdfast.quantities.WeekWindow;
import dev.holdfast.quantities.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SwapRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final PersonName ANN = new PersonName("ann");
    private static final PersonName BOB = new PersonName("bob");
    private static final PersonName CAS = new PersonName("cas");

    @Test
    void waitsForTheOneWhoIsAskedOrForAllOfTheScheduleButWhoGives() {
        var asked = swap(BOB, null);
        var open = swap(null, null);

        assertThat(SwapRules.waitsFor(asked, BOB, schedule -> Set.of())).isTrue();
        assertThat(SwapRules.waitsFor(asked, CAS, schedule -> Set.of(ANN, CAS))).isFalse();
        assertThat(SwapRules.waitsFor(open, CAS, schedule -> Set.of(ANN, CAS))).isTrue();
        assertThat(SwapRules.waitsFor(open, ANN, schedule -> Set.of(ANN, CAS))).isFalse();
        assertThat(SwapRules.waitsFor(open.at(open.expiresAt()), CAS, schedule -> Set.of(ANN, CAS))).isFalse();
    }

    @Test
    void expiresAtTheEarlierBeginningWhetherTheTimerHasRungOrNot() {
        var swap = swap(BOB, period(2, 4));

        assertThat(swap.at(swap.expiresAt().minusNanos(1)).waits()).isTrue();
        assertThat(swap.at(swap.expiresAt()).state()).isEqualTo(SwapState.EXPIRED);
        assertThat(SwapRules.expiry(new NewSwap(ANN, period(10, 12), BOB, period(2, 4), null))).isEqualTo(NOW.plus(Duration.ofHours(2)));
        assertThatThrownBy(() -> SwapRules.demandWaits(swap.at(swap.expiresAt()))).isInstanceOf(Conflict.class);
    }

    @ParameterizedTest
    @CsvSource({"-1, 2", "2, 2", "2, 2300"})
    void onlyWhatIsAheadAndNotForeverIsSwapped(int from, int to) {
        var asked = new NewSwap(ANN, new Period(NOW.plus(Duration.ofHours(from)), NOW.plus(Duration.ofHours(to))), BOB, null, null);

        assertThatThrownBy(() -> SwapRules.demandPossible(asked, NOW)).isInstanceOf(Unprocessable.class);
    }

    /** Seeded: a swap that is agreed gives exactly what each had to the other, and nobody else is touched. */
    @ParameterizedTest
    @ValueSource(strings = {"Europe/London", "America/New_York", "Australia/Lord_Howe"})
    void whatIsAgreedChangesHandsAndNothingElse(ZoneId zone) {
        var random = new Random(20261124);
        var agreed = 0;
        for (var round = 0; round < 300; round++) {
            var start = Instant.parse(round % 2 == 0 ? "2026-03-01T00:00:00Z" : "2026-10-10T00:00:00Z");
            var end = start.plus(Duration.ofDays(40));
            var roster = RosterTest.any(zone, start, random);
            var shifts = roster.shifts(start, end);
            if (shifts.size() < 2) continue;
            var give = shifts.get(random.nextInt(shifts.size()));
            var take = shifts.get(random.nextInt(shifts.size()));
            if (give.person().equals(take.person())) continue;
            var swap = new Swap("s", "night", give.person(), new Period(give.from(), give.to()), take.person(), new Period(take.from(), take.to()), null,
                    SwapState.AGREED, start, "ann", start, start, "bob");
            var given = SwapRules.theirs("give", give.person(), roster.shifts(give.from(), give.to()));
            var taken = SwapRules.theirs("take", take.person(), roster.shifts(take.from(), take.to()));

            var after = roster.withOverrides(SwapRules.overrides(swap, given, taken));

            for (var at : List.of(give.from(), give.to().minusSeconds(1))) assertThat(after.at(at).person()).isEqualTo(take.person());
            for (var at : List.of(take.from(), take.to().minusSeconds(1))) assertThat(after.at(at).person()).isEqualTo(give.person());
            assertThat(Timeline.of(after).gaps(start, end)).isEqualTo(Timeline.of(roster).gaps(start, end));
            assertThat(Moves.between(shifts, after.shifts(start, end))).allSatisfy(move -> assertThat(move.person()).isIn(give.person(), take.person()));
            agreed++;
        }
        assertThat(agreed).isGreaterThan(100);
    }

    @Test
    void aGapWithinWhatIsGivenStaysOne() {
        var shifts = List.of(
                new Shift(NOW, NOW.plus(Duration.ofHours(3)), ANN, 0, 0L), new Shift(NOW.plus(Duration.ofHours(20)), NOW.plus(Duration.ofHours(24)), ANN, 0, 0L));

        var given = SwapRules.theirs("give", ANN, shifts);

        assertThat(SwapRules.overrides(swap(BOB, null), given, null)).hasSize(2).allSatisfy(it -> assertThat(it.person()).isEqualTo(BOB));
        assertThat(Stretches.read(given.written())).isEqualTo(given);
        assertThatThrownBy(() -> SwapRules.theirs("give", BOB, shifts)).isInstanceOf(Unprocessable.class);
        assertThatThrownBy(() -> SwapRules.demandUnmoved(given.written(), new Stretches(given.periods().subList(0, 1)))).isInstanceOf(Conflict.class);
    }

    /** Told at once while they work; at night only what would otherwise come too late. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-23T12:00:00Z, 2026-12-01T00:00:00Z, 2026-11-23T12:00:00Z",
        "2026-11-23T22:00:00Z, 2026-12-01T00:00:00Z, 2026-11-24T09:00:00Z",
        "2026-11-23T22:00:00Z, 2026-11-24T03:00:00Z, 2026-11-23T22:00:00Z",
        "2026-11-23T22:00:00Z, 2026-11-24T09:30:00Z, 2026-11-23T22:00:00Z",
        "2026-11-28T10:00:00Z, 2026-12-05T00:00:00Z, 2026-11-30T09:00:00Z"
    })
    void nobodyIsWokenByAMessage(Instant now, Instant begins, Instant told) {
        var office = new WeekWindow(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(9, 0), LocalTime.of(17, 30), false);
        var calendar = new WorkingCalendar(ZoneId.of("Europe/London"), List.of(office), Set.of());

        assertThat(WhenTold.of(calendar, begins, now)).isEqualTo(told);
    }

    private static Swap swap(@Nullable PersonName taker, @Nullable Period take) {
        return new Swap("s", "night", ANN, period(5, 9), taker, take, null, SwapState.ASKED, NOW, "ann", NOW.plus(Duration.ofHours(take == null ? 5 : 2)), null, null);
    }

    private static Period period(int from, int to) {
        return new Period(NOW.plus(Duration.ofHours(from)), NOW.plus(Duration.ofHours(to)));
    }
}
