package dev.holdfast.portal.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.holdfast.HoldfastTest;
import dev.holdfast.access.Accounts;
import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Catalogue;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The services and who is on call, without scripts and on a phone. */
@HoldfastTest
class ServicePagesTest {

    private static final String PASSWORD = "a quiet bench in the yard";
    private static final Viewer SETUP = new Viewer("admin", null, Set.of("admin"), Set.of(), EnumSet.allOf(Scope.class), null, "setup");

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Catalogue catalogue;

    private Browser browser;

    @BeforeEach
    void open() {
        browser = Browser.open();
        catalogue.apply("""
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: walk-ann, title: Ann Holt}
                spec: {email: ann@example.com, timeZone: Europe/London}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: walk-team, title: Walk}
                spec: {kind: product, members: [walk-ann], lead: walk-ann}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: walk-in, title: Walk in, description: Somebody comes in from the street.}
                spec: {kind: digital, owner: walk-team, exposurePerHour: {revenue: 300000, cost: 0}, demand: High, dependsOn: [{thirdParty: walk-door, via: hard}]}
                ---
                apiVersion: holdfast.dev/v1
                kind: Schedule
                metadata: {name: walk-always, title: Walk always}
                spec: {team: walk-team, hours: always, timeZone: Europe/London, layers: [{start: "2026-06-01T09:00", every: P1W, people: [walk-ann]}]}
                """.getBytes(UTF_8), SETUP, false);
        accounts.accept(accounts.invite("walk-ann", SETUP), "walk-ann", PASSWORD);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void fromTheListToTheServiceToWhoIsCalledAndWhyWithoutScripts() {
        try (var context = browser.phoneWithoutScripts()) {
            var page = signedIn(context);
            page.navigate(address("/services"));
            page.locator("select[name=team]").selectOption("walk-team");
            page.locator(".filters button").press("Enter");
            assertThat(page.locator("tbody tr")).hasCount(1);
            isWhole(page);

            page.locator("tbody a.name").press("Enter");
            assertThat(page.locator("h1")).hasText("Walk in");
            for (var part : new String[] {"Lately", "Who is called", "Depends on, and is needed by", "Owner", "Targets", "Ready to be run?"}) {
                assertThat(page.locator("h2").getByText(part, new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true))).isVisible();
            }
            assertThat(page.locator(".ready")).containsText("add it here");
            isWhole(page);

            page.getByText("At another time, and why").press("Enter");
            page.locator("input[name=at]").fill("2027-01-03T03:00");
            page.locator(".ask button").press("Enter");
            assertThat(page.locator(".answer")).containsText("Ann Holt is called.");
            assertThat(page.locator(".steps li").first()).isVisible();
            isWhole(page);
        }
    }

    private static void isWhole(Page page) {
        assertThat(Browser.overflow(page)).as(page.url()).isZero();
    }

    private Page signedIn(BrowserContext context) {
        return Browser.signIn(context, address(""), "walk-ann", PASSWORD);
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
