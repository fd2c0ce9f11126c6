package dev.holdfast.portal.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import dev.holdfast.access.Accounts;
import dev.holdfast.access.Scope;
import dev.holdfast.access.Tokens;
import dev.holdfast.access.Viewer;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/** What pipelines tell of and nobody placed, on a phone without scripts and in a window. */
@HoldfastTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
class UnplacedPagesTest {

    private static final String PASSWORD = "a quiet bench in the yard";
    private static final Viewer SETUP = new Viewer("admin", null, Set.of("admin"), Set.of(), Set.of(Scope.values()), null, "setup");

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Tokens tokens;

    private Browser browser;
    private Api api;

    @BeforeAll
    void anOrganisationWithARepositoryOfAnotherName() {
        browser = Browser.open();
        api = new Api(address(""), tokens.make(new Tokens.Wanted("unplaced", Set.of(Scope.values()), null, null, null), SETUP).secret());
        api.apply("""
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: una}
                spec: {timeZone: Europe/London}
                ---
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: eve}
                spec: {timeZone: Europe/London}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: lamps-team}
                spec: {kind: product, members: [una]}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: lamps}
                spec: {kind: digital, owner: lamps-team, lifecycle: live}
                ---
                apiVersion: holdfast.dev/v1
                kind: Integration
                metadata: {name: lake}
                spec: {from: devlake, secret: a secret of the lake}
                """).expect(200);
        for (var person : List.of("una", "eve")) accounts.accept(accounts.invite(person, SETUP), person, PASSWORD);
    }

    @AfterAll
    void close() {
        if (browser != null) browser.close();
    }

    @Test
    void theTeamPlacesWithOneTapOnAPhoneWithoutScripts() {
        told("acme/lampes", 1);
        told("acme/lampes", 2);
        told("acme/nonsense", 3);
        try (var phone = browser.phoneWithoutScripts()) {
            var page = Browser.signIn(phone, address(""), "una", PASSWORD);
            page.navigate(address("/unplaced-events"));
            assertThat(page.locator("h2")).hasText(new String[] {"https://git.example/acme/nonsense", "https://git.example/acme/lampes"});

            var part = page.locator("section.part").nth(1);
            assertThat(part.locator("input[name=service]")).hasValue("lamps");
            part.getByText("Place", new Locator.GetByTextOptions().setExact(true)).click();

            assertThat(page.locator(".strip")).containsText("2 events were placed.");
            assertThat(page.locator("h2")).hasText(new String[] {"https://git.example/acme/nonsense"});
            assertThat(told("acme/lampes", 4).at("/result")).isEqualTo("recorded");

            page.locator("input[name=service]").fill("no-such-service");
            page.locator("button.main").click();
            assertThat(page.locator("[role=alert]")).containsText("There is no service no-such-service.");
            assertThat(page.locator("input[name=service]")).hasValue("no-such-service");
        }
    }

    @Test
    void whatIsNotTheReadersIsOnlyShown() {
        told("acme/lampses", 11);
        try (var context = browser.context(ColorScheme.DARK, 1440, 900)) {
            var page = Browser.signIn(context, address(""), "eve", PASSWORD);
            page.navigate(address("/unplaced-events"));
            var part = page.locator("section.part").filter(new Locator.FilterOptions().setHasText("acme/lampses"));
            assertThat(part.locator("form")).hasCount(0);
            assertThat(part).containsText("Perhaps it is lamps.");
            assertThat(context.request().get(address("/unplaced-events.csv")).text()).contains("acme/lampses").contains("lamps");
        }
    }

    @Test
    void thePageFitsItsWindowAndCanBeRead() {
        told("acme/a-repository-with-a-rather-long-name-that-nobody-would-write-by-hand/" + "x".repeat(60), 21);
        for (var width : new int[] {360, 1440}) {
            for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                try (var context = browser.context(theme, width, 900)) {
                    var page = Browser.signIn(context, address(""), "una", PASSWORD);
                    assertThat(page.navigate(address("/unplaced-events")).status()).isEqualTo(200);

                    assertThat(Browser.overflow(page)).as("at %d px", width).isZero();
                    assertThat(Browser.findings(page)).as("%s at %d px", theme, width).isEmpty();
                    page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                            .setPath(Path.of("target/screenshots", "unplaced-" + width + "-" + theme + ".png")));
                }
            }
        }
    }

    private Api.Answer told(String repository, int number) {
        return api.as("a secret of the lake").post("/hooks/devlake/lake/deployments", """
                {"id": "d-%d", "result": "SUCCESS", "finishedDate": "2026-11-02T10:05:00Z",
                 "deploymentCommits": [{"repoUrl": "https://git.example/%s", "refName": "v1.%1$d", "commitSha": "abc%1$d"}]}
                """.formatted(number, repository)).expect(200);
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
