package dev.holdfast.portal.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.holdfast.HoldfastTest;
import dev.holdfast.access.Accounts;
import dev.holdfast.access.Scope;
import dev.holdfast.access.Tokens;
import dev.holdfast.access.Viewer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Incidents as people see and work them: the list, each of them, declaring one, the wall. */
@HoldfastTest
class IncidentPagesTest {

    private static final String PASSWORD = "a quiet bench in the yard";
    private static final Viewer SETUP = new Viewer("admin", null, Set.of("admin"), Set.of(), Set.of(Scope.values()), null, "setup");

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Tokens tokens;

    private Browser browser;

    @BeforeEach
    void apply() throws Exception {
        browser = Browser.open();
        var token = tokens.make(new Tokens.Wanted("incident-pages", Set.of(Scope.values()), null, null, null), SETUP).secret();
        try (var yaml = IncidentPagesTest.class.getResourceAsStream("/portal/incidents.yaml")) {
            var applied = http.send(
                    HttpRequest.newBuilder(URI.create(address("/api/v1/catalogue/apply"))).header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/yaml").POST(BodyPublishers.ofByteArray(yaml.readAllBytes())).build(),
                    BodyHandlers.ofString());
            assertThat(applied.statusCode()).as(applied.body()).isEqualTo(200);
        }
        accounts.accept(accounts.invite("burn-eve", SETUP), "burn-eve", PASSWORD);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void anIncidentIsDeclaredWorkedAndFoundAgain() {
        var page = signedIn().newPage();
        page.navigate(address("/incidents"));
        page.keyboard().press("d");
        page.waitForURL("**/incidents/new");
        page.locator("#service").fill("burn-kitchen");
        page.locator("#summary").fill("Ovens <i>cannot</i> be bought");
        page.keyboard().press("Control+Enter");
        page.waitForURL("**/incidents/INC-*");
        assertThat(page.locator("h1")).hasText("Ovens <i>cannot</i> be bought");
        assertThat(page.getByText("Nobody has it yet")).isVisible();
        assertThat(page.locator(".tag.solid")).hasText("Major");
        assertThat(page.locator("[data-part=people]")).containsText("room-of-ovens");
        var incident = URI.create(page.url()).getPath();

        sending(page, "a");
        assertThat(page.getByText("Acknowledged").first()).isVisible();
        page.keyboard().press("t");
        page.locator("#minor-reason").fill("Few want one today");
        sending(page, "Enter");
        assertThat(page.locator(".tag.solid")).hasCount(0);
        assertThat(page.locator("[data-part=log]")).containsText("Few want one today");

        page.getByText("Give it back", new Page.GetByTextOptions().setExact(true)).click();
        page.waitForNavigation(() -> page.getByText("Give it back, call again").click());
        assertThat(page.getByText("Nobody has it yet")).isVisible();

        page.keyboard().press("r");
        sending(page, "Control+Enter");
        assertThat(page.getByText("Lost in all")).isVisible();
        looked(page, "incident-over");

        page.navigate(address("/incidents?team=burn-team&state=resolved"));
        assertThat(page.locator("a[href='" + incident + "']")).isVisible();
        page.navigate(address("/incidents?domain=burn-none&from=2020-01-01"));
        assertThat(page.getByText("No incident that is over matches")).isVisible();
        assertThat(page.locator("a[href='" + incident + "']")).hasCount(0);
    }

    @Test
    void theWallSaysWhatIsWrongAndPlainlyWhenNothingIs() {
        var context = signedIn();
        var wall = context.newPage();
        wall.navigate(address("/incidents/wall?service=burn-hall"));
        assertThat(wall.locator("h1")).hasText("Nothing is wrong");
        looked(wall, "wall-calm");

        var page = context.newPage();
        declare(page, "burn-hall", "Nobody gets in");
        assertThat(wall.locator("h1")).hasText("One incident is open");
        assertThat(wall.locator("[data-per-second]").first()).isVisible();
        for (var width : new int[] {390, 1920, 2560}) {
            wall.setViewportSize(width, width * 9 / 16 + 300);
            assertThat(Browser.overflow(wall)).as("wall at %d px", width).isZero();
            looked(wall, "wall-" + width);
        }
        wall.navigate(address(URI.create(page.url()).getPath() + "/wall"));
        looked(wall, "wall-one");
        sending(page, "a");
        page.keyboard().press("r");
        sending(page, "Control+Enter");
        assertThat(wall.getByText("Lost in all")).isVisible();
    }

    @Test
    void aPhoneGetsTwoActsAndTheRestBehindMoreAndNoScriptTakesNothingAway() {
        var session = signedIn().storageState();
        String incident;
        try (var context = browser.context(ColorScheme.LIGHT, 1440, 900, session, false)) {
            var page = context.newPage();
            declare(page, "burn-kitchen", "Prices of ovens are wrong");
            incident = URI.create(page.url()).getPath();
            assertThat(page.getByText("Copy the link")).isHidden();
            page.locator("[name=text]").fill("Seen by hand");
            page.waitForNavigation(() -> page.getByText("Add note").click());
            assertThat(page.getByText("“Seen by hand”")).isVisible();
        }
        try (var context = browser.context(ColorScheme.DARK, 390, 844, session)) {
            var page = context.newPage();
            page.navigate(address(incident));
            assertThat(page.getByText("I have it")).isVisible();
            assertThat(page.getByText("State a loss")).isHidden();
            page.locator(".rest > summary").click();
            page.getByText("State a loss").click();
            page.locator("#loss").fill("12,000");
            page.locator("#loss-note").fill("By the tills");
            page.getByText("State it").click();
            assertThat(page.locator("[data-part=log]")).containsText("$12,000");
            assertThat(Browser.overflow(page)).isZero();
            looked(page, "incident-phone");
        }
    }

    private void declare(Page page, String service, String summary) {
        page.navigate(address("/incidents/new?service=" + service));
        page.locator("#summary").fill(summary);
        page.getByText("Declare it").click();
        page.waitForURL("**/incidents/INC-*");
    }

    private static void looked(Page page, String name) {
        assertThat(Browser.findings(page)).as(name).isEmpty();
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/screenshots", "real-" + name + ".png")));
    }

    private static void sending(Page page, String key) {
        page.waitForNavigation(() -> page.keyboard().press(key));
    }

    private BrowserContext signedIn() {
        return browser.signedIn(address(""), "burn-eve", PASSWORD);
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
