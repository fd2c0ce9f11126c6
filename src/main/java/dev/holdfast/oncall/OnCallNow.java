package dev.holdfast.oncall;

import dev.holdfast.catalogue.DomainName;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.TeamName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One schedule at an instant: whose it is (neither a team nor a domain has a duty), who is on call by it, and who is next. */
public record OnCallNow(
        String schedule,
        @Nullable String title,
        String holder,
        @Nullable TeamName team,
        @Nullable DomainName domain,
        String hours,
        @Nullable PersonName person,
        @Nullable Instant until,
        @Nullable PersonName next,
        @Nullable Instant nextFrom) {}
