package dev.holdfast.reflection.web;

import dev.holdfast.quantities.Money;
import dev.holdfast.reflection.Answer;
import dev.holdfast.reflection.Review;
import java.time.Instant;
import java.util.Currency;
import java.util.List;

/** A reflection that was held, in the contract's style. */
record ReviewView(
        String id, Instant from, Instant heldAt, String by, String note, int policyVersion, Money lost, long incidents, List<AnswerView> answers) {

    record AnswerView(String proposal, String code, String sentence, String outcome, String note, Instant at, String by, int policyVersion) {

        static AnswerView of(Answer answer) {
            return new AnswerView(
                    answer.proposal(), answer.code(), answer.sentence(), answer.outcome().word(), answer.note(), answer.at(), answer.by(),
                    answer.policyVersion());
        }
    }

    static ReviewView of(Review review, Currency currency) {
        return new ReviewView(
                "" + review.id(), review.from(), review.heldAt(), review.by(), review.note(), review.policyVersion(),
                new Money(review.lost(), currency), review.incidents(), review.answers().stream().map(AnswerView::of).toList());
    }
}
