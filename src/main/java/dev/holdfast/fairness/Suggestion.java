package dev.holdfast.fairness;

import dev.holdfast.catalogue.PersonName;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A turn ahead that one person could give to another, perhaps for one of theirs; and how hours out of hours would then be spread. */
public record Suggestion(String schedule, Part give, Part take, @Nullable BigDecimal spreadAfter) {

    /** A person's turn; of who takes one without giving any, only the person. */
    public record Part(PersonName person, @Nullable Instant from, @Nullable Instant to) {}
}
