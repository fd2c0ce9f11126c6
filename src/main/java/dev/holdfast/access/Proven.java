package dev.holdfast.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is, as the provider has proved it.
 *
 * @param person what the claim for the person says; nobody has checked yet that there is one
 * @param email only where the provider says that it is theirs
 * @param idToken as it came, for signing out there
 */
record Proven(
        String issuer,
        String subject,
        @Nullable String person,
        @Nullable String email,
        @Nullable String displayName,
        Set<String> groups,
        String idToken) {}
