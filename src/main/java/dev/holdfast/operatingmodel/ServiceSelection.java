package dev.holdfast.operatingmodel;

import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What is in force for one service at any instant from one on, by one load of what was decided; the latest decision first. */
public record ServiceSelection(List<Decision> decisions, BiFunction<Instant, @Nullable Decision, Selected> selecting) {

    public ServiceSelection {
        decisions = List.copyOf(decisions);
    }

    public Selected at(Instant at) {
        var latest = decisions.stream().filter(decision -> !decision.at().isAfter(at)).findFirst().orElse(null);
        return selecting.apply(at, latest);
    }
}
