package dev.holdfast.portal.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import dev.holdfast.access.Accounts;
import dev.holdfast.access.Scope;
import dev.holdfast.access.Tokens;
import dev.holdfast.access.Viewer;
import dev.holdfast.remuneration.web.SomePay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/** Pay as people see to it: who pays approves and corrects with the keyboard alone, who is paid objects on a phone. */
@HoldfastTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
class PayPagesTest {

    private static final String PASSWORD = "a quiet bench in the yard";
    private static final Viewer SETUP = new Viewer("admin", null, Set.of("admin"), Set.of(), Set.of(Scope.values()), null, "setup");

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Tokens tokens;

    private Browser browser;
    private Api api;

    @BeforeAll
    void anOrganisationThatPays() {
        browser = Browser.open();
        api = new Api(address(""), tokens.make(new Tokens.Wanted("pay", Set.of(Scope.values()), null, null, null), SETUP).secret());
        api.apply(SomePay.organisation("{model: standby-and-callout, standby: {amount: 350, per: week}, callout: {amount: 50, per: hour}}")
                + SomePay.people("ann", "bob", "pat")
                + SomePay.team("shop-team", "ann, bob", "pat")
                + SomePay.service("shop", "shop-team")
                + SomePay.budgetLine("shop-2024", "service: shop", "2024", "pat")
                + SomePay.schedule("shop-nights", "team: shop-team", "{start: \"2024-01-01T09:00\", every: P1W, people: [ann, bob], to: \"2025-06-30T09:00\"}", ""))
                .expect(200);
        for (var person : List.of("ann", "bob", "pat")) {
            accounts.accept(accounts.invite(person, SETUP), person, PASSWORD);
        }
    }

    @AfterAll
    void close() {
        if (browser != null) browser.close();
    }

    @Test
    void whoPaysApprovesAndCorrectsByKeyboardAndThePersonObjectsOnAPhone() throws IOException {
        var pat = browser.signedIn(address(""), "pat", PASSWORD).newPage();
        pat.navigate(address("/"));
        sending(pat, "a[href='/pay']");
        into(pat, "input[name=month]");
        pat.keyboard().type("03");
        pat.keyboard().press("ArrowRight");
        pat.keyboard().type("2024");
        pat.waitForNavigation(() -> pat.keyboard().press("Enter"));
        assertThat(pat.locator("h1")).hasText("2 statements wait for your approval");
        sending(pat, "a.name[href='/pay/" + id("ann", "2024-03") + "']");
        sending(pat, "form[action$='/approve'] button");

        assertThat(pat.locator(".facts")).containsText("Approved");
        assertThat(pat.locator("form[action$='/approve']")).hasCount(0);
        assertThat(api.get("/api/v1/pay/statements/" + id("ann", "2024-03")).at("/approvedBy")).isEqualTo("pat");

        try (var phone = phone("ann", true)) {
            var ann = phone.newPage();
            ann.navigate(address("/pay?month=2024-03"));
            sending(ann, "a[href='/pay/" + id("ann", "2024-03") + "']");
            assertThat(ann.locator("form[action$='/correct']")).hasCount(0);
            into(ann, "#line");
            ann.keyboard().press("ArrowDown");
            into(ann, "#note");
            ann.keyboard().type("I was called until five that night.");
            sending(ann, "form[action$='/dispute'] button");
            assertThat(ann.locator(".facts")).containsText("Disputed");
            assertThat(ann.locator(".objections")).containsText("I was called until five that night.");
            assertThat(Browser.overflow(ann)).isZero();
        }

        pat.reload();
        assertThat(pat.locator(".objections")).containsText("ann");
        into(pat, "#line");
        pat.keyboard().press("ArrowDown");
        into(pat, "#amount");
        pat.keyboard().type("twelve");
        into(pat, "#note");
        pat.keyboard().type("Until five, as you said.");
        sending(pat, "form[action$='/correct'] button");
        assertThat(pat.locator("[role=alert]")).containsText("An amount such as 12.50");
        assertThat(pat.locator("#note")).hasValue("Until five, as you said.");
        into(pat, "#amount");
        pat.keyboard().press("Control+A");
        pat.keyboard().type("12.50");
        sending(pat, "form[action$='/correct'] button");

        pat.waitForURL(address("/pay/" + id("ann", "2024-04")));
        assertThat(pat.locator("table.paid")).containsText("“Until five, as you said.”");
        assertThat(csv(pat, "2024-03").lines().toList()).hasSize(1 + lines("2024-03")).first().asString().startsWith("person,month,kind,");
        assertThat(csv(pat, "2024-04").lines().toList()).hasSize(1 + lines("2024-04"))
                .anySatisfy(line -> assertThat(line).contains(",correction,").contains(",12.50,GBP,"));
        assertThat(api.get("/api/v1/pay/statements/" + id("ann", "2024-03")).at("/disputes/0/note")).isEqualTo("I was called until five that night.");
    }

