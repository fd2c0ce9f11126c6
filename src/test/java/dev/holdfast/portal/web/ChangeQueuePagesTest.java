package dev.holdfast.portal.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/** A change manager's day: the list in which they decide, while it changes, and the wall beside it. */
@HoldfastTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
class ChangeQueuePagesTest {

    private static final String PASSWORD = "a quiet bench in the yard";
    private static final Viewer SETUP = new Viewer("admin", null, Set.of("admin"), Set.of(), Set.of(Scope.values()), null, "setup");

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

    @BeforeAll
    void servicesAndChangeManagers() {
        browser = Browser.open();
        api = new Api(address(""), tokens.make(new Tokens.Wanted("changes", Set.of(Scope.values()), null, null, null), SETUP).secret());
        api.apply("""
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: cleo}
                spec: {timeZone: Europe/London}
                ---
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: dan}
                spec: {timeZone: Europe/London}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: change-desk}
                spec: {kind: change-management, members: [cleo]}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: tables-team}
                spec: {kind: product, members: [dan]}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: tables}
                spec: {kind: digital, owner: tables-team, lifecycle: live}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: stools}
                spec: {kind: digital, owner: tables-team, lifecycle: live}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: lamps}
                spec: {kind: digital, owner: tables-team, lifecycle: live}
                ---
                apiVersion: holdfast.dev/v1
                kind: FreezeWindow
                metadata: {name: sale}
                spec: {services: [lamps], from: "%s", to: "%s", timeZone: UTC, reason: The sale.}
                """.formatted(day(5), day(7))).expect(200);
        for (var person : List.of("cleo", "dan")) accounts.accept(accounts.invite(person, SETUP), person, PASSWORD);
    }

    @AfterAll
    void close() {
        if (browser != null) browser.close();
    }

    @Test
    void whatWaitsIsApprovedInTheListByKeyboardAlone() {
        var number = raised("stools", "1.0", "Oak instead of ash");
        try (var context = managersWindow()) {
            var page = opened(context, "/changes");
            var row = row(page, number);
            assertThat(row).containsText("It has 1 commit.");
            assertThat(row).containsText("It is the first change of stools that is known.");
            assertThat(row).containsText("of its lead time until now");
            row.locator("textarea").focus();
            page.keyboard().type("Small and tried.");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");

            assertThat(page.locator("[data-part=queue] .say")).containsText("approved " + number);
            assertThat(row(page, number)).hasCount(0);
        }
        var change = api.get("/api/v1/changes/" + number).expect(200);
        assertThat(change.at("/approvedBy")).isEqualTo("cleo");
        assertThat(change.at("/reason")).isEqualTo("Small and tried.");
    }

    @Test
    void aRejectionSaysWhyAlsoWithoutScripts() {
        var number = raised("tables", "2.0", "Legs of glass");
        try (var phone = browser.phoneWithoutScripts()) {
            var page = Browser.signIn(phone, address(""), "cleo", PASSWORD);
            page.navigate(address("/changes?service=tables"));
            reject(page, number).click();
            assertThat(page.locator(".faults")).containsText("Say why it is rejected.");
            row(page, number).locator("textarea").fill("Glass breaks.");
            reject(page, number).click();

            assertThat(page.locator("[data-part=queue] .say")).containsText("rejected " + number);
            assertThat(page.locator("input.input[name=service]")).hasValue("tables");
        }
        assertThat(api.get("/api/v1/changes/" + number).expect(200).at("/reason")).isEqualTo("Glass breaks.");
    }

    @Test
    void whatSomebodyDecidedMeanwhileIsSaidInTheList() {
        var number = raised("tables", "3.0", "Another varnish");
        try (var context = managersWindow()) {
            var page = opened(context, "/changes");
            var row = row(page, number);
            row.locator("textarea").fill("Too shiny.");
            api.post("/api/v1/changes/" + number + "/approve", "{\"person\": \"cleo\"}").expect(200);
            api.post("/api/v1/deployments", deployment("tables", "3.0", "succeeded")).expect(201);
            reject(page, number).click();

            assertThat(page.locator(".faults")).containsText(number + " is closed.");
        }
    }

    @Test
    void aFreezeAheadStandsAboveTheListAndBesideWhatItStops() {
        var number = raised("lamps", "1.0", "A warmer light");
        try (var context = managersWindow()) {
            var page = opened(context, "/changes");

            assertThat(page.locator(".strip")).containsText("Freeze in 4 days");
            assertThat(page.locator(".strip")).containsText("lamps. Emergencies pass.");
            assertThat(row(page, number)).containsText("sale freezes it from");
        }
    }

    @Test
    void whoManagesNoChangesDecidesNothingAndWhoRaisedOneDoesNotApproveIt() {
        var number = raised("tables", "4.0", "A drawer");
        try (var context = browser.signedIn(address(""), "dan", PASSWORD)) {
            var page = opened(context, "/changes");
            assertThat(row(page, number).locator("form")).hasCount(0);
        }
        var own = raised("tables", "4.1", "Two drawers", "cleo");
        try (var context = managersWindow()) {
            var page = opened(context, "/changes");
            assertThat(row(page, own)).containsText("another change manager approves it");
            assertThat(row(page, own).locator("button")).hasText("Reject " + own);
        }
    }

