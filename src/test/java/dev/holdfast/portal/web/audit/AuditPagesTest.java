package dev.holdfast.portal.web.audit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import dev.holdfast.Statements;
import dev.holdfast.TestClock;
import dev.holdfast.access.Accounts;
import dev.holdfast.access.Scope;
import dev.holdfast.access.Tokens;
import dev.holdfast.access.Viewer;
import dev.holdfast.http.Forbidden;
import dev.holdfast.portal.web.Browser;
import dev.holdfast.portal.web.ReaderTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** From a template that is proposed in the portal to the gate, to the audit, and to a sample that others draw again. */
@HoldfastTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
class AuditPagesTest {

    private static final String PASSWORD = "a quiet bench in the yard";
    private static final Viewer SETUP = new Viewer("admin", null, Set.of("admin"), Set.of(), Set.of(Scope.values()), null, "setup");
    private static final Viewer READER = new Viewer("reader", null, Set.of(), Set.of(), Set.of(Scope.READ), null, null);
    private static final Viewer PIPELINE = new Viewer("pipe", null, Set.of(), Set.of(), Set.of(Scope.DEPLOYMENTS), null, "pipe");

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Tokens tokens;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient db;

    @Autowired
    private AuditSheet rows;

    @Autowired
    private ControlsSheet controls;

    @Autowired
    private SampleSheet sample;

    @Autowired
    private VersionsSheet versions;

    @Autowired
    private CommitsSheet commits;

    private Browser browser;
    private Api api;

    @BeforeAll
    void aServiceWithItsTeamAndAChangeManager() {
        browser = Browser.open();
        api = new Api(address(""), tokens.make(new Tokens.Wanted("audit", Set.of(Scope.values()), null, null, null), SETUP).secret());
        api.apply("""
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: clara, title: Clara Voss}
                spec: {timeZone: Europe/London}
                ---
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: dora}
                spec: {timeZone: Europe/London}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: audit-desk}
                spec: {kind: change-management, members: [clara]}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: lamps-team}
                spec: {kind: product, members: [dora]}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: lamps}
                spec: {kind: digital, owner: lamps-team, lifecycle: live}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: shades}
                spec: {kind: digital, owner: lamps-team, lifecycle: live}
                """).expect(200);
        for (var person : List.of("clara", "dora")) accounts.accept(accounts.invite(person, SETUP), person, PASSWORD);
    }

    @AfterAll
    void close() {
        if (browser != null) browser.close();
    }

    @Test
    void aTemplateLeadsThroughTheGateToARowOfTheAuditAndIntoASample() {
        try (var owner = browser.signedIn(address(""), "dora", PASSWORD)) {
            var page = owner.newPage();
            page.navigate(address("/catalogue/import"));
            page.locator("#text").fill("""
                    apiVersion: holdfast.dev/v1
                    kind: ChangeTemplate
                    metadata: {name: lamps-release, title: Release of lamps}
                    spec:
                      service: lamps
                      lowRisk: The last version is back within a minute.
                      repeatable: The same pipeline every day.
                      criteria: [automated-tests]
                      plan: {steps: The pipeline., test: Its checks., backOut: The version before.}
                      expires: "2099-01-01"
                    """);
            page.getByText("Show what would change").click();
            page.getByText("Apply all of it").click();
            assertThat(page.locator(".strip")).containsText("Applied");
        }
        try (var manager = browser.signedIn(address(""), "clara", PASSWORD)) {
            var page = manager.newPage();
            page.navigate(address("/change-templates/lamps-release"));
            page.locator("form[action$=agree] button").click();
            assertThat(page.locator(".top")).containsText("in force");

            built("lamps", "1.0");
            api.post("/api/v1/deployments/gate", "{\"service\": \"lamps\", \"version\": \"1.0\", \"environment\": \"production\", \"deployer\": \"dora\"}").expect(200);
            clock.advance(Duration.ofMinutes(1));
            deployed("lamps", "1.0", "production");
            deployed("shades", "7.7", "production");

            page.navigate(address("/changes"));
            page.locator(".acts a[href='/audit']").click();
            assertThat(page.locator("h1")).containsText("with findings");
            var allowed = page.locator("table.audit tr").filter(new Locator.FilterOptions().setHasText("lamps-release"));
            assertThat(allowed).containsText("lamps-release, revision 1");
            assertThat(allowed).containsText("Clara Voss");
            assertThat(allowed).containsText("let through");
            assertThat(allowed).containsText("pre approved");
            page.locator("section[aria-labelledby=findings] a.name").filter(new Locator.FilterOptions().setHasText("Without a change")).click();
            assertThat(page.locator("#list")).containsText("Without a change: ");
            assertThat(page.locator("table.audit")).containsText("shades");
            assertThat(page.locator("table.audit")).not().containsText("lamps-release");

            page.locator(".filters .seg a").filter(new Locator.FilterOptions().setHasText("Sample")).click();
            page.navigate(page.url().replaceAll("&only=[a-z-]+", ""));
            page.locator("input[name=size]").fill("1");
            page.locator("input[name=seed]").fill("7");
            page.locator(".filters button").click();
            assertThat(page.locator("h1")).containsText("1 drawn of");
            var drawn = page.locator("table.audit tbody").innerText();
            var address = page.url();
            assertThat(address).contains("seed=7").contains("from=").contains("to=");
            try (var auditor = browser.signedIn(address(""), "dora", PASSWORD)) {
                var again = auditor.newPage();
                again.navigate(address);
                assertThat(again.locator("table.audit tbody").innerText()).isEqualTo(drawn);
            }
            var file = page.waitForDownload(() -> page.locator(".acts a", new Page.LocatorOptions().setHasText("CSV")).click());
            assertThat(file.suggestedFilename()).isEqualTo("audit-sample.csv");
        }
    }

