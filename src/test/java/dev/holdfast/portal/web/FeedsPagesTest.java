package dev.holdfast.portal.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.holdfast.HoldfastTest;
import dev.holdfast.access.Accounts;
import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Catalogue;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A change manager makes the address of a calendar, reads it, and revokes it. */
@HoldfastTest
class FeedsPagesTest {

    private static final String PASSWORD = "a quiet bench in the yard";
    private static final Viewer SETUP = new Viewer("admin", null, Set.of("admin"), Set.of(), Set.of(Scope.values()), null, "setup");

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Catalogue catalogue;

    @Test
    void aCalendarOfWhatIsPlannedIsMadeAndRevoked() {
        catalogue.apply("""
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: fp-cora}
                spec: {email: fp-cora@example.com}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: fp-managers, title: Change managers}
                spec: {kind: change-management, members: [fp-cora], meetings: [{kind: planning, start: "2026-01-05T10:00", every: P1W, lasts: PT1H}]}
                """.getBytes(UTF_8), SETUP, false);
        accounts.accept(accounts.invite("fp-cora", SETUP), "fp-cora", PASSWORD);
        try (var browser = Browser.open(); var context = browser.signedIn(address(""), "fp-cora", PASSWORD)) {
            context.setDefaultTimeout(20_000);
            var page = context.newPage();
            page.setViewportSize(1440, 900);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            page.navigate(address("/changes/agendas"));
            page.getByText("In a calendar").click();
            assertThat(page.locator("#of")).hasValue("change-management:*");
            page.locator("#of").selectOption("change-management:fp-managers");
            page.getByText("Make the address").click();
            assertThat(page.locator("table")).containsText("Planning, demos and releases of Change managers");
            assertThat(Browser.findings(page)).isEmpty();
            assertThat(Browser.overflow(page)).isLessThanOrEqualTo(0);
            var path = URI.create(page.locator(".secret").textContent()).getPath();

            assertThat(page.request().get(address(path)).text()).contains("SUMMARY:Change managers: Planning");
            page.locator("table button").click();
            assertThat(page.locator("table")).hasCount(0);
            assertThat(page.request().get(address(path)).status()).isEqualTo(404);
        }
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
