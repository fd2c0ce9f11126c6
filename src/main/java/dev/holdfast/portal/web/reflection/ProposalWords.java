package dev.holdfast.portal.web.reflection;

import dev.holdfast.http.Csv;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import dev.holdfast.quantities.Money;
import dev.holdfast.reflection.Proposal;
import dev.holdfast.reflection.Reflection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a proposal is put to who decides. */
final class ProposalWords {

    private static final int REASONS = 5;
    private static final int FURTHER = 20;
    private static final int MOVES = 10;

    private ProposalWords() {}

    /** All its reasons, and all services that it would change. */
    static Csv csv(Reflection.Proposed it) {
        var csv = new Csv("what", "service", "now", "then", "words");
        it.proposal().why().forEach(because -> csv.row(List.of("reason", "", "", "", because.text())));
        it.moves().forEach(move -> csv.row(List.of("change", move.service(), move.now(), move.then(), "")));
        return csv;
    }

    static ReflectionPage.Asked asked(Reflection.Proposed it, Currency currency) {
        var proposal = it.proposal();
        var why = proposal.why();
        var moves = it.moves().stream().limit(MOVES).map(move -> new ReflectionPage.Move(move.service(), move.now(), move.then())).toList();
        return new ReflectionPage.Asked(
                proposal.key(), status(proposal.code()), proposal.sentence(), why.stream().limit(REASONS).toList(),
                why.stream().skip(REASONS).limit(FURTHER).toList(), Math.max(0, why.size() - REASONS - FURTHER), then(proposal, currency), moves,
                it.moves().size() - moves.size(), standby(it),
                "/reflection/proposal.csv?key=" + URLEncoder.encode(proposal.key(), StandardCharsets.UTF_8), mend(proposal));
    }

    private static Status status(Proposal.Code code) {
        return switch (code) {
            case RAISE_TOP_BOUND -> new Status("Above the top band", Shape.TRIANGLE, Tone.CAUTION);
            case LOWER_BOUND -> new Status("Restored too late", Shape.DIAMOND, Tone.LOSS);
            case RAISE_BOUND -> new Status("Nothing lost", Shape.HALF, Tone.ACCENT);
            case REMOVE_BAND -> new Status("Nobody uses it", Shape.RING, Tone.QUIET);
            case ASSESS_AGAIN -> new Status("Lost more than it could", Shape.DIAMOND, Tone.LOSS);
            case ASSESS -> new Status("Not assessed", Shape.TRIANGLE, Tone.CAUTION);
        };
    }

    private static String then(Proposal proposal, Currency currency) {
        return proposal.bands().stream()
                .map(band -> band.level() + "\u202f% up to " + Figures.money(new Money(band.upTo(), currency)))
                .collect(Collectors.joining(", "));
    }

    private static String standby(Reflection.Proposed it) {
        if (it.standbyNow().isEmpty() || it.standbyThen().isEmpty()) return "";
        var now = it.standbyNow().get();
        var then = it.standbyThen().get();
        return now.compareTo(then) == 0
                ? "Standby stays at " + Figures.money(now) + " a week."
                : "Standby goes from " + Figures.money(now) + " to " + Figures.money(then) + " a week.";
    }

    private static @Nullable String mend(Proposal proposal) {
        return switch (proposal.code()) {
            case ASSESS -> "/services?model=none";
            case ASSESS_AGAIN -> "/catalogue/services/" + proposal.about().getFirst() + "/edit";
            case RAISE_TOP_BOUND, LOWER_BOUND, RAISE_BOUND, REMOVE_BAND -> null;
        };
    }
}
