package dev.holdfast.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.test.context.TestPropertySource;

/** Passwords switched off, and a provider that nobody reaches: Holdfast starts and says so, and the token still opens it. */
@HoldfastTest
@DirtiesContext(classMode = ClassMode.AFTER_CLASS)
@TestPropertySource(properties = {
    "holdfast.local-accounts=off", "holdfast.oidc-issuer=http://127.0.0.1:9", "holdfast.oidc-client-id=holdfast", "holdfast.oidc-name=nowhere"
})
@ExtendWith(OutputCaptureExtension.class)
class WithoutLocalAccountsTest {

    @LocalServerPort
    int port;

    @Autowired
    Tokens tokens;

    @Autowired
    FirstStart start;

    @Test
    void passwordsInvitationsAndTheFirstLinkAreGoneAndNotShown(CapturedOutput output) throws Exception {
        var walker = new Walker(port);

        assertThat(walker.get("/sign-in/oidc").statusCode()).isEqualTo(503);
        var page = walker.get("/sign-in");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("nowhere does not answer at the moment").doesNotContain("name=\"password\"", "invites you");
        assertThat(walker.post("/openapi.json", "/sign-in", "account=x&password=y").statusCode()).isIn(403, 410);
        assertThat(walker.get("/welcome/anything").statusCode()).isEqualTo(410);
        assertThat(walker.get("/invitations/anything").statusCode()).isEqualTo(410);
        start.begin();
        assertThat(output).doesNotContain("/welcome/");
    }

    @Test
    void theTokenOfTheEnvironmentStillOpens() {
        tokens.keepAutomation("hf_0123456789abcdef0123456789abcdef");
        var api = new Api("http://localhost:" + port, "hf_0123456789abcdef0123456789abcdef");

        api.get("/api/v1/me").expect(200);
        assertThat(api.post("/api/v1/invitations", "{\"person\": \"ann\"}").status()).isEqualTo(410);
    }

    @Test
    void aSessionThatBeganWithAPasswordIsOver() {
        assertThat(new SignInSettings(false, null).accepts(null)).isFalse();
        assertThat(new SignInSettings(true, null).accepts(null)).isTrue();
        assertThat(new SignInSettings(true, null).accepts("http://127.0.0.1:9")).as("of a provider that is set no more").isFalse();
    }
}
