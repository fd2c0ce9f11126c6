package dev.holdfast.reflection;

import java.time.Instant;

/**
 * What was decided about a proposal.
 *
 * @param policyVersion the policy that was in force afterwards
 */
public record Answer(
        String proposal, String code, String sentence, Outcome outcome, String note, Instant at, String by, int policyVersion) {

    public enum Outcome {
        ACCEPTED,
        LEFT;

        public String word() {
            return this == ACCEPTED ? "accepted" : "left";
        }

        static Outcome of(String word) {
            return word.equals("accepted") ? ACCEPTED : LEFT;
        }
    }
}
