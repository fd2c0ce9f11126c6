package dev.holdfast.portal.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/** From a template to the gate and the audit, with a pipeline's own shell and a change manager's browser. */
@HoldfastTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
class ChangesPagesTest {

    private static final String PASSWORD = "a quiet bench in the yard";
    private static final Viewer SETUP = new Viewer("admin", null, Set.of("admin"), Set.of(), Set.of(Scope.values()), null, "setup");
    private static final Path CURL = Path.of("/usr/bin/curl");
    private static final int REFUSED_BY_SERVER = 22;

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
    private String token;

    @BeforeAll
    void aServiceAndAChangeManager() {
        browser = Browser.open();
        token = tokens.make(new Tokens.Wanted("changes", Set.of(Scope.values()), null, null, null), SETUP).secret();
        api = new Api(address(""), token);
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
                metadata: {name: chairs-team}
                spec: {kind: product, members: [dan]}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: chairs}
                spec: {kind: digital, owner: chairs-team, lifecycle: live}
                ---
                apiVersion: holdfast.dev/v1
                kind: ChangeTemplate
                metadata: {name: chairs-release, title: Release of chairs}
                spec:
                  service: chairs
                  lowRisk: The last version is back within a minute.
                  repeatable: The same pipeline every day.
                  criteria: [automated-tests, fast-revert]
                  plan: {steps: The pipeline., test: Its checks., backOut: The version before.}
                  expires: "2099-01-01"
                """).expect(200);
        for (var person : List.of("cleo", "dan")) accounts.accept(accounts.invite(person, SETUP), person, PASSWORD);
    }

    @AfterAll
    void close() {
        if (browser != null) browser.close();
    }

    @Test
    void aPipelineIsRefusedAndPassesOnceAPersonHasApproved() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(CURL), "Skipped: there is no curl at " + CURL);
        built("1.0", false);
        assertThat(asks("1.0")).as("nothing is raised").isEqualTo(REFUSED_BY_SERVER);
        api.post("/api/v1/changes", "{\"service\": \"chairs\", \"version\": \"1.0\", \"summary\": \"New armrests\"}").expect(201);
        assertThat(asks("1.0")).as("it waits").isEqualTo(REFUSED_BY_SERVER);

        try (var context = browser.context(ColorScheme.LIGHT, 390, 844)) {
            var page = Browser.signIn(context, address(""), "cleo", PASSWORD);
            page.navigate(address("/changes"));
            page.locator("section[aria-labelledby=waiting] li").filter(new Locator.FilterOptions().setHasText("chairs 1.0,")).locator("a.name").click();
            assertThat(page.locator("h1")).hasText("New armrests");
            page.locator("textarea[name=reason]").focus();
            page.keyboard().type("Small and tried.");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(page.locator(".facts")).containsText("approved");
        }

        assertThat(asks("1.0")).isZero();
        assertThat(asks("1.1")).as("the approval is for one version").isEqualTo(REFUSED_BY_SERVER);
    }

    @Test
    void aTemplateIsAgreedOnceAndLetsThroughWhatItCovers() {
        try (var phone = browser.phoneWithoutScripts()) {
            var page = Browser.signIn(phone, address(""), "cleo", PASSWORD);
            page.navigate(address("/change-templates/chairs-release"));
            page.locator("form[action$=agree] button").click();
            assertThat(page.locator(".top")).containsText("in force");
        }
        built("2.0", true);
        api.post("/api/v1/deployments/gate", question("2.0")).expect(200);
        api.post("/api/v1/deployments", """
                {"service": "chairs", "version": "2.0", "environment": "production", "status": "succeeded",
                 "startedAt": "%s", "finishedAt": "%1$s", "deployer": "dan"}
                """.formatted(clock.instant())).expect(201);

        var row = api.get("/api/v1/audit?service=chairs").expect(200);
        assertThat(row.at("/items/0/changeKind")).isEqualTo("standard");
        assertThat(row.at("/items/0/template/agreedBy")).isEqualTo("cleo");
        assertThat(row.body().path("items").path(0).path("gaps").size()).isZero();
    }

    @Test
    void whoManagesNoChangesReadsThemOnly() {
        var number = api.post("/api/v1/changes", "{\"service\": \"chairs\", \"version\": \"9.0\", \"summary\": \"Another seat\"}").expect(201).at("/number");
        try (var context = browser.context(ColorScheme.DARK, 1440, 900)) {
            var page = Browser.signIn(context, address(""), "dan", PASSWORD);
            page.navigate(address("/changes/" + number));
            assertThat(page.locator("h1")).hasText("Another seat");
            assertThat(page.locator("form[action$=approve]")).hasCount(0);
        }
    }

    @Test
    void thePagesFitTheirWindowAndCanBeRead() {
        var number = api.post("/api/v1/changes", """
                {"service": "chairs", "version": "a-version-with-a-rather-long-name-that-only-a-machine-would-think-of-3f2a9c",
                 "summary": "A change whose summary is long enough to need more than one line on a phone, and on most others"}
                """).expect(201).at("/number");
        for (var path : List.of("/changes", "/changes?state=raised", "/changes/" + number, "/change-templates/chairs-release")) {
            for (var width : new int[] {360, 1440}) {
                for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    try (var context = browser.context(theme, width, 900)) {
                        var page = Browser.signIn(context, address(""), "cleo", PASSWORD);
                        assertThat(page.navigate(address(path)).status()).isEqualTo(200);

                        assertThat(Browser.overflow(page)).as("%s at %d px", path, width).isZero();
                        assertThat(Browser.findings(page)).as("%s, %s at %d px", path, theme, width).isEmpty();
                        page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                                .setPath(Path.of("target/screenshots", path.replaceAll("\\W+", "-").substring(1) + "-" + width + "-" + theme + ".png")));
                    }
                }
            }
        }
    }

    /** As a pipeline's step does it; curl ends with 22 where the gate refuses. */
    private int asks(String version) throws Exception {
        var step = new ProcessBuilder(
                        CURL.toString(), "-sf", "-X", "POST", address("/api/v1/deployments/gate"), "-H", "Authorization: Bearer " + token,
                        "-H", "Content-Type: application/json", "-d", question(version))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(step.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return step.exitValue();
    }

    private static String question(String version) {
        return "{\"service\": \"chairs\", \"version\": \"%s\", \"environment\": \"production\", \"deployer\": \"dan\"}".formatted(version);
    }

    private void built(String version, boolean passed) {
        api.post("/api/v1/builds", """
                {"service": "chairs", "version": "%s", "builtAt": "%s", "preProductionPassed": %s,
                 "commits": [{"sha": "abc%1$s", "author": "dan", "message": "Work on %1$s"}]}
                """.formatted(version, clock.instant(), passed)).expect(201);
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