    @Test
    void showsWhatWasLiveAtAnInstantAndTheCommitsSince() {
        built("shades", "1.1");
        deployed("shades", "1.1", "staging");
        clock.advance(Duration.ofHours(1));
        var then = clock.instant();
        clock.advance(Duration.ofHours(1));
        built("shades", "1.2");
        deployed("shades", "1.2", "staging");

        try (var context = browser.signedIn(address(""), "clara", PASSWORD)) {
            var page = context.newPage();
            page.navigate(address("/audit/versions?service=shades"));
            assertThat(page.locator("table.matrix")).containsText("1.2");
            page.navigate(address("/audit/versions?service=shades&at=" + then));
            assertThat(page.locator("table.matrix")).containsText("1.1");
            page.getByText("commits").last().click();
            assertThat(page.locator("h1")).hasText("1 commit of shades");
            assertThat(page.locator("table")).containsText("Work on 1.2");
            page.navigate(address("/audit/commits?service=shades&from=1.2&to=1.1"));
            assertThat(page.locator(".lede")).containsText("took these back");
            page.navigate(address("/audit/commits?service=shades&environment=staging&since=" + then));
            assertThat(page.locator(".lede")).containsText("From 1.1 to 1.2");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/audit?from=yesterday, 400", "/audit?from=2026-02-30, 400", "/audit?from=2026-03-02&to=2026-03-01, 422", "/audit?from=2020-01-01&to=2026-03-01, 422",
        "/audit?only=everything, 422", "/audit?cursor=nowhere, 422", "/audit/sample?size=0, 422", "/audit/sample?seed=seven, 422", "/audit/versions?at=noon, 400",
        "/audit/versions?at=2026-02-30T10:00, 400", "/audit/commits?service=lamps&from=0.0&to=0.1, 404", "/audit/commits?service=lamps, 422", "/audit?service=nothing, 200"
    })
    void whatCannotBeAskedIsRefusedAsAPage(String path, int status) {
        try (var context = browser.signedIn(address(""), "dora", PASSWORD)) {
            var page = context.newPage();
            assertThat(page.navigate(address(path)).status()).isEqualTo(status);
            assertThat(page.locator("h1")).not().isEmpty();
        }
    }

    @Test
    void whoMayNotReadIsRefused() {
        var nothing = Map.<String, String>of();
        var time = time();

        assertThatThrownBy(() -> rows.page(nothing, PIPELINE, time)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> controls.page(nothing, PIPELINE, time)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> sample.page(nothing, PIPELINE, time)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> versions.page(nothing, PIPELINE, time)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> commits.page(nothing, PIPELINE, time)).isInstanceOf(Forbidden.class);
        var token = tokens.make(new Tokens.Wanted("audit-blind", Set.of(Scope.DEPLOYMENTS), null, null, null), SETUP).secret();
        new Api(address(""), token).get("/audit").expect(403);
        new Api(address(""), token).get("/api/v1/audit/bundle").expect(403);
    }

