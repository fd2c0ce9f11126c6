package dev.holdfast.portal.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import dev.holdfast.TestClock;
import dev.holdfast.access.Accounts;
import dev.holdfast.access.Scope;
import dev.holdfast.access.Tokens;
import dev.holdfast.access.Viewer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** People enter their leave, and see which days are holidays, in a real browser without scripts. */
@HoldfastTest
class AwayPagesTest {

    private static final String PASSWORD = "a quiet bench in the yard";
    private static final Viewer SETUP = new Viewer("admin", null, Set.of("admin"), Set.of(), Set.of(Scope.values()), null, "setup");

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Tokens tokens;

    @Autowired
    private TestClock clock;

    private Browser browser;
    private LocalDate today;

    @BeforeEach
    void apply() {
        browser = Browser.open();
        today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var token = tokens.make(new Tokens.Wanted("away", Set.of(Scope.values()), null, null, null), SETUP).secret();
        new Api("http://localhost:" + port, token).apply("""
                apiVersion: holdfast.dev/v1
                kind: HolidayCalendar
                metadata: {name: away-days, title: Days of the town}
                spec: {days: [{date: "%s", name: Day of the bench}]}
                ---
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: away-ann, title: Ann Holt}
                spec: {timeZone: UTC}
                ---
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: away-ben, title: Ben Okafor}
                spec: {timeZone: UTC}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: away-team, title: Benches}
                spec: {kind: product, members: [away-ann, away-ben], lead: away-ann, workingHours: {timeZone: UTC, holidayCalendars: [away-days]}}
                ---
                apiVersion: holdfast.dev/v1
                kind: Schedule
                metadata: {name: away-nights, title: Benches by night}
                spec: {team: away-team, hours: always, timeZone: UTC, layers: [{start: "2026-01-01T00:00", every: P52W, people: [away-ann]}]}
                """.formatted(today.plusDays(20))).expect(200);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void aPersonEntersLeaveSeesWhatItMeetsAndWithdrawsIt() {
        var page = signedIn("away-ann").newPage();
        page.navigate(address("/people/away-ann"));
        page.locator("#from").fill(today.plusDays(10).toString());
        page.locator("#to").fill(today.plusDays(9).toString());
        page.getByText("Enter leave").click();
        assertThat(page.locator(".faults")).containsText("The last day is not before the first");
        assertThat(page.locator("#from")).hasValue(today.plusDays(10).toString());

        page.locator("#to").fill(today.plusDays(11).toString());
        page.locator("#note").fill("by the sea");
        page.getByText("Enter leave").click();
        assertThat(page.locator("#leave")).containsText("by the sea");
        assertThat(page.locator("#leave")).containsText("Meets a shift: away-nights");

        page.getByText("From a calendar").click();
        var day = today.plusDays(30).toString().replace("-", "");
        page.locator("#file").setInputFiles(new FilePayload("leave.ics", "text/calendar",
                ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:x\r\nDTSTART;VALUE=DATE:" + day + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n").getBytes(StandardCharsets.UTF_8)));
        page.getByText("Import it").click();
        assertThat(page.locator("#leave")).containsText("from a file");

        page.getByText("Withdraw").first().click();
        assertThat(page.locator("#leave")).not().containsText("by the sea");

        page.getByText("From a calendar").click();
        page.locator("#address").fill("ftp://nowhere");
        page.getByText("Use this address").click();
        assertThat(page.locator(".faults")).containsText("begins with https://");
        page.locator("#address").fill("webcal://calendar.example.com/secret.ics");
        page.getByText("Use this address").click();
        page.getByText("From a calendar").click();
        assertThat(page.locator("#leave")).containsText("calendar.example.com");
        assertThat(page.content()).doesNotContain("secret.ics");
    }

    @Test
    void othersSeeThatTheyAreAwayAndNoMore() {
        var ann = signedIn("away-ann").newPage();
        ann.navigate(address("/people/away-ben"));
        ann.locator("#from").fill(today.plusDays(40).toString());
        ann.locator("#note").fill("told ann alone");
        ann.getByText("Enter leave").click();
        assertThat(ann.locator("#leave")).containsText("told ann alone");

        var ben = signedIn("away-ben").newPage();
        ben.navigate(address("/people/away-ann"));
        assertThat(ben.locator("#leave")).containsText("Away");
        assertThat(ben.locator("#leave form")).hasCount(0);
    }

    @Test
    void aCalendarSaysWhichDaysCountAndTheTeamsPageToo() {
        var page = signedIn("away-ben").newPage();
        page.navigate(address("/holiday-calendars/away-days"));
        assertThat(page.locator("h1")).hasText("Days of the town");
        assertThat(page.locator("table")).containsText("Day of the bench");

        page.locator("main a[href='/teams/away-team']").click();
        assertThat(page.locator("main aside")).containsText("Day of the bench");
        assertThat(page.context().request().get(address("/holiday-calendars/none")).status()).isEqualTo(404);
    }

    @Test
    void thePagesAreWholeInBothThemesAndFitAPhone() {
        var session = signedIn("away-ann").storageState();
        for (var path : new String[] {"/people/away-ann", "/holiday-calendars/away-days", "/catalogue/holiday-calendars", "/teams/away-team"}) {
            looks(session, path, ColorScheme.LIGHT, 390);
            looks(session, path, ColorScheme.DARK, 1440);
        }
    }

    private void looks(String session, String path, ColorScheme theme, int width) {
        try (var context = browser.context(theme, width, 900, session)) {
            Page page = context.newPage();
            page.navigate(address(path));
            assertThat(Browser.overflow(page)).as("%s at %d px", path, width).isZero();
            assertThat(Browser.findings(page)).as("%s, %s at %d px", path, theme, width).isEmpty();
        }
    }

    private BrowserContext signedIn(String person) {
        accounts.accept(accounts.invite(person, SETUP), person, PASSWORD);
        String session;
        try (var context = browser.context(ColorScheme.LIGHT, 1440, 900)) {
            var page = context.newPage();
            page.navigate(address("/sign-in"));
            page.locator("#account").fill(person);
            page.locator("#password").fill(PASSWORD);
            page.keyboard().press("Enter");
            page.waitForURL(address("/"));
            session = context.storageState();
        }
        var context = browser.context(ColorScheme.LIGHT, 1440, 900, session, false);
        context.setDefaultTimeout(15_000);
        return context;
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
