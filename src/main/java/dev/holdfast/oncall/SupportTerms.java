package dev.holdfast.oncall;

import dev.holdfast.catalogue.TeamName;
import dev.holdfast.catalogue.Tier;
import dev.holdfast.quantities.Period;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a service says of its tiers beside their teams: to which its alerts go first, and when delivery comes before them. */
record SupportTerms(Set<Tier> alertsTo, List<Dated> firstTurns) {

    static final SupportTerms USUAL = new SupportTerms(Set.of(Tier.L1), List.of());

    SupportTerms {
        alertsTo = Set.copyOf(alertsTo);
        firstTurns = List.copyOf(firstTurns);
    }

    /** Why the delivery team is called first for a time. */
    enum Why {
        HYPERCARE("hypercare"),
        PEAK_SUPPORT("peak support");

        final String words;

        Why(String words) {
            this.words = words;
        }
    }

    /** Without a team it is the one that is L3. */
    record Dated(Why why, Period during, @Nullable TeamName team) {}
}
