package dev.holdfast.access;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How people sign in here: by accounts of ours, at a provider of OpenID Connect, or both. */
public record SignInSettings(boolean localAccounts, @Nullable OidcSettings oidc) {

    private static final List<String> OF_A_PROVIDER = List.of(
            "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_SCOPES", "OIDC_GROUPS_CLAIM", "OIDC_PERSON_CLAIM", "OIDC_GROUPS", "OIDC_NAME");

    /**
     * From what the operator set, each by its name without {@code HOLDFAST_}; blank counts as none.
     *
     * @throws IllegalArgumentException with one line that names what is wrong
     */
    public static SignInSettings from(UnaryOperator<@Nullable String> environment) {
        UnaryOperator<@Nullable String> given = name -> {
            var value = environment.apply(name);
            return value == null || value.isBlank() ? null : value.strip();
        };
        var local = given.apply("LOCAL_ACCOUNTS");
        if (local != null && !local.equals("on") && !local.equals("off")) {
            throw new IllegalArgumentException("HOLDFAST_LOCAL_ACCOUNTS is \"" + local + "\": it takes on or off.");
        }
        if (given.apply("OIDC_ISSUER") == null) return withoutProvider(given, local);
        return new SignInSettings(!"off".equals(local), OidcSettings.from(given));
    }

    private static SignInSettings withoutProvider(UnaryOperator<@Nullable String> given, @Nullable String local) {
        for (var name : OF_A_PROVIDER) {
            if (given.apply(name) != null) {
                throw new IllegalArgumentException("HOLDFAST_" + name + " belongs to HOLDFAST_OIDC_ISSUER, which is not set.");
            }
        }
        if ("off".equals(local)) {
            throw new IllegalArgumentException("HOLDFAST_LOCAL_ACCOUNTS is \"off\": nobody could sign in, as HOLDFAST_OIDC_ISSUER is not set.");
        }
        return new SignInSettings(true, null);
    }

    /** Whether a session that began so is still one, now that settings may have changed. */
    boolean accepts(@Nullable String issuer) {
        return issuer == null ? localAccounts : oidc != null && oidc.issuer().equals(issuer);
    }
}
