package dev.holdfast.reflection.web;

import dev.holdfast.http.NotApplicable;
import dev.holdfast.quantities.Because;
import dev.holdfast.quantities.Money;
import dev.holdfast.reflection.Bound;
import dev.holdfast.reflection.Reflection;
import dev.holdfast.reflection.Standing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the reflection would find now, in the contract's style. */
record ReflectionView(
        Instant from,
        Instant at,
        @Nullable LocalDate due,
        boolean overdue,
        int policyVersion,
        Money lost,
        long incidents,
        long beyondTolerance,
        List<BandView> bands,
        List<DemandView> demand,
        List<ServiceView> services,
        List<ProposalView> proposals,
        List<ReviewView.AnswerView> answers) {

    private static final NotApplicable NO_PRICE = new NotApplicable("no price list, or nobody known whose standby it would be");

    record BandView(
            BigDecimal upTo, String level, int services, Money exposurePerHour, long incidents, long beyondTolerance, Money lost,
            Object standbyPerWeek) {}

    record DemandView(String name, String every, int services, int changed) {}

    record ServiceView(
            String service, Object exposurePerHour, Object level, long incidents, long majors, long beyondTolerance, Money lost, Money protectedLoss,
            Money overrun) {}

    record ProposalView(
            String key, String code, String sentence, List<Because> explain, List<BoundView> exposureBands, List<String> services,
            List<MoveView> changes, StandbyView standbyPerWeek) {}

    record BoundView(BigDecimal upTo, String level) {

        static BoundView of(Bound bound) {
            return new BoundView(bound.upTo(), bound.level().toString());
        }
    }

    record MoveView(String service, String now, String then) {}

    record StandbyView(Object now, Object then) {}

    static ReflectionView of(Reflection found, Currency currency) {
        return new ReflectionView(
                found.from(), found.at(), found.due(), found.overdue(), found.policyVersion(), new Money(found.lost(), currency),
                found.incidents(), found.beyondTolerance(), found.bands().stream().map(it -> band(it, currency)).toList(),
                found.demands().stream().map(it -> new DemandView(it.band().name(), it.band().every(), it.services(), it.changed())).toList(),
                found.standings().stream().map(it -> service(it, currency)).toList(),
                found.proposals().stream().map(ReflectionView::proposal).toList(),
                found.answers().stream().map(ReviewView.AnswerView::of).toList());
    }

    private static BandView band(Reflection.BandStanding it, Currency currency) {
        return new BandView(
                it.band().upTo(), it.band().level().toString(), it.services(), new Money(it.exposure(), currency), it.incidents(),
                it.beyondTolerance(), new Money(it.lost(), currency), money(it.standbyPerWeek()));
    }

    private static ServiceView service(Standing it, Currency currency) {
        var unassessed = new NotApplicable("unassessed");
        var losses = it.losses();
        return new ServiceView(
                it.service().value(), it.exposure() == null ? unassessed : new Money(it.exposure(), currency),
                it.level() == null ? unassessed : it.level().toString(), losses.incidents(), losses.majors(), losses.beyondTolerance(),
                new Money(losses.lost(), currency), new Money(losses.protectedLoss(), currency), new Money(losses.overrun(), currency));
    }

    private static ProposalView proposal(Reflection.Proposed it) {
        var proposal = it.proposal();
        return new ProposalView(
                proposal.key(), proposal.code().name(), proposal.sentence(), proposal.why(),
                proposal.bands().stream().map(BoundView::of).toList(), proposal.about().stream().map(name -> name.value()).toList(),
                it.moves().stream().map(move -> new MoveView(move.service(), move.now(), move.then())).toList(),
                new StandbyView(money(it.standbyNow()), money(it.standbyThen())));
    }

    private static Object money(Optional<Money> money) {
        return money.<Object>map(it -> it).orElse(NO_PRICE);
    }
}
