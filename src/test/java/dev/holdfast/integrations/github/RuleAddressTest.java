package dev.holdfast.integrations.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where an installation's token may go. */
class RuleAddressTest {

    private static final URI GITHUB = URI.create("https://api.github.com");

    @Test
    void theRunOfThatRepositoryAtThatGitHub() {
        var said = "https://api.github.com/repos/acme/bedroom/actions/runs/123/deployment_protection_rule";
        var enterprise = "https://git.example:8443/api/v3/repos/acme/bedroom/actions/runs/9/deployment_protection_rule";

        assertThat(RuleAddress.of(GITHUB, "acme/bedroom", said)).contains(URI.create(said));
        assertThat(RuleAddress.of(GITHUB, "Acme/Bedroom", said)).contains(URI.create(said));
        assertThat(RuleAddress.of(URI.create("https://git.example:8443/api/v3"), "acme/bedroom", enterprise)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "http://api.github.com/repos/acme/bedroom/actions/runs/123/deployment_protection_rule",
        "https://api.github.com:444/repos/acme/bedroom/actions/runs/123/deployment_protection_rule",
        "https://api.github.com.evil.example/repos/acme/bedroom/actions/runs/123/deployment_protection_rule",
        "https://api.github.com@evil.example/repos/acme/bedroom/actions/runs/123/deployment_protection_rule",
        "https://evil.example/repos/acme/bedroom/actions/runs/123/deployment_protection_rule",
        "https://api.github.com/repos/acme/kitchen/actions/runs/123/deployment_protection_rule",
        "https://api.github.com/repos/acme/bedroom/../kitchen/actions/runs/123/deployment_protection_rule",
        "https://api.github.com/repos/acme/bedroom/actions/runs/../deployment_protection_rule",
        "https://api.github.com/repos/acme/bedroom/actions/runs/123/deployment_protection_rule?to=evil",
        "https://api.github.com/repos/acme/bedroom/actions/runs/123/deployment_protection_rule#",
        "https://api.github.com/repos/acme/bedroom/actions/runs/123/deployment_protection_rule/",
        "https://api.github.com/repos/acme/bedroom/actions/runs//deployment_protection_rule",
        "nonsense",
        ""
    })
    void nothingElse(String said) {
        assertThat(RuleAddress.of(GITHUB, "acme/bedroom", said)).isEmpty();
    }

    @Test
    void aRepositoryIsNoPattern() {
        var said = "https://api.github.com/repos/acme/bedroom/actions/runs/123/deployment_protection_rule";

        assertThat(RuleAddress.of(GITHUB, "acme/b.droom", said)).isEmpty();
        assertThat(RuleAddress.of(GITHUB, ".*/.*", said)).isEmpty();
        assertThat(RuleAddress.of(GITHUB, "null", said)).isEmpty();
    }
}