    @Test
    void thePersonObjectsWithoutScriptsAndApprovesNothing() {
        try (var phone = phone("bob", false)) {
            var page = phone.newPage();
            page.navigate(address("/pay?month=2024-05"));
            page.locator("a[href='/pay/" + id("bob", "2024-05") + "']").press("Enter");
            assertThat(page.locator("form[action$='/approve']")).hasCount(0);
            page.locator("#note").fill("Not the whole weekend.");
            page.locator("form[action$='/dispute'] button").press("Enter");

            assertThat(page.locator(".objections")).containsText("Not the whole weekend.");
            var csrf = page.locator("input[name=_csrf]").first().getAttribute("value");
            var approve = RequestOptions.create().setForm(FormData.create().set("_csrf", csrf)).setHeader("Accept", "text/html");
            assertThat(phone.request().post(address("/pay/" + id("bob", "2024-05") + "/approve"), approve).status()).isEqualTo(403);
            assertThat(page.navigate(address("/pay/" + id("ann", "2024-05"))).status()).isEqualTo(404);
        }
    }

    @Test
    void everyPageFitsItsWindowAndCanBeRead() {
        var pages = List.of("/pay?month=2024-06", "/pay/" + id("ann", "2024-06"), "/budget?year=2024");
        for (var path : pages) {
            for (var width : new int[] {390, 1440}) {
                var theme = width == 390 ? ColorScheme.LIGHT : ColorScheme.DARK;
                try (var context = signedIn("pat", theme, width)) {
                    var page = context.newPage();
                    assertThat(page.navigate(address(path)).status()).as(path).isEqualTo(200);

                    assertThat(Browser.overflow(page)).as("%s at %d px", path, width).isZero();
                    assertThat(Browser.findings(page)).as("%s, %s at %d px", path, theme, width).isEmpty();
                    page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/screenshots",
                            "paid-" + pages.indexOf(path) + "-" + width + "-" + theme + ".png")));
                }
            }
        }
    }

    /** By Tab alone, as somebody without a mouse comes there. */
    private static void into(Page page, String selector) {
        for (var step = 0; step < 250; step++) {
            if (Boolean.TRUE.equals(page.evaluate("wanted => document.activeElement.matches(wanted)", selector))) return;
            page.keyboard().press("Tab");
        }
        throw new AssertionError("Tab never reaches " + selector + " on " + page.url());
    }

    private static void sending(Page page, String selector) {
        into(page, selector);
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
    }

    private String csv(Page page, String month) throws IOException {
        page.navigate(address("/pay?month=" + month));
        into(page, "a[href^='/pay.csv']");
        var download = page.waitForDownload(() -> page.keyboard().press("Enter"));
        assertThat(download.suggestedFilename()).isEqualTo("pay-" + month + ".csv");
        return Files.readString(download.path());
    }

    private int lines(String month) {
        return api.get("/api/v1/pay/statements?month=" + month).expect(200).body().path("items").valueStream()
                .mapToInt(statement -> SomePay.lines(statement).size())
                .sum();
    }

    private String id(String person, String month) {
        return SomePay.statement(api, person, month).path("id").asString();
    }

    private BrowserContext phone(String person, boolean scripts) {
        try (var context = signedIn(person, ColorScheme.LIGHT, 1440)) {
            return browser.context(ColorScheme.LIGHT, 390, 844, context.storageState(), scripts);
        }
    }

    private BrowserContext signedIn(String person, ColorScheme theme, int width) {
        var context = browser.context(theme, width, 900);
        Browser.signIn(context, address(""), person, PASSWORD).close();
        return context;
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
