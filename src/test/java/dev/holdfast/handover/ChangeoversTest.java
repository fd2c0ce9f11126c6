package dev.holdfast.handover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.oncall.Shift;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeoversTest {

    private static final Instant MONDAY = Instant.parse("2026-11-16T09:00:00Z");

    @Test
    void aPersonWhoGoesOnTakesOverFromNobody() {
        var changes = Changeovers.of("nights", List.of(shift("ann", 0, 12), shift("ann", 24, 36), shift("bob", 48, 60), shift("ann", 60, 72)));

        assertThat(changes).containsExactly(
                new Changeover("nights", new PersonName("ann"), new PersonName("bob"), at(48), at(0)),
                new Changeover("nights", new PersonName("bob"), new PersonName("ann"), at(60), at(48)));
    }

    @Test
    void whoIsAloneHandsOverToNobody() {
        assertThat(Changeovers.of("nights", List.of())).isEmpty();
        assertThat(Changeovers.of("nights", List.of(shift("ann", 0, 12), shift("ann", 12, 24)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-16T09:00:00Z", "2026-11-16T09:00:00.5Z", "2026-11-16T09:00:00.000001Z", "0999-01-01T00:00:00Z"})
    void theIdIsOfTheScheduleAndTheInstantAlone(String instant) {
        var at = Instant.parse(instant);
        var one = new Changeover("nights-2", new PersonName("ann"), new PersonName("bob"), at, MONDAY);
        var other = new Changeover("nights-2", new PersonName("cat"), new PersonName("dan"), at, at);

        assertThat(one.id()).isEqualTo(other.id());
        assertThat(Changeover.instant("nights-2", one.id())).contains(at);
        assertThat(Changeover.instant("nights", one.id())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nights", "nights-", "nights-soon", "nights-20261399T000000Z", "nights-20261116T090000", "nights-20261116T090000Z0"})
    void whatIsNoIdIsNone(String id) {
        assertThat(Changeover.instant("nights", id)).isEmpty();
    }

    @Test
    void everyChangeOfPersonIsFoundOnceAndReachesBackToTheOneBefore() {
        for (var seed = 0; seed < 500; seed++) {
            var shifts = some(new Random(seed));

            var changes = Changeovers.of("some", shifts);

            for (var change : changes) {
                var taken = shifts.stream().filter(shift -> shift.from().equals(change.at())).findFirst().orElseThrow();
                var before = shifts.get(shifts.indexOf(taken) - 1);
                assertThat(change.to()).as("seed %d", seed).isEqualTo(taken.person()).isNotEqualTo(change.from());
                assertThat(before.person()).isEqualTo(change.from());
                assertThat(shifts.stream().filter(shift -> !shift.from().isBefore(change.since()) && shift.from().isBefore(change.at())))
                        .extracting(Shift::person).containsOnly(change.from());
            }
            assertThat(changes).as("seed %d", seed).extracting(Changeover::to).isEqualTo(people(shifts).stream().skip(1).toList());
        }
    }

    /** Who is on call one after the other, neighbours that are the same taken as one. */
    private static List<PersonName> people(List<Shift> shifts) {
        var people = new ArrayList<PersonName>();
        shifts.stream().map(Shift::person).filter(person -> people.isEmpty() || !people.getLast().equals(person)).forEach(people::add);
        return people;
    }

    private static List<Shift> some(Random random) {
        var shifts = new ArrayList<Shift>();
        var hour = 0;
        for (var count = random.nextInt(20); count > 0; count--) {
            hour += random.nextInt(3) * 6;
            var until = hour + 1 + random.nextInt(24);
            shifts.add(shift(List.of("ann", "bob", "cat").get(random.nextInt(3)), hour, until));
            hour = until;
        }
        return shifts;
    }

    private static Shift shift(String person, int from, int to) {
        return new Shift(at(from), at(to), new PersonName(person), 0, 0L);
    }

    private static Instant at(int hours) {
        return MONDAY.plus(Duration.ofHours(hours));
    }
}
