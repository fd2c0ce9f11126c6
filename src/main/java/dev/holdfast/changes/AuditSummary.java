package dev.holdfast.changes;

import java.util.EnumMap;
import java.util.Map;

/** How many deployments there were, and of how many of them each trait is true. */
public record AuditSummary(int population, Map<Trait, Integer> counts) {

    public AuditSummary {
        counts = Map.copyOf(counts);
    }

    public int of(Trait trait) {
        return counts.getOrDefault(trait, 0);
    }

    /** Those that there are. */
    public Map<Gap, Integer> gaps() {
        var gaps = new EnumMap<Gap, Integer>(Gap.class);
        for (var gap : Gap.values()) {
            if (of(Trait.of(gap)) > 0) gaps.put(gap, of(Trait.of(gap)));
        }
        return gaps;
    }

    public int missing(Control control) {
        return of(control.exception());
    }

    public int evidence(Control control) {
        return population - missing(control);
    }
}
