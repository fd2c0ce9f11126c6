package dev.holdfast.portal.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What belongs to every page: the search, the palette, the keys, and the way to what has no tab. */
@HoldfastTest
class FramePagesTest {

    private static final String PASSWORD = "a quiet bench in the yard";
    private static final Viewer SETUP = new Viewer("admin", null, Set.of("admin"), Set.of(), Set.of(Scope.values()), null, "setup");
    private static final String YAML = """
            apiVersion: holdfast.dev/v1
            kind: Person
            metadata: {name: frame-kay, title: Kay Framer}
            spec: {email: kay.secret@example.com, timeZone: Europe/London}
            ---
            apiVersion: holdfast.dev/v1
            kind: Team
            metadata: {name: frame-team, title: Attic}
            spec: {kind: product, members: [frame-kay]}
            ---
            apiVersion: holdfast.dev/v1
            kind: Service
            metadata: {name: frame-attic, title: Attic rooms, description: "Plan what stands under the roof."}
            spec: {kind: digital, owner: frame-team, lifecycle: live, addresses: ["attic.shop.example/plan"], links: {repository: "https://git.example/attic/rooms"}}
            ---
            apiVersion: holdfast.dev/v1
            kind: Integration
            metadata: {name: frame-alerts}
            spec:
              routes:
                - {match: [{label: team, is: roof}], service: frame-attic}
                - {routeBy: {label: service}}
            ---
            """;

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Tokens tokens;

    private Api api;
    private Browser browser;

    @BeforeEach
    void apply() {
        var secret = tokens.make(new Tokens.Wanted("frame", Set.of(Scope.values()), null, null, null), SETUP).secret();
        api = new Api("http://localhost:" + port, secret);
        api.apply(YAML).expect(200);
        browser = Browser.open();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void programsFindByNameAddressAndLabelAndNeverAWayToReachSomebody() {
        var incident = api.post("/api/v1/incidents", "{\"service\": \"frame-attic\", \"summary\": \"Skylight leaks\", \"page\": false}").expect(201).at("/number");

        assertThat(api.get("/api/v1/search?q=attic").expect(200).at("/items/0/name")).isEqualTo("frame-team");
        assertThat(api.get("/api/v1/search?q=atitc+rooms").at("/didYouMean")).isEqualTo("attic rooms");
        assertThat(api.get("/api/v1/search?q=https://attic.shop.example/plan/7?x=1").at("/items/0/name")).isEqualTo("frame-attic");
        assertThat(api.get("/api/v1/search?q=git.example/attic/rooms").at("/items/0/match")).isEqualTo("exact");
        assertThat(api.get("/api/v1/search?q=%7Bteam=%22roof%22%7D").at("/owners/0/service")).isEqualTo("frame-attic");
        assertThat(api.get("/api/v1/search?q=service=%22frame-attic%22").at("/owners/0/service")).isEqualTo("frame-attic");
        assertThat(api.get("/api/v1/search?q=" + incident).at("/items/0/title")).isEqualTo("Skylight leaks");
        assertThat(api.get("/api/v1/search?q=skylight").at("/items/0/detail")).isEqualTo("frame-attic · open");
        assertThat(api.get("/api/v1/search?q=secret").body().path("items").values()).isEmpty();
        api.get("/api/v1/search?q=x&limit=0").expect(422);

        api.post("/api/v1/incidents/" + incident + "/resolve", "{}").expect(200);
        assertThat(api.get("/api/v1/search?q=skylight").at("/items/0/detail")).isEqualTo("frame-attic · resolved");
        api.delete("/api/v1/integrations/frame-alerts").expect(204);
        assertThat(api.get("/api/v1/search?q=frame-alerts").body().path("items").values()).isEmpty();
    }

    @Test
    void thePaletteFindsOpensAndActsByKeysAlone() {
        var page = signedIn().newPage();
        page.navigate(address("/services"));

        page.keyboard().press("/");
        assertThat(page.locator(".palette .typed")).isFocused();
        page.keyboard().type("attic ro");
        assertThat(page.locator(".palette [aria-selected=true]")).containsText("Attic rooms");
        assertThat(Browser.findings(page)).isEmpty();
        picture(page, "palette-1440");
        page.keyboard().press("Enter");
        page.waitForURL("**/services/frame-attic");

        page.keyboard().press("Control+k");
        page.keyboard().type("switch to d");
        assertThat(page.locator(".palette [aria-selected=true]")).containsText("Switch to dark");
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        assertThat(page.url()).endsWith("/services/frame-attic");

        page.keyboard().press("/");
        page.keyboard().type("page attic");
        assertThat(page.locator(".palette [aria-selected=true]")).containsText("Page who answers for Attic rooms");
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
        assertThat(page.locator("#service")).hasValue("frame-attic");
    }

    @Test
    void keysGoFromPageToPageAndStandAsideForWhoTypes() {
        var page = signedIn().newPage();
        page.navigate(address("/more"));

        goes(page, "o", "/on-call");
        goes(page, "s", "/services");
        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("k");
        assertThat(page.locator("tbody tr").first().locator("a").first()).isFocused();
        page.keyboard().press("?");
        assertThat(page.locator("dialog[open]")).containsText("Go to the incidents");
        assertThat(Browser.findings(page)).isEmpty();
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog[open]")).hasCount(0);

        page.navigate(address("/search"));
        page.keyboard().type("/gi?jk");
        assertThat(page.locator("#q")).hasValue("/gi?jk");
        assertThat(page.locator("dialog[open]")).hasCount(0);
    }

    @Test
    void everyPageOfTheFrameIsWholeOnAPhoneAndWithoutScripts() {
        var session = signedIn().storageState();
        for (var path : List.of("/more", "/keys", "/api", "/search", "/search?q=atitc", "/search?q=team%3Droof", "/search?q=xyzzyx")) {
            try (var context = browser.context(ColorScheme.DARK, 390, 844, session)) {
                var page = context.newPage();
                page.navigate(address(path));

                assertThat(Browser.overflow(page)).as(path).isZero();
                assertThat(Browser.findings(page)).as(path).isEmpty();
                picture(page, "frame" + path.replaceAll("[^a-z]+", "-") + "-390-dark");
            }
        }
        try (var context = browser.context(ColorScheme.LIGHT, 1440, 900, session, false)) {
            var page = context.newPage();
            page.navigate(address("/services"));
            page.locator("#find").fill("attic rooms");
            page.keyboard().press("Enter");
            page.locator(".found a.name").first().click();
            assertThat(page.locator("h1")).containsText("Attic rooms");
        }
    }

    private static void goes(Page page, String key, String to) {
        page.keyboard().press("g");
        page.waitForNavigation(() -> page.keyboard().press(key));
        assertThat(page.url()).endsWith(to);
    }

    private BrowserContext signedIn() {
        accounts.accept(accounts.invite("frame-kay", SETUP), "frame-kay", PASSWORD);
        return browser.signedIn(address(""), "frame-kay", PASSWORD);
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/screenshots", name + ".png")));
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
