package dev.holdfast.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import dev.holdfast.TestClock;
import dev.holdfast.access.Accounts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.test.context.TestPropertySource;

/** The drill and the incident packs as people use them, in a real browser without scripts. */
@HoldfastTest
@TestPropertySource(properties = "holdfast.admin-token=hf_drillpages_0123456789_0123456789_012")
@DirtiesContext(classMode = ClassMode.BEFORE_CLASS)
class DrillPagesTest {

    private static final String TOKEN = "hf_drillpages_0123456789_0123456789_012";
    private static final Path PICTURES = Path.of("target/screenshots");

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private TestClock clock;

    @Test
    void theDrillIsRunReadAndTriedWithoutAScript() throws IOException {
        var api = new Api(base(), TOKEN);
        var welcome = accounts.welcome();
        try (var browser = Browser.open()) {
            String session;
            try (var context = browser.context(ColorScheme.LIGHT, 1440, 1000)) {
                var page = context.newPage();
                page.navigate(base() + "/welcome/" + welcome);
                page.fill("[name=name]", "dia");
                page.fill("[name=password]", "a quiet bench in the yard");
                page.click("main button, .gate button");
                look(page, "/catalogue/drill", "drill-none-1440-light");
                assertThat(page.textContent("h1")).isEqualTo("No drill has been run yet");
                session = context.storageState();
            }
            api.apply(Files.readString(Path.of("examples/furniture-retailer.yaml"))).expect(200);
            api.apply(broken()).expect(200);
            withoutScripts(browser, session);
            everyWidth(browser, session, "/catalogue/drill", "drill");
            everyWidth(browser, session, "/catalogue/drill?moment=tonight&show=all", "drill-all");
            everyWidth(browser, session, "/catalogue/drill/route?integration=platform-alerts&labels=service%3Dattic&moment=sunday", "drill-route");
            clock.advance(Duration.ofHours(1).plusSeconds(1));
            awaitPack(api);
            everyWidth(browser, session, "/packs", "packs");
            thePackIsReadFromDisk(browser, api);
        }
    }

    private void withoutScripts(Browser browser, String session) {
        try (var context = browser.context(ColorScheme.LIGHT, 390, 844, session)) {
            context.route("**/*.js", route -> route.abort());
            var page = context.newPage();
            page.navigate(base() + "/catalogue/drill");
            page.click("text=Run it now");
            assertThat(page.textContent("h1")).contains("routes reach somebody on Sunday at 03:00");
            assertThat(page.textContent("main")).contains("Unassessed");

            page.selectOption("#integration", "platform-alerts");
            page.fill("#labels", "{\"labels\": {\"service\": \"bedroom\"}}");
            page.click("text=Follow it");
            assertThat(page.textContent("h1")).contains("would be called");
            page.fill("#labels", "<b>not labels");
            page.click("text=Follow it");
            assertThat(page.textContent("[role=alert]")).contains("name=value");
            assertThat(page.inputValue("#labels")).isEqualTo("<b>not labels");
        }
    }

    private void everyWidth(Browser browser, String session, String path, String name) {
        for (var look : List.of(Map.entry(ColorScheme.LIGHT, 390), Map.entry(ColorScheme.DARK, 1440), Map.entry(ColorScheme.LIGHT, 1440), Map.entry(ColorScheme.LIGHT, 2560))) {
            try (var context = browser.context(look.getKey(), look.getValue(), 900, session)) {
                var page = context.newPage();
                var shown = name + "-" + look.getValue() + "-" + look.getKey().name().toLowerCase(Locale.ROOT);
                look(page, path, shown);
                assertThat(Browser.overflow(page)).as(shown).isZero();
                if (look.getValue() == 390 || look.getKey() == ColorScheme.DARK) assertThat(Browser.findings(page)).as(shown).isEmpty();
            }
        }
    }

    private void look(Page page, String path, String name) {
        page.navigate(base() + path);
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
    }

    private void awaitPack(Api api) {
        var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (api.get("/domains/furnishing/pack").status() != 200) {
            if (System.nanoTime() > end) throw new AssertionError("No pack was made");
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private void thePackIsReadFromDisk(Browser browser, Api api) throws IOException {
        var answer = api.get("/domains/furnishing/pack").expect(200);
        assertThat(answer.header("Content-Disposition").orElseThrow()).contains("attachment");
        assertThat(answer.text()).contains("+44 7700 900123", "Payments provider").doesNotContain("ntfy.example.com");
        assertThat(new Api(base(), null).get("/packs/key").expect(200).text()).startsWith("-----BEGIN PUBLIC KEY-----");
        assertThat(new Api(base(), null).send(noRedirect("/packs.zip")).text()).doesNotContain("+44 7700");
        var file = Files.writeString(PICTURES.resolve("pack.html"), answer.text());
        for (var look : List.of(Map.entry(ColorScheme.LIGHT, 390), Map.entry(ColorScheme.DARK, 390), Map.entry(ColorScheme.LIGHT, 1440))) {
            try (BrowserContext context = browser.context(look.getKey(), look.getValue(), 900)) {
                context.setOffline(true);
                var page = context.newPage();
                page.navigate(file.toUri().toString());
                var shown = "pack-" + look.getValue() + "-" + look.getKey().name().toLowerCase(Locale.ROOT);
                page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(shown + ".png")));
                assertThat(Browser.overflow(page)).as(shown).isZero();
                assertThat(Browser.findings(page)).as(shown).isEmpty();
                if (look.getValue() == 1440) page.pdf(new Page.PdfOptions().setFormat("A4").setPath(PICTURES.resolve("pack.pdf")));
            }
        }
    }

    private HttpRequest.Builder noRedirect(String path) {
        return HttpRequest.newBuilder(URI.create(base() + path));
    }

    private static String broken() {
        return """
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: bob, title: Bob Okafor}
                spec:
                  email: bob@example.com
                  phone: "+44 7700 900123"
                  timeZone: Europe/London
                  notify: [{after: PT0S, by: ntfy, to: "https://ntfy.example.com/bob"}]
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: attic-team, title: Attic}
                spec: {kind: product, members: [leo], lead: leo}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: attic, title: A service with a name that goes on for longer than anybody would like to read}
                spec: {kind: digital, owner: attic-team, lifecycle: live}
                """;
    }

    private String base() {
        return "http://localhost:" + port;
    }
}
