package dev.holdfast.reflection;

import dev.holdfast.operatingmodel.DemandBand;
import dev.holdfast.quantities.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reflection as it would be held now: losses and demand since the last one beside bands and targets.
 *
 * @param from since when incidents count
 * @param due when it falls due; null while there is no organisation
 * @param standings live services, the dearest losses first
 * @param proposals what is not answered yet
 * @param answers what was answered in this reflection
 */
public record Reflection(
        Instant from,
        Instant at,
        @Nullable LocalDate due,
        boolean soon,
        boolean overdue,
        int policyVersion,
        List<BandStanding> bands,
        List<DemandStanding> demands,
        List<Standing> standings,
        Optional<Money> standbyPerWeek,
        List<Proposed> proposals,
        List<Answer> answers) {

    /** A band, and what happened to the services in it. {@code above} is the bound of the band beneath. */
    public record BandStanding(
            Bound band, BigDecimal above, int services, BigDecimal exposure, long incidents, long beyondTolerance, BigDecimal lost,
            Optional<Money> standbyPerWeek) {}

    /** A demand band, how many services ask for it, and how many of those changed what they ask for since. */
    public record DemandStanding(DemandBand band, int services, int changed) {}

    /** A proposal, and what accepting it would change. */
    public record Proposed(Proposal proposal, List<Move> moves, Optional<Money> standbyNow, Optional<Money> standbyThen) {}

    /** A service that a proposal would change, in words: what it has now and what it would have. */
    public record Move(String service, String now, String then) {}

    public Reflection {
        bands = List.copyOf(bands);
        demands = List.copyOf(demands);
        standings = List.copyOf(standings);
        proposals = List.copyOf(proposals);
        answers = List.copyOf(answers);
    }

    /** The same, looked at again: at another instant, from which another time back is the same. */
    Reflection at(Instant since, Instant other, LocalDate today) {
        var its = new Due(due);
        return new Reflection(
                since, other, due, its.isSoon(today), its.isOver(today), policyVersion, bands, demands, standings, standbyPerWeek, proposals, answers);
    }

    public BigDecimal lost() {
        return standings.stream().map(it -> it.losses().lost()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public long incidents() {
        return standings.stream().mapToLong(it -> it.losses().incidents()).sum();
    }

    public long beyondTolerance() {
        return standings.stream().mapToLong(it -> it.losses().beyondTolerance()).sum();
    }

    public long bandMoves() {
        return proposals.stream().filter(it -> it.proposal().movesBands()).count();
    }
}