    @Test
    void theListAndTheWallShowWhatIsRaisedWhileSomebodyLooks() {
        try (var context = managersWindow()) {
            var list = opened(context, "/changes");
            var wall = opened(context, "/changes/wall");
            assertThat(list.locator("[data-live-sign]")).hasText("Live");

            var number = raised("tables", "5.0", "Round corners");
            api.post("/api/v1/deployments", deployment("tables", "0.9", "succeeded")).expect(201);

            assertThat(row(list, number)).hasCount(1);
            assertThat(wall.locator("section[aria-labelledby=wall-waiting]")).containsText("tables 5.0, normal");
            assertThat(wall.locator("section[aria-labelledby=wall-deployed]")).containsText("tables 0.9");
            assertThat(wall.locator("section[aria-labelledby=wall-deployed]")).containsText("never allowed");
            assertThat(wall.locator("section[aria-labelledby=wall-freezes]")).containsText("sale");
        }
    }

    @Test
    void aReasonThatSomebodyHasBegunStaysWhileTheListChanges() {
        var number = raised("tables", "6.0", "Square corners");
        try (var context = managersWindow()) {
            var page = opened(context, "/changes");
            row(page, number).locator("textarea").fill("Square is");
            row(page, number).locator("button").first().focus();
            api.post("/api/v1/deployments", deployment("lamps", "0.1", "succeeded")).expect(201);

            assertThat(page.locator("[data-part=list]")).containsText("0.1");
            assertThat(row(page, number).locator("textarea")).hasValue("Square is");
        }
    }

    @Test
    void anAgendaIsMadeOfWhatWaitsAndDecidedOneAfterTheOtherByKeyboardWithoutScripts() {
        var first = raised("tables", "7.0", "A leaf to fold out");
        var second = raised("lamps", "7.0", "A dimmer");
        try (var phone = browser.phoneWithoutScripts()) {
            var page = Browser.signIn(phone, address(""), "cleo", PASSWORD);
            page.navigate(address("/changes/agendas"));
            page.locator("form button.main").press("Enter");
            assertThat(page.locator(".faults")).containsText("Say when you look at them.");
            page.locator("[name=at]").fill(LocalDateTime.ofInstant(clock.instant(), ZoneId.of("Europe/London")).plusDays(1).truncatedTo(ChronoUnit.MINUTES).toString());
            page.locator("[name=change][value='" + first + "']").check();
            page.locator("[name=change][value='" + second + "']").check();
            page.locator("form button.main").press("Enter");
            assertThat(page.locator(".lede")).containsText("2 changes, 2 to decide, made by cleo.");

            assertThat(page.locator("section[aria-labelledby=next]")).containsText(first);
            page.locator("textarea[name=reason]").fill("It folds well.");
            page.locator("form button.main").press("Enter");
            assertThat(page.locator("section[aria-labelledby=next]")).containsText(second);
            page.locator("button[formaction$=reject]").press("Enter");
            assertThat(page.locator(".faults")).containsText("Say why it is rejected.");
            page.locator("textarea[name=reason]").fill("It hums.");
            page.locator("button[formaction$=reject]").press("Enter");

            assertThat(page.locator(".lede")).containsText("2 changes, all decided");
            assertThat(page.locator("section[aria-labelledby=done]")).containsText("It hums.");
            page.navigate(address("/changes/agendas"));
            assertThat(page.locator("section[aria-labelledby=coming]")).containsText("2 changes, all decided, made by cleo");
        }
        assertThat(api.get("/api/v1/changes/" + first).expect(200).at("/state")).isEqualTo("approved");
        assertThat(api.get("/api/v1/changes/" + second).expect(200).at("/state")).isEqualTo("rejected");
    }

    @Test
    void aFreezeWindowShowsWhatTheSameOneWouldHaveStopped() {
        api.post("/api/v1/deployments", deployment("lamps", "0.4", "rolled-back", clock.instant().minus(Duration.ofDays(22)))).expect(201);
        api.post("/api/v1/deployments", deployment("tables", "0.4", "succeeded", clock.instant().minus(Duration.ofDays(22)))).expect(201);
        try (var context = managersWindow()) {
            var page = opened(context, "/changes");
            page.locator(".strip a.link").click();

            assertThat(page.locator("h1")).hasText("sale");
            assertThat(page.locator(".figures")).containsText("1 deployment");
            assertThat(page.locator(".figures")).containsText("1 of 1");
            assertThat(page.locator("#list li")).containsText("lamps");
            page.locator("[name=from]").fill("2001-01-01T00:00");
            page.locator("section[aria-labelledby=stopped] button").click();
            assertThat(page.locator("#list li")).containsText("lamps");
            for (var to : List.of("2000-01-01T00:00", "nonsense", "+999999999-12-31T00:00")) {
                assertThat(page.navigate(address("/freeze-windows/sale?from=2001-01-01T00:00&to=" + to.replace("+", "%2B"))).status()).isEqualTo(200);
            }
            assertThat(page.navigate(address("/freeze-windows/none")).status()).isEqualTo(404);
        }
    }

