package dev.holdfast.portal.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
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
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The portal as people use it: a real browser on a real server. */
@HoldfastTest
class PortalTest {

    private static final String PASSWORD = "a quiet bench in the yard";
    private static final Pattern NUMBER = Pattern.compile("\"number\"\\s*:\\s*\"(INC-\\d+)\"");
    private static final Viewer SETUP = new Viewer("admin", null, Set.of("admin"), Set.of(), Set.of(Scope.values()), null, "setup");

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Tokens tokens;

    private Browser browser;
    private String token;

    @BeforeEach
    void apply() throws Exception {
        browser = Browser.open();
        token = tokens.make(new Tokens.Wanted("portal", Set.of(Scope.values()), null, null, null), SETUP).secret();
        try (var yaml = PortalTest.class.getResourceAsStream("/portal/furniture.yaml")) {
            var applied = http.send(
                    request("/api/v1/catalogue/apply").header("Content-Type", "application/yaml").POST(BodyPublishers.ofByteArray(yaml.readAllBytes())).build(),
                    BodyHandlers.ofString());
            assertThat(applied.statusCode()).as(applied.body()).isEqualTo(200);
        }
        for (var person : new String[] {"portal-ann", "portal-ben", "portal-zoe"}) {
            accounts.accept(accounts.invite(person, SETUP), person, PASSWORD);
        }
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void twoBrowsersFollowAnIncidentThatIsWorkedByKeyboardAlone() throws Exception {
        var number = declare("Search returns <b>errors</b>");
        var ann = signedIn("portal-ann").newPage();
        var ben = signedIn("portal-ben").newPage();
        ben.navigate(address("/incidents/" + number));

        ann.navigate(address("/incidents"));
        ann.getByText("Search returns <b>errors</b>").focus();
        ann.keyboard().press("Enter");
        ann.waitForURL("**/incidents/" + number);
        var before = ann.locator("[data-per-second]").textContent();
        assertThat(ann.locator("[data-per-second]")).not().hasText(before);

        sending(ann, "a");
        assertThat(ann.getByText("Acknowledged").first()).isVisible();
        assertThat(ben.getByText("Acknowledged").first()).isVisible();

        ann.keyboard().press("n");
        ann.keyboard().type("The index is empty since the rebuild");
        sending(ann, "Control+Enter");
        assertThat(ben.getByText("“The index is empty since the rebuild”")).isVisible();

        ann.keyboard().press("i");
        ann.locator("#impact").fill("50");
        sending(ann, "Enter");
        assertThat(ben.locator("[data-part=hero]")).containsText("Impact 50");

        ann.keyboard().press("r");
        ann.keyboard().type("Refilled");
        sending(ann, "Control+Enter");
        assertThat(ann.getByText("Resolved").first()).isVisible();
        assertThat(ben.getByText("Resolved").first()).isVisible();
        assertThat(ben.getByText("Lost in all")).isVisible();
    }

    /** A key that sends a form: the next key is for the page that comes back, not for the one that leaves. */
    private static void sending(Page page, String key) {
        page.waitForNavigation(() -> page.keyboard().press(key));
    }

    @Test
    void aDeadConnectionSaysSoAndComesBackByItself() throws Exception {
        var number = declare("Checkout is slow");
        var context = signedIn("portal-ann");
        var page = context.newPage();
        page.navigate(address("/incidents/" + number));
        assertThat(page.locator("[data-live-sign]")).hasText("Live");

        context.setOffline(true);
        assertThat(page.locator("[data-live-sign]")).containsText("Last heard");
        var stopped = page.locator("[data-per-second]").textContent();
        note(number, "Meanwhile somebody wrote this");
        assertThat(page.locator("[data-per-second]")).hasText(stopped);

        context.setOffline(false);
        assertThat(page.getByText("“Meanwhile somebody wrote this”")).isVisible();
        assertThat(page.locator("[data-live-sign]")).hasText("Live");
    }

    @Test
    void whoMayNotDecideSeesNoButtonAndIsRefused() throws Exception {
        var number = declare("Sofas are gone");
        var context = signedIn("portal-zoe");
        var page = context.newPage();
        page.navigate(address("/incidents/" + number));

        assertThat(page.getByText("I have it")).isVisible();
        assertThat(page.getByText("State a loss")).hasCount(0);
        var csrf = page.locator("input[name=_csrf]").first().getAttribute("value");
        var answer = context.request().post(address("/incidents/" + number + "/resolve"),
                RequestOptions.create().setForm(com.microsoft.playwright.options.FormData.create().set("_csrf", csrf)).setHeader("Accept", "text/html"));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).contains("This is not yours to do");
    }

