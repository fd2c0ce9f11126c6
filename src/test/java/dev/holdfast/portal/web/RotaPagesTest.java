package dev.holdfast.portal.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import dev.holdfast.TestClock;
import dev.holdfast.access.Accounts;
import dev.holdfast.access.Scope;
import dev.holdfast.access.Tokens;
import dev.holdfast.access.Viewer;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Schedules made, overridden and swapped as people do it: by keyboard, on a phone, without scripts, in two browsers. */
@HoldfastTest
class RotaPagesTest {

    private static final String PASSWORD = "a quiet bench in the yard";
    private static final Viewer SETUP = new Viewer("admin", null, Set.of("admin"), Set.of(), Set.of(Scope.values()), null, "setup");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMddyyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("hhmma", Locale.US);

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

    @BeforeEach
    void apply() {
        browser = Browser.open();
        api = new Api(address(""), tokens.make(new Tokens.Wanted("rota", Set.of(Scope.values()), null, null, null), SETUP).secret());
        for (var name : List.of("rota-ann", "rota-ben", "rota-cat", "rota-zoe")) {
            api.apply("apiVersion: holdfast.dev/v1\nkind: Person\nmetadata: {name: %s, title: \"%s Holt\"}\nspec: {timeZone: UTC}\n"
                    .formatted(name, name.substring(5, 6).toUpperCase(Locale.ROOT) + name.substring(6))).expect(200);
            accounts.accept(accounts.invite(name, SETUP), name, PASSWORD);
        }
        api.apply("""
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: rota-team, title: Rota team}
                spec: {kind: product, members: [rota-ann, rota-ben, rota-cat], lead: rota-ann, productManager: rota-ann}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: rota-others}
                spec: {kind: product, members: [rota-zoe], lead: rota-zoe, productManager: rota-zoe}
                """).expect(200);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void aRotationIsMadeOverriddenAndSwappedByKeyboardAndOnAPhone() {
        var ann = signedIn("rota-ann", 1440).newPage();
        ann.navigate(address("/schedules/new?holder=team:rota-team"));
        into(ann, "#name");
        ann.keyboard().type("rota-keyboard");
        into(ann, "#title");
        ann.keyboard().type("Rota by keyboard");
        into(ann, "#hours");
        ann.keyboard().type("Always");
        into(ann, "#timeZone");
        ann.keyboard().press("Control+A");
        ann.keyboard().type("UTC");
        for (var person : List.of("rota-ann", "rota-ben", "rota-cat")) {
            into(ann, "[id='l0.p" + List.of("rota-ann", "rota-ben", "rota-cat").indexOf(person) + "']");
            ann.keyboard().type(person);
        }
        sending(ann, "button.main[value=preview]");

        assertThat(ann.locator("#preview")).isFocused();
        assertThat(ann.locator("#preview")).hasText("3 people would be on call in the next 8 weeks");
        assertThat(api.get("/api/v1/schedules/rota-keyboard").status()).isEqualTo(404);
        sending(ann, "button[value=save]");
        ann.waitForURL(address("/schedules/rota-keyboard"));
        assertThat(ann.getByText("Ann Holt, Ben Holt and Cat Holt take turns of a week")).isVisible();

        var night = monday().plusDays(1);
        ann.waitForNavigation(() -> ann.keyboard().press("o"));
        into(ann, "#person");
        ann.keyboard().press("Control+A");
        ann.keyboard().type("rota-cat");
        into(ann, "#from");
        type(ann, night.atTime(18, 0));
        into(ann, "#to");
        type(ann, night.plusDays(1).atTime(9, 0));
        sending(ann, "button.main");
        assertThat(ann.locator("#overrides")).containsText("Cat Holt");
        assertThat(on("rota-keyboard", night.atTime(20, 0))).isEqualTo("rota-cat");

        sending(ann, "a:has-text('Give away or swap')");
        into(ann, "#for");
        ann.keyboard().type("Ask Ben Holt");
        sending(ann, "button.main");
        ann.waitForURL("**/swaps/*");
        assertThat(ann.getByText("Waits for Ben Holt").first()).isVisible();
        assertThat(on("rota-keyboard", monday().atTime(10, 0))).isEqualTo("rota-ann");

        var ben = signedIn("rota-ben", 390).newPage();
        ben.navigate(address("/"));
        var asked = ben.locator(".waiting > li").filter(new Locator.FilterOptions().setHasText("Ann Holt asks whether you take a shift")).filter(new Locator.FilterOptions().setHasText("Decline"));
        assertThat(asked).containsText("Waits for Ben Holt");
        ben.waitForNavigation(() -> asked.getByRole(AriaRole.BUTTON).first().press("Enter"));
        assertThat(ben.getByText("Agreed by Ben Holt").first()).isVisible();
        assertThat(Browser.overflow(ben)).isZero();
        ann.reload();
        assertThat(ann.getByText("Agreed by Ben Holt").first()).isVisible();
        assertThat(on("rota-keyboard", monday().atTime(10, 0))).isEqualTo("rota-ben");
    }

    @Test
    void rowsComeAndGoWithoutScriptsAndNothingIsSavedBeforeItIsShown() {
        schedule("rota-bare", "[rota-ann, rota-ben, rota-cat]");
        var session = signedIn("rota-ann", 390).storageState();
        try (var context = browser.context(ColorScheme.LIGHT, 390, 844, session, false)) {
            var page = context.newPage();
            page.navigate(address("/schedules/rota-bare/edit"));
            page.locator("button[value='person.down.0.0']").press("Enter");
            assertThat(page.locator("[id='l0.p0']")).hasValue("rota-ben");
            assertThat(page.locator("[id='l0.p1']")).isFocused();
            page.locator("button[value='layer.add']").press("Enter");
            assertThat(page.locator("[id='l1.start']")).isVisible();
            page.locator("button[value='layer.remove.1']").press("Enter");
            page.locator("button[value='window.add.0']").press("Enter");
            page.locator("[id='l0.w0.from']").fill("25:00");
            page.locator("button[value=preview]").last().press("Enter");
            assertThat(page.locator("[role=alert]")).containsText("Layer 1");
            assertThat(page.locator("[id='l0.p0']")).hasValue("rota-ben");
            page.locator("button[value='window.remove.0.0']").press("Enter");
            page.locator("button[value=preview]").last().press("Enter");

            assertThat(page.locator("#preview")).hasText("Shifts of 2 people move in the next 8 weeks");
            assertThat(on("rota-bare", monday().atTime(10, 0))).isEqualTo("rota-ann");
            page.locator("[id='l0.p2']").fill("rota-zoe");
            page.locator("button[value=save]").press("Enter");
            assertThat(page.getByText("Something was typed since the preview")).isVisible();
            page.locator("button[value=save]").press("Enter");
            page.waitForURL(address("/schedules/rota-bare"));
        }
        assertThat(on("rota-bare", monday().atTime(10, 0))).isEqualTo("rota-ben");
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsShownAndNothingTypedIsLost() {
        schedule("rota-both", "[rota-ann, rota-ben, rota-cat]");
        var page = signedIn("rota-ann", 1440).newPage();
        page.navigate(address("/schedules/rota-both/edit"));
        schedule("rota-both", "[rota-cat, rota-ben, rota-ann]");
        page.locator("#title").fill("Mine");

        var answer = page.waitForResponse(address("/schedules/rota-both/edit"), () -> page.locator("button.main[value=preview]").click());

        assertThat(answer.status()).isEqualTo(409);
        assertThat(page.locator("[role=alert]")).containsText("Somebody changed this schedule");
        assertThat(page.locator("section").filter(new Locator.FilterOptions().setHasText("What was changed meanwhile")).first()).containsText("spec.layers[0].people");
        assertThat(page.locator("#title")).hasValue("Mine");
        page.locator("button.main[value=preview]").click();
        page.locator("button[value=save]").click();
        page.waitForURL(address("/schedules/rota-both"));
    }

    @Test
    void anotherTeamReadsAndChangesNothing() {
        schedule("rota-theirs", "[rota-ann, rota-ben, rota-cat]");
        var context = signedIn("rota-zoe", 1440);
        var page = context.newPage();
        page.navigate(address("/schedules/rota-theirs/edit"));
        assertThat(page.getByText("This is not yours to change")).isVisible();
        assertThat(page.locator("button[value=save]")).hasCount(0);
        var csrf = page.locator("input[name=_csrf]").first().getAttribute("value");
        var shift = FormData.create().set("_csrf", csrf).set("from", monday() + "T10:00:00Z").set("to", monday() + "T12:00:00Z").set("person", "rota-zoe").set("schedule", "rota-theirs");
        for (var path : List.of("/schedules/rota-theirs/take", "/on-call/override")) {
            assertThat(context.request().post(address(path), RequestOptions.create().setForm(shift).setHeader("Accept", "text/html")).status()).as(path).isEqualTo(403);
        }
        var swap = api.post("/api/v1/schedules/rota-theirs/swaps", "{\"give\": {\"person\": \"rota-ann\", \"from\": \"%sT10:00:00Z\", \"to\": \"%sT12:00:00Z\"}}".formatted(monday(), monday())).expect(201).at("/id");
        assertThat(context.request().post(address("/swaps/" + swap + "/agree"), RequestOptions.create().setForm(FormData.create().set("_csrf", csrf)).setHeader("Accept", "text/html")).status()).isEqualTo(403);
        assertThat(on("rota-theirs", monday().atTime(11, 0))).isEqualTo("rota-ann");
    }

    @Test
    void everyPageIsWholeInBothThemesAndFitsAPhone() {
        schedule("rota-look", "[rota-ann, rota-ben, rota-cat]");
        api.apply("apiVersion: holdfast.dev/v1\nkind: Service\nmetadata: {name: rota-service}\nspec: {kind: digital, owner: rota-team, lifecycle: live}\n").expect(200);
        var swap = api.post("/api/v1/schedules/rota-look/swaps", "{\"give\": {\"person\": \"rota-ben\", \"from\": \"%sT10:00:00Z\", \"to\": \"%sT12:00:00Z\"}}"
                .formatted(monday().plusWeeks(1), monday().plusWeeks(1))).expect(201).at("/id");
        var session = signedIn("rota-ann", 1440).storageState();
        for (var path : List.of("/schedules/rota-look", "/schedules/rota-look?view=month", "/schedules/rota-look/edit", "/schedules/new", "/on-call/override?schedule=rota-look", "/on-call/take",
                "/schedules/rota-look/swap", "/swaps/" + swap, "/services/rota-service/on-call", "/services/rota-service/on-call?at=2026-01-01T00:00", "/on-call", "/")) {
            for (var width : new int[] {360, 1440}) {
                var theme = width == 360 ? ColorScheme.LIGHT : ColorScheme.DARK;
                try (var context = browser.context(theme, width, 900, session)) {
                    var page = context.newPage();
                    assertThat(page.navigate(address(path)).status()).as(path).isEqualTo(200);

                    assertThat(Browser.overflow(page)).as("%s at %d px", path, width).isZero();
                    assertThat(Browser.findings(page)).as("%s, %s at %d px", path, theme, width).isEmpty();
                    page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/screenshots",
                            "rota" + path.replace(swap, "one").replaceAll("[^a-z0-9]+", "-") + "-" + width + "-" + theme + ".png")));
                }
            }
        }
        for (var path : List.of("/schedules/none-such", "/schedules/none-such/edit", "/swaps/none", "/services/none-such/on-call")) {
            try (var context = browser.context(ColorScheme.LIGHT, 1440, 900, session)) {
                assertThat(context.request().get(address(path)).status()).as(path).isEqualTo(404);
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
        if (selector.contains(":has-text")) page.locator(selector).first().focus();
        else into(page, selector);
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
    }

    /** Into a field of date and time, part by part. */
    private static void type(Page page, LocalDateTime at) {
        page.keyboard().type(DATE.format(at));
        page.keyboard().press("ArrowRight");
        page.keyboard().type(TIME.format(at));
    }

    private LocalDate monday() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }

    private void schedule(String name, String people) {
        api.apply("apiVersion: holdfast.dev/v1\nkind: Schedule\nmetadata: {name: %s}\nspec: {team: rota-team, hours: always, timeZone: UTC, layers: [{start: \"%sT09:00\", people: %s}]}\n"
                .formatted(name, monday(), people)).expect(200);
    }

    private String on(String schedule, LocalDateTime at) {
        return api.get("/api/v1/schedules/" + schedule + "/on-call?at=" + at.atOffset(ZoneOffset.UTC).toInstant()).expect(200).at("/person");
    }

    private BrowserContext signedIn(String person, int width) {
        var context = browser.context(ColorScheme.LIGHT, width, 900);
        context.setDefaultTimeout(20_000);
        var page = context.newPage();
        page.navigate(address("/sign-in"));
        page.locator("#account").fill(person);
        page.locator("#password").fill(PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(address("/"));
        page.close();
        return context;
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
