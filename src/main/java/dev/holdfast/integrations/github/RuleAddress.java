package dev.holdfast.integrations.github;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a deployment protection rule is answered, as far as it is where that repository's would be: an installation's token
 * goes nowhere else, whatever a webhook says.
 */
final class RuleAddress {

    private static final Pattern REPOSITORY = Pattern.compile("[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+");

    private RuleAddress() {}

    /** @param api the address of GitHub's API, without a slash at its end */
    static Optional<URI> of(URI api, String repository, String said) {
        if (!REPOSITORY.matcher(repository).matches()) return Optional.empty();
        var expected = Pattern.compile(
                Pattern.quote(lower(api + "/repos/" + repository + "/actions/runs/")) + "\\d{1,19}/deployment_protection_rule");
        return expected.matcher(lower(said)).matches() ? Optional.of(URI.create(said)) : Optional.empty();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
