package dev.holdfast.portal.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import dev.holdfast.TestClock;
import dev.holdfast.access.Accounts;
import dev.holdfast.access.Scope;
import dev.holdfast.access.Tokens;
import dev.holdfast.access.Viewer;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Home and the pages of teams, people, domains and third parties, in a real browser on a real server. */
@HoldfastTest
class HomePagesTest {

    private static final String PASSWORD = "a quiet bench in the yard";
    private static final Viewer SETUP = new Viewer("admin", null, Set.of("admin"), Set.of(), Set.of(Scope.values()), null, "setup");
    private static final String ORGANISATION = """
            apiVersion: holdfast.dev/v1
            kind: Person
            metadata: {name: home-ann, title: Ann Holt}
            spec: {email: ann@example.com, timeZone: Europe/London, notify: [{by: ntfy, to: "https://ntfy.example.com/home-ann"}]}
            ---
            apiVersion: holdfast.dev/v1
            kind: Person
            metadata: {name: home-ben, title: Ben Okafor}
            spec: {email: ben@example.com, timeZone: Europe/London}
            ---
            apiVersion: holdfast.dev/v1
            kind: Person
            metadata: {name: home-zoe, title: Zoe Lind}
            spec: {timeZone: Europe/Stockholm}
            ---
            apiVersion: holdfast.dev/v1
            kind: Team
            metadata: {name: home-team, title: Wardrobes}
            spec: {kind: product, members: [home-ann, home-ben], lead: home-ben}
            ---
            apiVersion: holdfast.dev/v1
            kind: Domain
            metadata: {name: home-domain, title: The north}
            spec: {grouping: region, budgetHolder: home-ben}
            ---
            apiVersion: holdfast.dev/v1
            kind: Service
            metadata: {name: home-wardrobes, title: Wardrobes}
            spec:
              kind: digital
              owner: home-team
              domain: home-domain
              exposurePerHour: {revenue: 95000, cost: 0}
              demand: High
              dependsOn: [{thirdParty: home-parcels, via: hard}]
            ---
            apiVersion: holdfast.dev/v1
            kind: Service
            metadata: {name: home-hinges}
            spec: {kind: digital, owner: home-team, dependsOn: [{service: home-wardrobes, via: hard}, {thirdParty: home-parcels, via: queue}]}
            ---
            apiVersion: holdfast.dev/v1
            kind: Schedule
            metadata: {name: home-all, title: Wardrobes at all hours}
            spec:
              team: home-team
              hours: always
              timeZone: UTC
              layers: [{start: "2026-01-01T00:00", every: P52W, people: [home-ann], restrict: [{days: [MON, TUE, WED, THU, FRI, SAT], from: "00:00", to: "24:00"}]}]
            """;

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Tokens tokens;

    @Autowired
    private TestClock clock;

    private Browser browser;
    private Api api;

