package dev.holdfast.portal.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.holdfast.HoldfastTest;
import dev.holdfast.access.Accounts;
import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Catalogue;
import dev.holdfast.truth.FlawedBackstage;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The catalogue's pages in a real browser: without scripts, on a phone, and by somebody who may not. */
@HoldfastTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CataloguePagesTest {

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
    private String ann;
    private String zoe;

    @BeforeAll
    void people() {
        browser = Browser.open();
        apply(person("cp-ann", "roles: [admin]") + person("cp-zoe", "") + document("Team", "cp-team", "kind: product, members: [cp-ann]")
                + document("Service", "cp-shop", "kind: digital, owner: cp-team, links: {runbook: {url: \"https://wiki.example.com/shop\", checked: \"2026-11-01\"}}"));
        for (var person : List.of("cp-ann", "cp-zoe")) accounts.accept(accounts.invite(person, SETUP), person, PASSWORD);
        ann = session("cp-ann");
        zoe = session("cp-zoe");
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void aFlawedFileIsImportedWithoutScriptsAndTheTruthIsTold() {
        var page = withoutScripts(ann).newPage();
        page.navigate(address("/catalogue/import"));
        fine(page, "import");
        page.locator("#text").fill(FlawedBackstage.of("cpx", 45, 3).yaml());
        page.getByText("Show what would change").click();
        assertThat(page.locator("h1")).containsText("things would be made");
        fine(page, "import-look");

        page.getByText("Apply all of it").click();

        assertThat(page.locator(".strip")).containsText("Applied: ");
        assertThat(page.locator("h1")).containsText("not true, or not said");
        assertThat(page.getByText("\"cpx-Team-Twnety\"").first()).isVisible();
        fine(page, "truth");
        page.getByText("Dependencies in a circle").first().click();
        assertThat(page.getByText("cpx-svc-21 → cpx-svc-22 → cpx-svc-23 → cpx-svc-24 → cpx-svc-21.")).isVisible();
        fine(page, "truth-one");
        page.navigate(address("/catalogue"));
        fine(page, "catalogue");
        page.navigate(address("/catalogue/services?q=cpx"));
        fine(page, "catalogue-services");
        page.navigate(address("/catalogue/changes"));
        page.locator(".rows a").first().click();
        fine(page, "catalogue-change");
    }

    @Test
    void aFieldIsChangedInTwoStepsAndNothingTypedIsLost() {
        var page = withoutScripts(ann).newPage();
        page.navigate(address("/catalogue/services/cp-shop/edit"));
        fine(page, "edit");
        page.locator("[id='exposurePerHour.revenue']").fill("200000");
        page.locator("[id='links.dashboard']").fill("nowhere");
        page.getByText("Show what would change").click();
        assertThat(page.locator("[id='fault-links.dashboard']")).containsText("https://");
        assertThat(page.locator("[id='exposurePerHour.revenue']")).hasValue("200000");
        fine(page, "edit-fault");

        page.locator("[id='links.dashboard']").fill("https://grafana.example.com/shop");
        page.getByText("Show what would change").click();
        assertThat(page.locator(".diff")).containsText("spec.links.dashboard");
        assertThat(page.locator(".diff")).not().containsText("runbook");
        fine(page, "edit-diff");
        page.getByText("Apply this").click();
        page.waitForURL("**/services/cp-shop");

        page.navigate(address("/catalogue/services/cp-shop/history"));
        assertThat(page.locator(".diff").first()).containsText("spec.exposurePerHour");
        fine(page, "history");
        page.navigate(address("/catalogue/services/cp-shop/edit?as=yaml"));
        assertThat(page.locator("#yaml")).containsText("checked: 2026-11-01");
        fine(page, "edit-yaml");
    }

    @Test
    void whatSomebodyChangedMeanwhileIsNotOverwritten() {
        apply(document("Service", "cp-till", "kind: digital, owner: cp-team"));
        var page = withoutScripts(ann).newPage();
        page.navigate(address("/catalogue/services/cp-till/edit"));
        page.locator("#title").fill("Till");
        page.getByText("Show what would change").click();
        apply(document("Service", "cp-till", "kind: digital, owner: cp-team, demand: High"));

        page.getByText("Apply this").click();

        assertThat(page.locator(".faults")).containsText("was changed by somebody");
        assertThat(page.locator("#title")).hasValue("Till");
        fine(page, "edit-conflict");
    }

    @Test
    void whoMayNotIsToldWhoMay() {
        var page = withoutScripts(zoe).newPage();
        page.navigate(address("/catalogue/services/cp-shop/edit"));
        assertThat(page.locator(".lede")).containsText("The team cp-team may change it");
        assertThat(page.getByText("Show what would change")).hasCount(0);
        fine(page, "edit-refused");

        page.navigate(address("/catalogue/import"));
        page.locator("#text").fill(document("Service", "cp-shop", "kind: digital, owner: cp-team, demand: Low"));
        page.getByText("Show what would change").click();
        assertThat(page.locator(".faults")).containsText("is not yours to change");
        assertThat(page.getByText("Apply all of it")).hasCount(0);
    }

    @Test
    void aThingIsMadeByItsTextAndEndsWhenNothingNamesIt() {
        var page = withoutScripts(ann).newPage();
        page.navigate(address("/catalogue/teams/new?name=cp-new"));
        page.locator("#kind").selectOption("product");
        page.locator("#members").fill("cp-ann");
        page.getByText("Show what would change").click();
        page.getByText("Apply this").click();
        page.waitForURL("**/teams/cp-new");
        page.navigate(address("/catalogue/teams/cp-new/end"));
        fine(page, "end");
        page.getByText("End it").click();
        page.waitForURL("**/catalogue/teams");
        page.navigate(address("/catalogue/teams/cp-team/end"));
        assertThat(page.getByText("Service/cp-shop spec.owner")).isVisible();
    }

    @Test
    void whatCannotBeReadIsSaidWithItsPlace() {
        var page = withoutScripts(ann).newPage();
        page.navigate(address("/catalogue/import"));
        page.locator("#text").fill("apiVersion: holdfast.dev/v1\nkind: Team\nmetadata: {name: cp-x}\nspec: {kind: product}\n---\nspec: [1, {");
        page.getByText("Show what would change").click();

        assertThat(page.locator(".faults")).containsText("document 2");
        assertThat(page.locator("#text")).hasValue("apiVersion: holdfast.dev/v1\nkind: Team\nmetadata: {name: cp-x}\nspec: {kind: product}\n---\nspec: [1, {");
        fine(page, "import-fault");
        page.navigate(address("/catalogue/import"));
        page.getByText("Show what would change").click();
        assertThat(page.locator(".faults")).containsText("Choose a file, or paste one");
    }

    /** Complete for the checker, and nothing wider than a phone; a picture for the eye. */
    private static void fine(Page page, String name) {
        picture(page, name, 1440);
        assertThat(Browser.findings(page)).as(name).isEmpty();
        page.setViewportSize(390, 844);
        assertThat(Browser.overflow(page)).as(name).isLessThanOrEqualTo(0);
        picture(page, name, 390);
        page.setViewportSize(1440, 900);
    }

    private static void picture(Page page, String name, int width) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("catalogue-" + name + "-" + width + ".png")));
    }

    private BrowserContext withoutScripts(String session) {
        var context = browser.context(ColorScheme.LIGHT, 1440, 900, session);
        context.setDefaultTimeout(20_000);
        context.route("**/js/**", script -> script.abort());
        return context;
    }

    private String session(String person) {
        try (var context = browser.signedIn(address(""), person, PASSWORD)) {
            return context.storageState();
        }
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    private void apply(String yaml) {
        catalogue.apply(yaml.getBytes(UTF_8), SETUP, false);
    }

    private static String person(String name, String more) {
        return document("Person", name, "email: %s@example.com%s".formatted(name, more.isEmpty() ? "" : ", " + more));
    }

    private static String document(String kind, String name, String spec) {
        return "apiVersion: holdfast.dev/v1\nkind: %s\nmetadata: {name: %s}\nspec: {%s}\n---\n".formatted(kind, name, spec);
    }
}
