package dev.holdfast.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.Stint;
import dev.holdfast.catalogue.TeamKind;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.quantities.Period;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JoinerTest {

    private static final Instant NOW = day(300);

    private static Instant day(int number) {
        return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(86_400L * number);
    }

    private static Stint stint(String person, String team, TeamKind kind, int from, @Nullable Integer to) {
        return new Stint(new PersonName(person), new TeamName(team), team, kind, new Period(day(from), to == null ? null : day(to)));
    }

    @Test
    void onlyWhoWasInApplicationSupportBeforeHasComeFromThere() {
        var stints = List.of(
                stint("lin", "app-support", TeamKind.APPLICATION_SUPPORT, 0, null),
                stint("vic", "app-support", TeamKind.APPLICATION_SUPPORT, 0, 100),
                stint("ann", "sofas", TeamKind.PRODUCT, 0, null),
                stint("sam", "bridge", TeamKind.OPERATIONS_BRIDGE, 0, 100),
                stint("old", "app-support", TeamKind.APPLICATION_SUPPORT, 0, 50),
                stint("old", "sofas", TeamKind.PRODUCT, 50, 90),
                stint("vic", "sofas", TeamKind.PRODUCT, 100, null),
                stint("sam", "sofas", TeamKind.PRODUCT, 100, null),
                stint("lin", "sofas", TeamKind.PRODUCT, 200, null),
                stint("ann", "app-support", TeamKind.APPLICATION_SUPPORT, 210, null));

        assertThat(Joiner.of(new TeamName("sofas"), stints, Map.of(), NOW))
                .extracting(joiner -> joiner.person() + " " + joiner.since() + " " + joiner.stillThere())
                .containsExactly("vic " + day(100) + " false", "lin " + day(200) + " true");
        assertThat(Joiner.of(new TeamName("app-support"), stints, Map.of(), NOW)).isEmpty();
    }
}