    @Test
    void aFormThatIsRefusedKeepsWhatWasTyped() throws Exception {
        var number = declare("Prices are wrong");
        var page = signedIn("portal-ann").newPage();
        page.navigate(address("/incidents/" + number));

        page.keyboard().press("i");
        page.locator("#impact").fill("4000");
        page.keyboard().press("Enter");

        assertThat(page.getByRole(com.microsoft.playwright.options.AriaRole.ALERT)).containsText("No more than 100 per cent");
        assertThat(page.locator("#impact")).hasValue("4000");
    }

    @Test
    void everyPageIsWholeInBothThemesAndFitsAPhone() throws Exception {
        var session = signedIn("portal-ann").storageState();
        var number = declare("A long sentence from a monitor that nobody ever shortened: upstream_connect_error_or_disconnect");
        for (var path : new String[] {"/incidents", "/incidents?state=all", "/incidents/" + number, "/services", "/services/portal-bedroom",
            "/services/portal-bare", "/teams/portal-team", "/people/portal-ann", "/on-call", "/account", "/more", "/nowhere"}) {
            for (var theme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                for (var width : new int[] {360, 1440}) {
                    try (var context = browser.context(theme, width, 900, session)) {
                        var page = context.newPage();
                        page.navigate(address(path));

                        assertThat(Browser.overflow(page)).as("%s at %d px", path, width).isZero();
                        assertThat(Browser.findings(page)).as("%s, %s at %d px", path, theme, width).isEmpty();
                        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/screenshots",
                                "real" + path.replaceAll("[^a-z0-9]+", "-").replaceAll("inc-?\\d+", "one") + "-" + width + "-" + theme + ".png")));
                    }
                }
            }
        }
    }

    @Test
    void listsAreFilesAndWholeWithoutScripts() throws Exception {
        var number = declare("=cmd|' /C calc'!A0");
        var context = signedIn("portal-ann");

        var incidents = context.request().get(address("/incidents.csv"));
        assertThat(incidents.headers().get("content-type")).startsWith("text/csv");
        assertThat(incidents.text()).contains(number).contains("'=cmd|");
        assertThat(context.request().get(address("/services.csv?team=portal-team")).text()).contains("portal-bedroom");
        assertThat(context.request().get(address("/incidents?cursor=!!")).status()).isEqualTo(422);
        assertThat(context.request().get(address("/incidents/INC-999999")).status()).isEqualTo(404);
        assertThat(context.request().get(address("/services/none-such")).status()).isEqualTo(404);
    }

    private BrowserContext signedIn(String person) {
        return browser.signedIn(address(""), person, PASSWORD);
    }

    private String declare(String summary) throws Exception {
        var body = "{\"service\": \"portal-bedroom\", \"summary\": \"" + summary + "\", \"impact\": \"1\", \"page\": true}";
        var answer = http.send(request("/api/v1/incidents").header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)).build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var number = NUMBER.matcher(answer.body());
        assertThat(number.find()).isTrue();
        return number.group(1);
    }

    private void note(String number, String text) throws Exception {
        var answer = http.send(
                request("/api/v1/incidents/" + number + "/notes").header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"text\": \"" + text + "\"}")).build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address(path))).header("Authorization", "Bearer " + token);
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
