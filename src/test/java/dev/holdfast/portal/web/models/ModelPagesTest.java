package dev.holdfast.portal.web.models;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import dev.holdfast.access.Accounts;
import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.portal.web.Browser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** Operating models and policy as people use them: one browser on a server that has only the furniture retailer. */
@HoldfastTest
@TestPropertySource(properties = "holdfast.admin-token=" + ModelPagesTest.TOKEN)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelPagesTest {

    static final String TOKEN = "hf_models_models_models_models_models_models";

    private static final String PASSWORD = "a quiet bench in the yard";
    private static final Viewer SETUP = new Viewer("admin", null, Set.of("admin"), Set.of(), Set.of(Scope.values()), null, "setup");

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    private Browser browser;
    private String admin;
    private String member;

    @BeforeEach
    void apply() throws IOException {
        if (browser != null) return;
        browser = Browser.open();
        api().apply(Files.readString(Path.of("examples/furniture-retailer.yaml"))).expect(200);
        admin = signedIn("dia");
        member = signedIn("ann");
    }

    @AfterAll
    void close() {
        if (browser != null) browser.close();
    }

    @Test
    void everyServiceStandsOnTheChartAndAsksWhatItWasPlacedBy() {
        var page = page(member);
        page.navigate(address("/operating-models"));

        assertThat(page.locator("svg.grid")).hasAttribute("aria-label", Pattern.compile("3 services by availability target.*ecommerce-platform with \\$810,000"));
        assertThat(page.locator("svg.grid text", new Page.LocatorOptions().setHasText("27–30 Nov, $640K"))).isVisible();
        assertThat(page.locator("#placed")).containsText("How bedroom was placed");
        page.locator("svg.grid text", new Page.LocatorOptions().setHasText("appointments")).click();
        assertThat(page.locator("#placed")).containsText("How appointments was placed");
        assertThat(page.locator("#placed")).containsText("up to $7,000");
        assertThat(page.locator("aside")).containsText("bedroom to 99.9");
        assertThat(page.locator("#cautions")).containsText("ecommerce-platform is above the top band, and operations rarely hold 99.9");
    }

    @Test
    void filtersStandInTheAddressAndTheTableIsAFileAsWell() {
        var page = page(member);
        page.navigate(address("/operating-models?view=table"));
        page.locator("select[name=model]").selectOption("ops");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show")).click();

        assertThat(page).hasURL(Pattern.compile("model=ops"));
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody")).containsText("ecommerce-platform");
        var file = page.context().request().get(address("/operating-models.csv?domain=furnishing"));
        assertThat(file.headers().get("content-type")).startsWith("text/csv");
        assertThat(file.text()).contains("bedroom,Bedroom,furnishing,bedroom-team,digital,200000.00,USD,99.0,1:40:48,Very High,daily,ybyr,domain").doesNotContain("ecommerce");
        assertThat(page.context().request().get(address("/operating-models?view=table&cursor=!!")).status()).isEqualTo(422);
    }

    @Test
    void aDecisionIsMadeHereWithItsReasonAndEndedHere() {
        var page = page(admin);
        page.navigate(address("/operating-models/appointments"));
        page.getByLabel("Availability target").selectOption("99.9");
        page.getByLabel("Why", new Page.GetByLabelOptions().setExact(true)).fill("The launch cannot fail");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Record the decision")).click();

        assertThat(page.locator("#history")).containsText("“The launch cannot fail”");
        assertThat(page.locator(".steps")).containsText("95.0\u202f% → 99.9\u202f%");
        assertThat(api().get("/api/v1/services/appointments/selection").at("/override/reason")).isEqualTo("The launch cannot fail");
        page.getByText("End the override").click();
        page.getByLabel("Why the calculation counts again").fill("Launched");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("End it now")).click();
        assertThat(page.locator("#history")).containsText("“Launched”");
        assertThat(page.locator(".steps")).not().containsText("→ 99.9");
    }

    @Test
    void whoDoesNotOwnAServiceSeesWhoDecidesAndIsRefused() {
        var page = page(member);
        page.navigate(address("/operating-models/appointments"));

        assertThat(page.locator("#decide")).containsText("The team Appointments and administrators decide on this.");
        assertThat(page.locator("form.decide")).hasCount(0);
        page.navigate(address("/policy/bands?upTo=9000&level=95.0&called=none"));
        assertThat(page.locator("[data-part=bands-next]")).containsText("administrators change it");
        assertThat(page.context().request().get(address("/policy/bands/confirm?upTo=9000&level=95.0&called=none")).status()).isEqualTo(403);
    }

    @Test
    void bandsArePreviewedWhileTheyAreTypedAndNothingIsSaved() {
        var version = api().get("/api/v1/policy").at("/version");
        var page = page(admin);
        page.navigate(address("/policy/bands"));
        assertThat(page.locator("[data-part=bands-effect]")).containsText("Nothing would change");

        page.locator("#upTo-1").fill("150,000");
        assertThat(page.locator("[data-part=bands-effect]")).containsText("1 service would change");
        assertThat(page.locator("[data-part=bands-effect]")).containsText("The team Bedroom begins to be called at night, for 1 service");
        assertThat(page.locator("[data-part=bands-effect]")).containsText("Bedroom by night at a peak: Ann Holt");
        assertThat(page).hasURL(Pattern.compile("upTo=150"));
        page.locator("#upTo-1").fill("1");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Preview").setExact(true)).last().click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("not above the bound of the band before it");
        assertThat(page.locator("#upTo-1")).hasValue("1");
        assertThat(api().get("/api/v1/policy").at("/version")).isEqualTo(version);
    }

    @Test
    void withoutScriptsBandsAreMovedByButtonsAndTakenWithAReason() {
        try (var context = browser.context(ColorScheme.LIGHT, 1440, 900, admin, false)) {
            context.setDefaultTimeout(15_000);
            var page = context.newPage();
            page.navigate(address("/policy/bands"));
            page.getByLabel("Raise the bound of band 3").click();

            assertThat(page).hasURL(Pattern.compile("upTo=850000"));
            page.getByText("Take these bands…").click();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Put them in force")).click();
            page.getByLabel("Why").fill("The platform grew beyond the last band");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Put them in force")).click();

            assertThat(page).hasURL(Pattern.compile("/policy#versions"));
            assertThat(page.locator("#versions")).containsText("“The platform grew beyond the last band”");
            assertThat(page.locator("#versions")).containsText("up to 800,000 99.9\u202f% → ");
            page.navigate(address("/operating-models"));
            assertThat(page.locator("svg.grid")).isVisible();
        }
        api().apply(organisation()).expect(200);
    }

    @Test
    void whatIsInForceAlreadyMakesNoNewVersion() {
        var before = api().get("/api/v1/policy");
        var again = api().put("/api/v1/policy", before.text()).expect(200);

        assertThat(again.at("/version")).isEqualTo(before.at("/version"));
        assertThat(again.at("/effectiveFrom")).isEqualTo(before.at("/effectiveFrom"));
    }

    @Test
    void aServiceThatIsStillAnIdeaIsTried() {
        var page = page(member);
        page.navigate(address("/operating-models/evaluate"));
        page.getByLabel("Revenue lost in an hour without it").fill("300,000");

        assertThat(page.locator("[data-part=trial]")).containsText("0:10:05 a week");
        page.getByLabel("Revenue lost in an hour without it").fill("much");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show what it would be")).click();
        assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
    }

    @Test
    void peaksStandOnACalendarAndLeadToWhereTheyAreChanged() {
        var page = page(member);
        page.navigate(address("/operating-models/peaks"));

        assertThat(page.locator("svg.year")).containsText("Black Friday, $640K → 99.9");
        assertThat(page.locator("tbody tr")).containsText("$200,000 → $640,000");
        assertThat(page.locator("tbody tr")).containsText("the team Bedroom, instead of the domain Furnishing a home");
        assertThat(page.locator("tbody tr a.small")).hasAttribute("href", "/catalogue/services/bedroom/edit");
    }

    private static String organisation() {
        try {
            return Files.readString(Path.of("examples/furniture-retailer.yaml")).split("\n---\n")[0];
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void everyPageIsWholeInBothThemesAndFitsAPhone() {
        for (var path : paths()) {
            looksRight(path, ColorScheme.LIGHT, 390);
            looksRight(path, ColorScheme.DARK, 1440);
        }
    }

    private void looksRight(String path, ColorScheme theme, int width) {
        try (var context = browser.context(theme, width, 900, admin)) {
            var page = context.newPage();
            page.navigate(address(path));

            assertThat(Browser.overflow(page)).as("%s at %d px", path, width).isZero();
            assertThat(Browser.findings(page)).as("%s, %s at %d px", path, theme, width).isEmpty();
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(
                    "target/screenshots", "models" + path.replaceAll("[^a-z0-9]+", "-") + "-" + width + "-" + theme + ".png")));
        }
    }

    private static List<String> paths() {
        return List.of("/operating-models", "/operating-models?view=table", "/operating-models/bedroom", "/operating-models/peaks",
                "/operating-models/evaluate?revenue=200000&cost=0&demand=Very+High&kind=foundational", "/policy",
                "/policy/bands?upTo=10000&level=95.0&called=none&upTo=150000&level=99.0&called=domain&upTo=800000&level=99.9&called=team");
    }

    private Page page(String session) {
        var context = browser.context(ColorScheme.LIGHT, 1440, 900, session);
        context.setDefaultTimeout(15_000);
        return context.newPage();
    }

    private String signedIn(String person) {
        accounts.accept(accounts.invite(person, SETUP), person, PASSWORD);
        try (var context = browser.signedIn("http://localhost:" + port, person, PASSWORD)) {
            return context.storageState();
        }
    }

    private Api api() {
        return new Api("http://localhost:" + port, TOKEN);
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
