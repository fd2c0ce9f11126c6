package dev.holdfast.access;

import java.net.URI;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The provider at which people sign in, and what is read of what it says.
 *
 * @param clientSecret null for a public client
 * @param personClaim whose value is the name of a person in the catalogue
 * @param name as it stands on the button
 */
public record OidcSettings(
        String issuer,
        String clientId,
        @Nullable String clientSecret,
        List<String> scopes,
        String groupsClaim,
        String personClaim,
        OidcGroups groups,
        String name) {

    private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5b\\x5d-\\x7e]+");
    private static final Pattern CLAIM = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");
    private static final int LONGEST_NAME = 40;

    static OidcSettings from(UnaryOperator<@Nullable String> given) {
        var issuer = issuer(or(given, "OIDC_ISSUER", ""));
        var client = given.apply("OIDC_CLIENT_ID");
        if (client == null) {
            throw new IllegalArgumentException("HOLDFAST_OIDC_CLIENT_ID is not set: HOLDFAST_OIDC_ISSUER needs it.");
        }
        return new OidcSettings(
                issuer.toString(),
                client,
                given.apply("OIDC_CLIENT_SECRET"),
                scopes(or(given, "OIDC_SCOPES", "openid profile email")),
                claim("OIDC_GROUPS_CLAIM", or(given, "OIDC_GROUPS_CLAIM", "groups")),
                claim("OIDC_PERSON_CLAIM", or(given, "OIDC_PERSON_CLAIM", "preferred_username")),
                OidcGroups.from(or(given, "OIDC_GROUPS", "")),
                name(or(given, "OIDC_NAME", issuer.getHost())));
    }

    private static URI issuer(String text) {
        try {
            var uri = URI.create(text);
            var host = uri.getHost();
            var safe = "https".equals(uri.getScheme())
                    || "http".equals(uri.getScheme()) && host != null && LOOPBACK.matcher(host).matches();
            if (safe && host != null && uri.getQuery() == null && uri.getFragment() == null && uri.getUserInfo() == null) return uri;
        } catch (IllegalArgumentException malformed) {
            // the same line below
        }
        throw wrong("OIDC_ISSUER", text.replaceAll("//[^/]*@", "//…@"), "it takes the https address that the provider calls itself, without query");
    }

    private static List<String> scopes(String text) {
        var scopes = List.of(text.split("[\\s,]+"));
        if (!scopes.contains("openid") || !scopes.stream().allMatch(scope -> SCOPE.matcher(scope).matches())) {
            throw wrong("OIDC_SCOPES", text, "it takes words with openid among them, such as \"openid profile email\"");
        }
        return scopes;
    }

    private static String claim(String setting, String text) {
        if (!CLAIM.matcher(text).matches()) throw wrong(setting, text, "it takes the name of a claim");
        return text;
    }

    private static String name(String text) {
        if (text.length() > LONGEST_NAME) throw wrong("OIDC_NAME", text, "it takes a name of at most 40 characters");
        return text;
    }

    private static String or(UnaryOperator<@Nullable String> given, String name, String otherwise) {
        var value = given.apply(name);
        return value == null ? otherwise : value;
    }

    static IllegalArgumentException wrong(String name, String value, String expected) {
        return new IllegalArgumentException("HOLDFAST_" + name + " is \"" + value + "\": " + expected + ".");
    }
}
