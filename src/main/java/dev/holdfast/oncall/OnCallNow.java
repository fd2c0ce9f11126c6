package dev.holdfast.oncall;

import dev.holdfast.catalogue.PersonName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One schedule at an instant: whose it is, who is on call by it, and who is next. */
public record OnCallNow(
        String schedule,
        @Nullable String title,
        String holder,
        String hours,
        @Nullable PersonName person,
        @Nullable Instant until,
        @Nullable PersonName next,
        @Nullable Instant nextFrom) {}
