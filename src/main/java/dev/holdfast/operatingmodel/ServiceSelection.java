package dev.holdfast.operatingmodel;

import dev.holdfast.quantities.Period;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What is in force for one service at any instant from one on, by one load of what was decided; the latest decision first. */
public record ServiceSelection(List<Decision> decisions, BiFunction<Instant, @Nullable Decision, Selected> selecting) {

    public ServiceSelection {
        decisions = List.copyOf(decisions);
    }

    /** What was decided within a time, and what stood when it began. */
    public List<Decision> decidedWithin(Period time) {
        var within = new ArrayList<Decision>();
        for (var decision : decisions) {
            if (time.to() == null || decision.at().isBefore(time.to())) within.add(decision);
            if (!decision.at().isAfter(time.from())) break;
        }
        return within;
    }

    public Selected at(Instant at) {
        var latest = decisions.stream().filter(decision -> !decision.at().isAfter(at)).findFirst().orElse(null);
        return selecting.apply(at, latest);
    }
}
