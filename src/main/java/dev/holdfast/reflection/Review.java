package dev.holdfast.reflection;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** A reflection that was held: over which period, what it found, and what was decided. */
public record Review(
        long id,
        Instant from,
        Instant heldAt,
        String by,
        String note,
        int policyVersion,
        BigDecimal lost,
        long incidents,
        List<Answer> answers) {

    public Review {
        answers = List.copyOf(answers);
    }
}
