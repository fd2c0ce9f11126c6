package dev.holdfast.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A person as declared; who has opted out of on call is not {@code onCall}, and no reason is kept. */
public record Person(
        PersonName name,
        @Nullable String title,
        @Nullable String email,
        ZoneId zone,
        boolean onCall,
        Set<String> roles,
        @Nullable LocalDate leaves) {

    public static final String ADMIN = "admin";

    public Person {
        roles = Set.copyOf(roles);
    }

    public boolean isAdmin() {
        return roles.contains(ADMIN);
    }

    /** Whether their last day is over where they are. */
    public boolean hasLeft(Instant now) {
        return leaves != null && !now.isBefore(leaves.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** The title, or the name where there is none. */
    public String shown() {
        return title == null ? name.value() : title;
    }
}
