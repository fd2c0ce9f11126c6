package dev.holdfast.oncall;

import dev.holdfast.catalogue.TeamName;
import dev.holdfast.catalogue.Tier;
import dev.holdfast.quantities.Period;
import dev.holdfast.quantities.WorkingCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tiers of a service that operations run: which team each is, to which of them its alerts go first, and the dated
 * times in which the delivery team is called before all of them.
 */
record Support(Map<Tier, Party> teams, Set<Tier> alertsTo, List<FirstTurn> firstTurns) {

    Support {
        teams = Map.copyOf(teams);
        alertsTo = Set.copyOf(alertsTo);
        firstTurns = List.copyOf(firstTurns);
    }

    /** A team and when it works. */
    record Party(TeamName name, WorkingCalendar calendar) {}

    /** Hypercare or peak support: L3 before L1. */
    record FirstTurn(SupportTerms.Why why, Period during, @Nullable Party party) {}

    /** One tier in its turn; {@code together} where it is called in one step with the tier before it. */
    record Turn(Tier tier, @Nullable Party party, boolean together, boolean first) {}

    /** Who is called one after the other at an instant. */
    List<Turn> at(Instant at) {
        var turns = new ArrayList<Turn>();
        var first = firstTurnAt(at);
        first.ifPresent(it -> turns.add(new Turn(Tier.L3, partyOf(it), false, true)));
        var usual = usual();
        var third = first.map(this::partyOf).filter(party -> party.equals(teams.get(Tier.L3))).isPresent();
        usual.stream().filter(turn -> turn.tier() != Tier.L3 || !third).forEach(turns::add);
        return turns;
    }

    Optional<FirstTurn> firstTurnAt(Instant at) {
        return firstTurns.stream().filter(turn -> turn.during().contains(at)).findFirst();
    }

    /** The next instant at which a first turn begins or ends. */
    @Nullable Instant nextEdge(Instant at) {
        return firstTurns.stream()
                .flatMap(turn -> Stream.of(turn.during().from(), turn.during().to()))
                .filter(edge -> edge != null && edge.isAfter(at))
                .min(Instant::compareTo)
                .orElse(null);
    }

    Stream<TeamName> names() {
        return Stream.concat(teams.values().stream(), firstTurns.stream().flatMap(turn -> Stream.ofNullable(turn.party())))
                .map(Party::name);
    }

    private @Nullable Party partyOf(FirstTurn turn) {
        return turn.party() == null ? teams.get(Tier.L3) : turn.party();
    }

    private List<Turn> usual() {
        var turns = new ArrayList<Turn>();
        for (var tier : Tier.values()) {
            var skipped = tier == Tier.L1 && !alertsTo.contains(Tier.L1);
            var together = tier == Tier.L2 && alertsTo.size() > 1;
            if (!skipped) turns.add(new Turn(tier, teams.get(tier), together, false));
        }
        return turns;
    }
}
