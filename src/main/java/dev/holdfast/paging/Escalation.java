package dev.holdfast.paging;

import dev.holdfast.catalogue.PersonName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Who is called next (rule 8). Steps with nobody reachable are passed over at once. */
final class Escalation {

    private Escalation() {}

    static Move next(EscalationPolicy policy, Progress progress, Lines lines, Predicate<PersonName> reachable) {
        var skipped = new ArrayList<Move.Skip>();
        var call = inRound(progress, lines, reachable, skipped);
        if (call == null && progress.round() < policy.rounds() && !progress.called().isEmpty()) {
            call = inRound(new Progress(progress.round() + 1, 0, Set.of()), lines, reachable, skipped);
        }
        return call == null ? new Move.Unanswered(List.copyOf(skipped)) : call;
    }

    private static Move.@Nullable Call inRound(
            Progress progress, Lines lines, Predicate<PersonName> reachable, List<Move.Skip> skipped) {
        var hadTheirTurn = new HashSet<>(progress.called());
        var ahead = reachableChain(lines, reachable);
        for (var step = progress.step() + 1; ; step++) {
            var line = ahead.at(step, hadTheirTurn);
            if (line.isEmpty()) {
                return null;
            }
            var people = line.get().people().stream()
                    .filter(reachable)
                    .limit(step == 1 || line.get().tier() != null ? Long.MAX_VALUE : 1)
                    .toList();
            if (!people.isEmpty()) {
                return call(progress, step, line.get(), people, skipped);
            }
            skipped.add(new Move.Skip(progress.round(), step, line.get().name(), line.get().people()));
            hadTheirTurn.addAll(line.get().people());
        }
    }

    /** The chain holds each only if reachable (rule 7), so that who is not makes no step. */
    private static Lines reachableChain(Lines lines, Predicate<PersonName> reachable) {
        return new Lines(lines.fixed(), lines.chain().stream().filter(reachable).toList());
    }

    private static Move.Call call(
            Progress progress, int step, Lines.Line line, List<PersonName> people, List<Move.Skip> skipped) {
        var called = new HashSet<>(progress.called());
        called.addAll(people);
        return new Move.Call(progress.round(), step, line.of(people), called, List.copyOf(skipped));
    }
}