    @BeforeEach
    void apply() {
        browser = Browser.open();
        var token = tokens.make(new Tokens.Wanted("home", Set.of(Scope.values()), null, null, null), SETUP).secret();
        api = new Api("http://localhost:" + port, token);
        api.apply(ORGANISATION).expect(200);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void homeSaysWhatIsTrueAndLetsPeopleDecideInTheList() {
        clock.advanceTo(midday(clock.instant()));
        var number = api.post("/api/v1/incidents", "{\"service\": \"home-wardrobes\", \"summary\": \"Doors fall off\", \"impact\": \"1\", \"page\": true}")
                .expect(201).at("/number");
        var context = signedIn("home-ann");
        var page = context.newPage();
        page.navigate(address("/"));

        assertThat(page.locator("h1")).containsText("You are on call until");
        assertThat(page.locator(".lede")).containsText("$95,000 an hour at risk");
        assertThat(page.locator("[data-part=waiting]")).containsText(number + ": Doors fall off");
        assertThat(page.locator("[data-part=waiting]")).containsText("home-hinges is not assessed");
        assertThat(page.locator("[data-part=answers]")).containsText("home-wardrobes");
        assertThat(page.locator("[data-part=reach]")).containsText("Push");

        page.getByText("I take it").first().click();
        assertThat(page.locator("h1")).containsText("You are on call");
        assertThat(api.get("/api/v1/schedules/home-all/overrides").at("/items/0/person")).isEqualTo("home-ann");

        page.getByText("I have it").first().click();
        page.waitForURL("**/incidents/" + number);
        assertThat(api.get("/api/v1/incidents/" + number).at("/acknowledgedBy")).contains("home-ann");
        api.post("/api/v1/incidents/" + number + "/resolve", "{}").expect(200);
    }

    @Test
    void whoCannotBeReachedIsToldSoAndWhoHasNothingSeesWhy() {
        var ben = signedIn("home-ben").newPage();
        ben.navigate(address("/"));
        assertThat(ben.locator("h1")).hasText("You are on no schedule");
        assertThat(ben.locator("[data-part=waiting]")).containsText("Nobody can reach you");

        var zoe = signedIn("home-zoe").newPage();
        zoe.navigate(address("/"));
        assertThat(zoe.locator(".lede")).containsText("You are in no team");
        zoe.navigate(address("/people/home-ann"));
        assertThat(zoe.getByText("Can be reached")).isVisible();
        assertThat(zoe.content()).doesNotContain("ntfy.example.com").doesNotContain("ann@example.com");
    }

    @Test
    void pagesOfGroupsSayWhatIsMissingAndWhatGoesDown() {
        var page = signedIn("home-ann").newPage();
        page.navigate(address("/teams/home-team"));
        assertThat(page.locator("h1")).hasText("Wardrobes");
        assertThat(page.getByText("missing, add it here").first()).hasAttribute("href", "/catalogue/teams/home-team/edit");
        assertThat(page.getByText("cannot be reached").first()).isVisible();

        page.navigate(address("/domains/home-domain"));
        assertThat(page.getByText("Grouped by region").first()).isVisible();
        assertThat(page.locator("aside")).containsText("Ben Okafor");

        page.navigate(address("/third-parties/home-parcels"));
        assertThat(page.locator(".lede")).hasText("No document describes it. 2 services depend on it. 2 services go down with it.");
        assertThat(page.locator("main")).containsText("hard: goes down with it");
        assertThat(page.context().request().get(address("/third-parties/nobody")).status()).isEqualTo(404);
        assertThat(page.context().request().get(address("/teams/nobody")).status()).isEqualTo(404);
        assertThat(page.context().request().get(address("/people/%20")).status()).isEqualTo(404);
        assertThat(page.context().request().get(address("/domains.csv?of=region")).text()).contains("home-domain,The north,region,1,95000");
        assertThat(page.context().request().get(address("/people.csv?q=home-&of=home-team")).text()).contains("home-ann").doesNotContain("home-zoe");
        assertThat(page.context().request().get(address("/third-parties.csv")).text()).contains("home-parcels");
    }

    @Test
    void everyOneOfThemIsWholeInBothThemesAndFitsAPhone() {
        var session = signedIn("home-ann").storageState();
        for (var path : new String[] {"/", "/teams", "/teams/home-team", "/people?q=home", "/people/home-ann", "/domains", "/domains/home-domain", "/third-parties",
            "/third-parties/home-parcels", "/account"}) {
            looks(session, path, ColorScheme.LIGHT, 390);
            looks(session, path, ColorScheme.DARK, 1440);
        }
    }

    private void looks(String session, String path, ColorScheme theme, int width) {
        try (var context = browser.context(theme, width, 900, session)) {
            var page = context.newPage();
            page.navigate(address(path));
            assertThat(Browser.overflow(page)).as("%s at %d px", path, width).isZero();
            assertThat(Browser.findings(page)).as("%s, %s at %d px", path, theme, width).isEmpty();
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                    .setPath(Path.of("target/screenshots", "home" + path.replaceAll("[^a-z0-9]+", "-") + "-" + width + "-" + theme + ".png")));
        }
    }

    /** A Wednesday ahead, so that the gap of the schedule is ahead as well. */
    private static Instant midday(Instant now) {
        var at = now.atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).plusHours(36);
        while (at.getDayOfWeek() != DayOfWeek.WEDNESDAY) at = at.plus(Duration.ofDays(1));
        return at.toInstant();
    }

    private BrowserContext signedIn(String person) {
        accounts.accept(accounts.invite(person, SETUP), person, PASSWORD);
        return browser.signedIn(address(""), person, PASSWORD);
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
