package dev.holdfast.portal.web.models;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
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
        assertThat(file.text()).contains("bedroom,Bedroom,furnishing,bedroom-team,digital,200000,USD,99.0,1:40:48,Very High,daily,ybyr,domain").doesNotContain("ecommerce");
        assertThat(page.context().request().get(address("/operating-models?view=table&cursor=!!")).status()).isEqualTo(422);
    }

    @Test
    void everyPageIsWholeInBothThemesAndFitsAPhone() {
        for (var path : paths()) {
            for (var theme : ColorScheme.values()) {
                if (theme == ColorScheme.NO_PREFERENCE) continue;
                for (var width : new int[] {390, 1440}) {
                    try (var context = browser.context(theme, width, 900, admin)) {
                        var page = context.newPage();
                        page.navigate(address(path));

                        assertThat(Browser.overflow(page)).as("%s at %d px", path, width).isZero();
                        assertThat(Browser.findings(page)).as("%s, %s at %d px", path, theme, width).isEmpty();
                        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(
                                "target/screenshots", "models" + path.replaceAll("[^a-z0-9]+", "-") + "-" + width + "-" + theme + ".png")));
                    }
                }
            }
        }
    }

    private static List<String> paths() {
        return List.of("/operating-models", "/operating-models?view=table");
    }

    private Page page(String session) {
        var context = browser.context(ColorScheme.LIGHT, 1440, 900, session);
        context.setDefaultTimeout(15_000);
        return context.newPage();
    }

    private String signedIn(String person) {
        accounts.accept(accounts.invite(person, SETUP), person, PASSWORD);
        try (BrowserContext context = browser.context(ColorScheme.LIGHT, 1440, 900)) {
            context.setDefaultTimeout(15_000);
            var page = context.newPage();
            page.navigate(address("/sign-in"));
            page.locator("#account").fill(person);
            page.locator("#password").fill(PASSWORD);
            page.keyboard().press("Enter");
            page.waitForURL(url -> !url.contains("/sign-in"));
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
