package dev.holdfast.changes.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.holdfast.changes.Gate;
import dev.holdfast.changes.GateAnswer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the gate answered, as the API gives it. */
record GateView(
        String decision, String decisionId, @Nullable ChangeView change, List<Reason> reasons, boolean recordOnly, @Nullable Instant expiresAt,
        @Nullable Integer retryAfter, @JsonRawValue @Nullable String attestation,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Callback callback) {

    record Reason(String code, String message) {}

    /** That the decision follows; with the secret where it was made here. */
    record Callback(Instant until, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret) {}

    static GateView of(GateAnswer answer, @Nullable ChangeView change, @Nullable Callback callback) {
        return new GateView(
                answer.allowed() ? "allow" : "refuse", answer.decision().toString(), change, List.of(new Reason(answer.code(), answer.message())),
                answer.recordOnly(), answer.expiresAt(), Gate.retryAfter(answer), answer.attestation(), callback);
    }
}
