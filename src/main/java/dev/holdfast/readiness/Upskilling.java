package dev.holdfast.readiness;

import dev.holdfast.catalogue.Memberships;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.oncall.Shadows;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** People who move from application support into the teams that build (B5). */
@Component
public class Upskilling {

    private final Memberships memberships;
    private final Shadows shadows;
    private final Clock clock;

    Upskilling(Memberships memberships, Shadows shadows, Clock clock) {
        this.memberships = memberships;
        this.shadows = shadows;
        this.clock = clock;
    }

    /** Those of a team's people who came from there; three queries. */
    public List<Joiner> of(TeamName team) {
        var stints = memberships.all();
        var members = stints.stream().filter(stint -> stint.team().equals(team)).map(stint -> stint.person()).distinct().toList();
        return Joiner.of(team, stints, shadows.done(members), clock.instant());
    }
}
