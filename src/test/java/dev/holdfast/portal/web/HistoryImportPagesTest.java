package dev.holdfast.portal.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import dev.holdfast.HoldfastTest;
import dev.holdfast.access.Accounts;
import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Catalogue;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** History sent, mapped, started and followed in a real browser without scripts. */
@HoldfastTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HistoryImportPagesTest {

    private static final String PASSWORD = "a quiet bench in the yard";
    private static final Viewer SETUP = new Viewer("admin", null, Set.of("admin"), Set.of(), Set.of(Scope.values()), null, "setup");
    private static final Path PICTURES = Path.of("target/pictures");

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Catalogue catalogue;

    private Browser browser;
    private String session;

    @BeforeAll
    void people() {
        browser = Browser.open();
        catalogue.apply("""
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: hi-ann}
                spec: {email: hi-ann@example.com, roles: [admin]}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: hi-team}
                spec: {kind: product, members: [hi-ann]}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: hi-shop}
                spec: {kind: digital, owner: hi-team}
                """.getBytes(UTF_8), SETUP, false);
        accounts.accept(accounts.invite("hi-ann", SETUP), "hi-ann", PASSWORD);
        try (var context = browser.signedIn(address(""), "hi-ann", PASSWORD)) {
            session = context.storageState();
        }
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void aListIsMappedByHandAndFollowedUntilItIsDone() {
        var context = browser.context(ColorScheme.LIGHT, 1440, 900, session);
        context.setDefaultTimeout(20_000);
        context.route("**/js/**", script -> script.abort());
        var page = context.newPage();
        page.navigate(address("/catalogue/import"));
        page.getByText("Import history").click();
        fine(page, "history");
        page.locator("#file").setInputFiles(new FilePayload("releases.csv", "text/csv", """
                Which,Tag,Result,Start time
                hi-shop,1.0,Success,2026-03-01 09:00
                hi-shop,1.1,Perhaps,2026-03-02 09:00
                hi-shop,1.2,Success,2026-03-03 09:00
                """.getBytes(UTF_8)));
        page.getByText("Show what it would mean").click();
        assertThat(page.locator(".fault").first()).containsText("Service");
        assertThat(page.getByText("Import all of it")).hasCount(0);
        fine(page, "history-unmapped");

        page.locator("#column-service").selectOption("Which");
        page.locator("[name='common-environment']").fill("production");
        page.locator("#timeZone").fill("Europe/London");
        page.getByText("Read it so").click();
        assertThat(page.locator("[name='common-environment']")).hasValue("production");
        assertThat(page.locator("#faults + *, .rows").first()).containsText("Perhaps");
        fine(page, "history-mapped");
        page.getByText("Import all of it").click();

        assertThat(page.locator("h1")).containsText("2 rows imported");
        assertThat(page.locator(".rows").first()).containsText("Row 3, Result");
        fine(page, "history-done");
        assertThat(page.request().get(page.url() + "/faults.csv").text()).startsWith("row,column,code,message\r\n3,Result,UNKNOWN_VALUE");
        page.navigate(address("/imports"));
        assertThat(page.locator(".rows").first()).containsText("releases.csv");
        page.locator("#file").setInputFiles(new FilePayload("empty.csv", "text/csv", " ".getBytes(UTF_8)));
        page.getByText("Show what it would mean").click();
        assertThat(page.locator(".faults")).containsText("The file is empty.");
    }

    @Test
    void incidentsOfBeforeAreShownAsAnyThatIsOver() {
        var context = browser.context(ColorScheme.LIGHT, 1440, 900, session);
        context.setDefaultTimeout(20_000);
        var page = context.newPage();
        page.navigate(address("/imports"));
        page.locator("#kind").selectOption("incidents");
        page.locator("#file").setInputFiles(new FilePayload("incidents.csv", "text/csv", """
                Number,Configuration item,Short description,Priority,Opened,Resolved,Assignment group
                HI-1,hi-shop,Nobody could pay,1 - Critical,2026-02-01 09:00,2026-02-01 09:45,Shop
                HI-2,hi-shop,Slow,Nobody knows,2026-02-02 09:00,2026-02-02 09:45,Shop
                """.getBytes(UTF_8)));
        page.getByText("Show what it would mean").click();
        assertThat(page.locator("h1")).containsText("2 rows of incidents");
        page.locator("#timeZone").fill("Europe/London");
        page.getByText("Read it so").click();
        assertThat(page.locator("#faults + *, .rows").first()).containsText("Nobody knows");
        fine(page, "history-incidents");
        page.getByText("Import all of it").click();

        assertThat(page.locator("h1")).containsText("1 row imported");
        page.navigate(address("/incidents?state=resolved&service=hi-shop"));
        page.getByText("Nobody could pay").click();
        assertThat(page.locator("h1")).containsText("Nobody could pay");
        assertThat(page.locator("main")).containsText("Imported by hi-ann");
        fine(page, "history-incident");
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    private static void fine(Page page, String name) {
        for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
            for (var width : List.of(1440, 390)) {
                page.setViewportSize(width, 900);
                page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve("%s-%d-%s.png".formatted(name, width, theme))));
                assertThat(Browser.findings(page)).as("%s, %d px, %s", name, width, theme).isEmpty();
                assertThat(Browser.overflow(page)).as("%s, %d px, %s", name, width, theme).isLessThanOrEqualTo(0);
            }
        }
        page.setViewportSize(1440, 900);
    }
}
