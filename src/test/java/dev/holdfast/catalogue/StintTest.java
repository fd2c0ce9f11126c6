package dev.holdfast.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.quantities.Period;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StintTest {

    private static final Instant JAN = Instant.parse("2026-01-05T09:00:00Z");
    private static final Instant MAR = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant JUN = Instant.parse("2026-06-01T09:00:00Z");

    private static Version<Team> team(String name, Instant from, @Nullable Instant to, String... members) {
        var people = Stream.of(members).map(PersonName::new).toList();
        return new Version<>(new Period(from, to), new Team(new TeamName(name), null, null, TeamKind.PRODUCT, people, null, null, null, null));
    }

    @Test
    void whoStaysThroughAChangeHasOneStintAndWhoComesBackHasTwo() {
        var stints = Stint.of(Map.of("sofas", List.of(
                team("sofas", JAN, MAR, "ann", "ben"), team("sofas", MAR, JUN, "ann"), team("sofas", JUN, null, "ann", "ben", "ben"))));

        assertThat(stints).extracting(stint -> stint.person() + " " + stint.time().from() + " " + stint.time().to()).containsExactly(
                "ann " + JAN + " null", "ben " + JAN + " " + MAR, "ben " + JUN + " null");
    }

    @Test
    void aHoleInTheHistoryOfATeamEndsEverybodysStint() {
        var stints = Stint.of(Map.of("sofas", List.of(team("sofas", JAN, MAR, "ann"), team("sofas", JUN, null, "ann"))));

        assertThat(stints).hasSize(2);
        assertThat(stints.getFirst().isOver(MAR)).isTrue();
        assertThat(stints.getFirst().isOver(MAR.minusNanos(1))).isFalse();
        assertThat(stints.getLast().isOver(JUN)).isFalse();
    }
}
