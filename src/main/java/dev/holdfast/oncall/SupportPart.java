package dev.holdfast.oncall;

import dev.holdfast.catalogue.SpecPart;
import dev.holdfast.catalogue.SpecReader;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.catalogue.Tier;
import dev.holdfast.quantities.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Of a Service's {@code support} what says in which order its tiers are called; their teams are the catalogue's. */
@Component
class SupportPart implements SpecPart<SupportTerms> {

    @Override
    public String kind() {
        return "Service";
    }

    @Override
    public Set<String> fields() {
        return Set.of();
    }

    @Override
    public SupportTerms read(SpecReader spec) {
        var support = spec.object("support");
        return support == null ? SupportTerms.USUAL : new SupportTerms(alertsTo(support), firstTurns(support));
    }

    private static Set<Tier> alertsTo(SpecReader support) {
        var tiers = EnumSet.noneOf(Tier.class);
        for (var name : support.texts("alertsTo")) {
            if (name.equals("L1") || name.equals("L2")) {
                tiers.add(Tier.valueOf(name));
            } else {
                support.fault("alertsTo", "UNKNOWN_VALUE", "Alerts go to L1, to L2, or to both together, and not to " + name);
            }
        }
        if (tiers.isEmpty()) tiers.add(Tier.L1);
        return tiers;
    }

    private static List<SupportTerms.Dated> firstTurns(SpecReader support) {
        var turns = new ArrayList<SupportTerms.Dated>();
        for (var turn : support.objects("firstTurns")) {
            var read = firstTurn(turn);
            if (read != null) turns.add(read);
        }
        return turns;
    }

    private static SupportTerms.@Nullable Dated firstTurn(SpecReader turn) {
        var why = turn.required("as", turn.choice("as", SupportTerms.Why.class));
        var from = turn.required("from", turn.instant("from"));
        var to = turn.required("to", turn.instant("to"));
        var team = turn.reference("team", "Team");
        if (from != null && to != null && !from.isBefore(to)) {
            turn.fault("to", "OUT_OF_RANGE", "A first turn ends after it begins");
            return null;
        }
        return why == null || from == null || to == null
                ? null
                : new SupportTerms.Dated(why, new Period(from, to), team == null || team.isBlank() ? null : new TeamName(team));
    }
}
