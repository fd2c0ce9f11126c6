package dev.holdfast.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.WithDatabase;
import dev.holdfast.catalogue.PersonName;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@WithDatabase
class OverrideStoreTest {

    private static final Instant NOW = Instant.parse("2026-11-10T12:00:00Z");

    private final OverrideStore overrides;

    OverrideStoreTest(JdbcClient db) {
        overrides = new OverrideStore(db);
    }

    @Test
    void keepsThemInTheOrderInWhichTheyWereMade() {
        overrides.add(made("second-in-time", "night", "2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z"));
        overrides.add(made("first-in-time", "night", "2026-11-11T00:00:00Z", "2026-11-12T00:00:00Z"));
        overrides.add(made("of-another", "day", "2026-11-11T00:00:00Z", "2026-11-12T00:00:00Z"));

        assertThat(overrides.of("night")).extracting(MadeOverride::id).containsExactly("second-in-time", "first-in-time");
        assertThat(overrides.from(List.of("night", "day"), Instant.parse("2026-11-15T00:00:00Z")))
                .extracting(MadeOverride::id)
                .containsExactly("second-in-time");
        assertThat(overrides.schedulesOf(new PersonName("cas"), NOW)).containsExactlyInAnyOrder("night", "day");
    }

    @Test
    void whatHasBeenOfOneStaysWhenItIsEnded() {
        overrides.add(made("running", "night", "2026-11-10T09:00:00Z", "2026-11-10T18:00:00Z"));
        overrides.add(made("ahead", "night", "2026-11-11T09:00:00Z", "2026-11-11T18:00:00Z"));

        overrides.end("running", NOW, "ann");
        overrides.end("ahead", NOW, "ann");

        assertThat(overrides.of("night").stream().flatMap(override -> override.inForce().stream()))
                .containsExactly(new ScheduleOverride(Instant.parse("2026-11-10T09:00:00Z"), NOW, new PersonName("cas")));
    }

    @Test
    void endsAllThatIsAheadWithItsSchedule() {
        overrides.add(made("over", "night", "2026-11-09T09:00:00Z", "2026-11-10T09:00:00Z"));
        overrides.add(made("ahead", "night", "2026-11-11T09:00:00Z", "2026-11-11T18:00:00Z"));

        overrides.endAll("night", NOW, "ann");

        assertThat(overrides.find("night", "over")).hasValueSatisfying(over -> assertThat(over.endedAt()).isNull());
        assertThat(overrides.find("night", "ahead")).hasValueSatisfying(ahead -> assertThat(ahead.inForce()).isEmpty());
    }

    private static MadeOverride made(String id, String schedule, String from, String to) {
        return new MadeOverride(
                id,
                schedule,
                Instant.parse(from),
                Instant.parse(to),
                new PersonName("cas"),
                null,
                Instant.parse("2026-11-01T00:00:00Z"),
                "ann",
                null,
                null);
    }
}