    @Test
    void aTemplateThatExpiresSoonIsRenewedForAYearByAChangeManagerWhoDidNotProposeIt() {
        var expires = LocalDateTime.ofInstant(clock.instant(), ZoneId.of("UTC")).toLocalDate().plusDays(12);
        api.apply("""
                apiVersion: holdfast.dev/v1
                kind: ChangeTemplate
                metadata: {name: stools-release, title: Release of stools}
                spec:
                  service: stools
                  lowRisk: The last version is back within a minute.
                  repeatable: The same pipeline every day.
                  criteria: [fast-revert]
                  plan: {steps: The pipeline., test: Its checks., backOut: The version before.}
                  expires: "%s"
                """.formatted(expires)).expect(200);
        api.post("/api/v1/change-templates/stools-release/renew", "{\"person\": \"cleo\"}").expect(409);
        api.post("/api/v1/change-templates/stools-release/agree", "{\"person\": \"cleo\"}").expect(200);
        try (var context = browser.signedIn(address(""), "dan", PASSWORD)) {
            assertThat(opened(context, "/changes").locator("form[action$=renew]")).hasCount(0);
        }
        try (var context = managersWindow()) {
            var page = opened(context, "/changes");
            assertThat(page.locator("section[aria-labelledby=templates]")).containsText("covers nothing from");
            page.locator("form[action$=renew] button").click();

            assertThat(page.locator("aside").first()).containsText(String.valueOf(expires.plusYears(1).getYear()));
            assertThat(page.locator("form[action$=renew]")).hasCount(0);
        }
        var renewed = api.get("/api/v1/change-templates/stools-release").expect(200);
        assertThat(renewed.at("/expires")).isEqualTo(expires.plusYears(1).toString());
        assertThat(renewed.at("/agreedBy")).isEqualTo("cleo");
        assertThat(api.post("/api/v1/change-templates/stools-release/renew", "{}").expect(200).at("/expires")).isEqualTo(expires.plusYears(1).toString());
    }

    @Test
    void thePagesFitTheirWindowAndCanBeRead() {
        var number = raised("tables", "a-version-with-a-rather-long-name-that-only-a-machine-would-think-of-3f2a9c", "A long one");
        var agenda = api.post("/api/v1/cab-agendas", "{\"at\": \"%s\", \"changes\": [\"%s\"]}".formatted(clock.instant(), number)).expect(201).at("/id");
        for (var path : List.of("/changes", "/changes/wall", "/changes/agendas", "/changes/agendas/" + agenda, "/freeze-windows/sale")) {
            for (var width : new int[] {360, 1440}) {
                for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    try (var context = browser.context(theme, width, 900)) {
                        var page = Browser.signIn(context, address(""), "cleo", PASSWORD);
                        assertThat(page.navigate(address(path)).status()).isEqualTo(200);

                        assertThat(Browser.overflow(page)).as("%s at %d px", path, width).isZero();
                        assertThat(Browser.findings(page)).as("%s, %s at %d px", path, theme, width).isEmpty();
                        page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                                .setPath(Path.of("target/screenshots", "queue" + path.replace(agenda, "one").replaceAll("\\W+", "-") + "-" + width + "-" + theme + ".png")));
                    }
                }
            }
        }
    }

    private BrowserContext managersWindow() {
        return browser.signedIn(address(""), "cleo", PASSWORD);
    }

    private Page opened(BrowserContext context, String path) {
        var page = context.newPage();
        page.navigate(address(path));
        return page;
    }

    private static Locator row(Page page, String number) {
        return page.locator(".queue > li").filter(new Locator.FilterOptions().setHas(page.locator("a.name[href='/changes/" + number + "']")));
    }

    private static Locator reject(Page page, String number) {
        return row(page, number).locator("button[formaction]");
    }

    /** Built an hour before, so that its lead time is known. */
    private String raised(String service, String version, String summary) {
        return raised(service, version, summary, "dan");
    }

    private String raised(String service, String version, String summary, String author) {
        api.post("/api/v1/builds", """
                {"service": "%s", "version": "%s", "builtAt": "%s", "commits": [{"sha": "abc%2$s", "author": "%s", "message": "Work"}]}
                """.formatted(service, version, clock.instant().minus(Duration.ofHours(1)), author)).expect(201);
        return api.post("/api/v1/changes", "{\"service\": \"%s\", \"version\": \"%s\", \"summary\": \"%s\"}".formatted(service, version, summary))
                .expect(201).at("/number");
    }

    private String deployment(String service, String version, String status) {
        return deployment(service, version, status, clock.instant());
    }

    private static String deployment(String service, String version, String status, Instant at) {
        return """
                {"service": "%s", "version": "%s", "environment": "production", "status": "%s", "startedAt": "%s", "finishedAt": "%4$s", "deployer": "dan"}
                """.formatted(service, version, status, at);
    }

    private String day(int ahead) {
        return LocalDateTime.ofInstant(clock.instant(), ZoneId.of("UTC")).truncatedTo(ChronoUnit.DAYS).plusDays(ahead).toString();
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