    @Test
    void asksNoMoreStatementsForMoreRows() {
        deployed("lamps", "5.0", "production");
        var few = statements();
        for (var number = 1; number < 12; number++) deployed("lamps", "5." + number, "production");

        assertThat(statements()).isEqualTo(few);
    }

    @Test
    void whereMuchWasDeployedTheTimeIsShorterUnlessItIsChosen() {
        db.sql("""
                insert into deployments.deployment (service, id, version, environment, status, kind, started_at, received_at)
                select 'lamps', 'old-' || n, '0.' || n, 'production', 'succeeded', 'planned', timestamptz '2001-02-28T12:00:00Z' - n * interval '4 minutes', now()
                  from generate_series(1, 8000) as n
                """).update();
        try {
            var asked = Map.of("service", "lamps", "to", "2001-02-28");

            var shorter = rows.page(asked, READER, time());
            var chosen = rows.page(Map.of("service", "lamps", "from", "2001-02-01", "to", "2001-02-28"), READER, time());

            assertThat(shorter.lede()).startsWith("22 Feb 2001 to 28 Feb 2001");
            assertThat(chosen.lede()).startsWith("1 Feb 2001 to 28 Feb 2001");
            assertThat(chosen.heading()).startsWith("8,000 production deployments");
            assertThat(controls.page(asked, READER, time()).lede()).startsWith("22 Feb 2001 to 28 Feb 2001");
            assertThat(Statements.of(() -> rows.page(asked, READER, time()))).as("one asks how much there is")
                    .hasSize(1 + Statements.of(() -> rows.page(Map.of("service", "lamps", "from", "2001-02-22", "to", "2001-02-28"), READER, time())).size());
        } finally {
            db.sql("delete from deployments.deployment where service = 'lamps' and id like 'old-%'").update();
        }
    }

    private List<Integer> statements() {
        var asked = Map.of("service", "lamps");
        return List.of(
                Statements.of(() -> rows.page(asked, READER, time())).size(), Statements.of(() -> controls.page(asked, READER, time())).size(),
                Statements.of(() -> sample.page(asked, READER, time())).size(), Statements.of(() -> versions.page(asked, READER, time())).size());
    }

    @Test
    void thePagesFitTheirWindowAndCanBeRead() {
        deployed("shades", "a-version-with-a-rather-long-name-that-only-a-machine-would-think-of-3f2a9c", "production");
        for (var path : List.of("/audit", "/audit/controls", "/audit/sample?seed=3", "/audit/versions", "/audit/commits")) {
            for (var width : new int[] {360, 1440}) {
                for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    try (var signedIn = browser.signedIn(address(""), "clara", PASSWORD); var context = browser.context(theme, width, 900, signedIn.storageState(), width > 360)) {
                        var page = context.newPage();
                        assertThat(page.navigate(address(path)).status()).isEqualTo(200);

                        assertThat(Browser.overflow(page)).as("%s at %d px", path, width).isZero();
                        if (width > 360) assertThat(Browser.findings(page)).as("%s, %s at %d px", path, theme, width).isEmpty();
                        page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                                .setPath(Path.of("target/screenshots", path.replaceAll("\\W+", "-").substring(1) + "-" + width + "-" + theme + ".png")));
                    }
                }
            }
        }
    }

    private ReaderTime time() {
        return new ReaderTime(ZoneOffset.UTC, clock.instant());
    }

    private void built(String service, String version) {
        api.post("/api/v1/builds", """
                {"service": "%s", "version": "%s", "builtAt": "%s", "preProductionPassed": true,
                 "commits": [{"sha": "abc%2$s", "author": "dora", "message": "Work on %2$s"}]}
                """.formatted(service, version, clock.instant())).expect(201);
    }

    private void deployed(String service, String version, String environment) {
        var at = clock.instant();
        api.post("/api/v1/deployments", """
                {"service": "%s", "version": "%s", "environment": "%s", "status": "succeeded", "startedAt": "%s", "finishedAt": "%4$s", "deployer": "dora"}
                """.formatted(service, version, environment, at)).expect(201);
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
