package dev.holdfast.portal.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import dev.holdfast.TestClock;
import dev.holdfast.access.Accounts;
import dev.holdfast.access.Scope;
import dev.holdfast.access.Tokens;
import dev.holdfast.access.Viewer;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is proposed, held, handed over and promised, on a phone without scripts as on a desk, on a real server. */
@HoldfastTest
class LevelsPagesTest {

    private static final String PASSWORD = "a quiet bench in the yard";
    private static final Viewer SETUP = new Viewer("admin", null, Set.of("admin"), Set.of(), Set.of(Scope.values()), null, "setup");
    private static final String ORGANISATION = """
            apiVersion: holdfast.dev/v1
            kind: Team
            metadata: {name: levels-beds, title: Beds}
            spec: {kind: product, members: [levels-ann, levels-bob], lead: levels-bob}
            ---
            apiVersion: holdfast.dev/v1
            kind: Team
            metadata: {name: levels-tables, title: Tables}
            spec: {kind: product, members: [levels-cas], lead: levels-cas}
            ---
            apiVersion: holdfast.dev/v1
            kind: Team
            metadata: {name: levels-bridge, title: Bridge}
            spec: {kind: operations-bridge, members: [levels-gus]}
            ---
            apiVersion: holdfast.dev/v1
            kind: Team
            metadata: {name: levels-support, title: Support}
            spec: {kind: application-support, members: [levels-hal]}
            ---
            apiVersion: holdfast.dev/v1
            kind: Domain
            metadata: {name: levels-domain, title: Sleeping}
            spec: {grouping: region}
            ---
            apiVersion: holdfast.dev/v1
            kind: Service
            metadata: {name: levels-bed}
            spec: {kind: digital, owner: levels-beds, domain: levels-domain, demand: High, exposurePerHour: {revenue: 95000, cost: 0}, dependsOn: [{thirdParty: levels-parcels, via: hard}]}
            ---
            apiVersion: holdfast.dev/v1
            kind: Service
            metadata: {name: levels-table}
            spec: {kind: digital, owner: levels-tables, domain: levels-domain, demand: High, exposurePerHour: {revenue: 90000, cost: 0}}
            ---
            apiVersion: holdfast.dev/v1
            kind: Service
            metadata: {name: levels-rug}
            spec: {kind: digital, owner: levels-beds, demand: High, exposurePerHour: {revenue: 1000, cost: 0}}
            ---
            apiVersion: holdfast.dev/v1
            kind: Service
            metadata: {name: levels-till}
            spec: {kind: foundational, owner: levels-beds, demand: Low, exposurePerHour: {revenue: 1000, cost: 0}, support: {L1: levels-bridge, L2: levels-support}}
            ---
            apiVersion: holdfast.dev/v1
            kind: Schedule
            metadata: {name: levels-beds-always}
            spec: {team: levels-beds, hours: always, timeZone: UTC, layers: [{start: "2026-01-05T09:00", every: P1W, people: [levels-ann]}]}
            ---
            apiVersion: holdfast.dev/v1
            kind: Schedule
            metadata: {name: levels-l1}
            spec: {team: levels-bridge, tier: L1, hours: always, timeZone: UTC, layers: [{start: "2026-01-05T09:00", every: P1W, people: [levels-gus]}]}
            ---
            apiVersion: holdfast.dev/v1
            kind: Schedule
            metadata: {name: levels-l2}
            spec: {team: levels-support, tier: L2, hours: always, timeZone: UTC, layers: [{start: "2026-01-05T09:00", every: P1W, people: [levels-hal]}]}
            ---
            apiVersion: holdfast.dev/v1
            kind: ThirdParty
            metadata: {name: levels-parcels, title: Parcels}
            spec: {contact: "+44", terms: {respondWithin: PT15M, restoreWithin: PT1H, charge: "None", credit: "A tenth of the fee"}}
            """;

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
    void aSaturday() {
        browser = Browser.open();
        api = new Api("http://localhost:" + port, tokens.make(new Tokens.Wanted("levels", Set.of(Scope.values()), null, null, null), SETUP).secret());
        var people = new StringBuilder();
        for (var person : new String[] {"ann", "bob", "cas", "gus", "hal"}) {
            people.append("""
                    apiVersion: holdfast.dev/v1
                    kind: Person
                    metadata: {name: levels-%1$s, title: %1$s Levels}
                    spec: {email: %1$s@example.com, timeZone: Europe/London, notify: [{by: ntfy, to: "https://ntfy.example.com/levels-%1$s"}]}
                    ---
                    """.formatted(person));
        }
        api.apply(people + ORGANISATION).expect(200);
        clock.advanceTo(clock.instant().atZone(ZoneOffset.UTC).with(TemporalAdjusters.next(DayOfWeek.SATURDAY)).truncatedTo(ChronoUnit.DAYS).withHour(12).toInstant());
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void aLeadConfirmsAnOrderOnAPhoneWithoutScripts() {
        var past = clock.instant().minus(10, ChronoUnit.DAYS);
        api.post("/api/v1/incidents", """
                {"service": "levels-bed", "summary": "Parcels do not arrive", "severity": "critical", "startedAt": "%s", "resolvedAt": "%s"}
                """.formatted(past, past.plus(3, ChronoUnit.HOURS))).expect(201);
        var rug = api.post("/api/v1/incidents", "{\"service\": \"levels-rug\", \"summary\": \"No rugs\", \"impact\": \"1\", \"page\": true}").expect(201).at("/number");
        accounts.accept(accounts.invite("levels-bob", SETUP), "levels-bob", PASSWORD);
        accounts.accept(accounts.invite("levels-gus", SETUP), "levels-gus", PASSWORD);
        try (var stranger = browser.signedIn(address(""), "levels-gus", PASSWORD)) {
            var page = stranger.newPage();
            page.navigate(address("/domains/levels-domain"));
            assertThat(page.locator("#proposed")).containsText("The domain's budget holder, the leads of its teams and administrators decide.");
            assertThat(page.locator("#proposed form")).hasCount(0);
        }

        try (var phone = browser.phoneWithoutScripts()) {
            phone.setDefaultTimeout(20_000);
            var page = Browser.signIn(phone, address(""), "levels-bob", PASSWORD);
            page.navigate(address("/on-call"));
            assertThat(page.locator("#held")).containsText("No rugs");
            assertThat(page.locator("#held")).containsText("ann Levels");
            var proposed = page.locator("#proposed article").filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Sleeping"));
            assertThat(proposed).containsText("Grouped by region");
            assertThat(proposed).containsText("answers out of hours for");
            assertThat(Browser.overflow(page)).isZero();

            for (var person : new String[] {"ann", "bob", "cas"}) proposed.locator("[name='order.levels-" + person + "']").fill("");
            proposed.getByText("Confirm the schedule").click();
            assertThat(page.locator("[role=alert] a[href='#proposed']")).hasText("Name between one and 100 people, in their order.");

            proposed.locator("[name='order.levels-cas']").fill("1");
            proposed.locator("[name='order.levels-bob']").fill("2");
            proposed.locator("[name='order.levels-ann']").fill("");
            proposed.getByText("Confirm the schedule").click();
            page.waitForURL("**/domains/levels-domain");
            assertThat(page.locator("#proposed")).hasCount(0);
            page.navigate(address("/incidents"));
            assertThat(page.locator("#held")).containsText(rug);
        }
        assertThat(api.get("/api/v1/schedules/levels-domain-out-of-hours").expect(200).body().at("/spec/layers/0/people").toString())
                .isEqualTo("[\"levels-cas\",\"levels-bob\"]");
        api.post("/api/v1/incidents/" + rug + "/resolve", "").expect(200);
    }

    @Test
    void whoWasCalledHandsOverOnTheIncidentsPage() {
        var number = api.post("/api/v1/incidents", "{\"service\": \"levels-till\", \"summary\": \"The till is slow\", \"impact\": \"1\", \"page\": true}").expect(201).at("/number");
        accounts.accept(accounts.invite("levels-gus", SETUP), "levels-gus", PASSWORD);
        try (var window = browser.signedIn(address(""), "levels-gus", PASSWORD)) {
            var page = window.newPage();
            page.navigate(address("/incidents/" + number));
            page.getByText("I have it").first().click();
            page.getByText("Hand over to a tier").first().click();
            page.locator("#tier").selectOption("L2");
            page.locator("#hand-over-note").fill("Restarting did not help");
            page.getByText("Hand over and call them").first().click();

            assertThat(page.getByText("handed it over to L2").first()).isVisible();
            assertThat(page.getByText("Restarting did not help").first()).isVisible();
        }
        assertThat(api.get("/api/v1/incidents/" + number).at("/state")).isEqualTo("triggered");
        api.post("/api/v1/incidents/" + number + "/resolve", "").expect(200);
    }

    @Test
    void theyAreWholeInBothThemesAndFitAPhone() {
        api.post("/api/v1/incidents", "{\"service\": \"levels-rug\", \"summary\": \"No rugs at all\", \"impact\": \"1\", \"page\": true}").expect(201);
        accounts.accept(accounts.invite("levels-cas", SETUP), "levels-cas", PASSWORD);
        String session;
        try (var window = browser.signedIn(address(""), "levels-cas", PASSWORD)) {
            session = window.storageState();
        }
        for (var path : new String[] {"/on-call", "/incidents", "/third-parties/levels-parcels"}) {
            looks(session, path, ColorScheme.LIGHT, 360);
            looks(session, path, ColorScheme.DARK, 1440);
        }
    }

    private void looks(String session, String path, ColorScheme theme, int width) {
        try (var context = browser.context(theme, width, 900, session)) {
            var page = context.newPage();
            page.navigate(address(path));
            if (path.startsWith("/third")) assertThat(page.locator("main")).containsText("They restore within");
            assertThat(Browser.overflow(page)).as("%s at %d px", path, width).isZero();
            assertThat(Browser.findings(page)).as("%s, %s at %d px", path, theme, width).isEmpty();
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                    .setPath(Path.of("target/screenshots", "levels" + path.replaceAll("[^a-z0-9]+", "-") + "-" + width + "-" + theme + ".png")));
        }
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
