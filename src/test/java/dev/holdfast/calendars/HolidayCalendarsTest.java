package dev.holdfast.calendars;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import dev.holdfast.Phones;
import dev.holdfast.TestClock;
import dev.holdfast.access.Scope;
import dev.holdfast.access.Tokens;
import dev.holdfast.access.Viewer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** A holiday calendar whose days stand at an address, over days. */
@HoldfastTest
@TestPropertySource(properties = "holdfast.outbound-allow=127.0.0.0/8")
class HolidayCalendarsTest {

    private static final Viewer ADMIN =
            new Viewer("admin", null, Set.of("admin"), Set.of(), EnumSet.allOf(Scope.class), null, "ci");
    private static int made;

    @LocalServerPort
    int port;

    @Autowired
    Tokens tokens;

    @Autowired
    TestClock clock;

    private final Phones phones = new Phones();
    private final AtomicReference<String> says = new AtomicReference<>("");
    private HttpServer server;
    private Api admin;
    private String name;
    private LocalDate began;

    @BeforeEach
    void anAddress() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var said = says.get().getBytes(UTF_8);
            exchange.sendResponseHeaders(said.length == 0 ? 503 : 200, said.length == 0 ? -1 : said.length);
            if (said.length > 0) exchange.getResponseBody().write(said);
            exchange.close();
        });
        server.start();
        name = "hc-" + ++made;
        admin = api(null, null);
        began = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    @AfterEach
    void stop() {
        admin.apply(calendar("days: []"));
        server.stop(0);
        phones.close();
    }

    @Test
    void theFirstReadingCountsAndAChangeIsToldBeforeItDoes() {
        says.set(ics("Founding Day"));
        declare();
        awaited(() -> days().contains("Founding Day"));
        assertThat(get("/status/stale")).isEmpty();

        says.set(ics("Founding Day", "Added Day"));
        clock.advance(Duration.ofHours(25));
        awaited(() -> !get("/status/proposed/id").isEmpty());

        assertThat(days()).doesNotContain("Added Day");
        assertThat(get("/status/proposed/added/0/name")).isEqualTo("Added Day");
        var counts = Instant.parse(get("/status/proposed/countsAt"));
        assertThat(counts).isAfter(clock.instant());
        var before = clock.instant();
        clock.advanceTo(counts.minus(Duration.ofHours(1)));
        assertThat(phones.await(call -> call.type().equals("holidays")).raw()).contains("Added Day").contains(name);
        assertThat(days()).doesNotContain("Added Day");

        clock.advanceTo(counts.plus(Duration.ofMinutes(2)));
        awaited(() -> days().contains("Added Day"));

        assertThat(admin.get("/api/v1/holiday-calendars/" + name + "?at=" + before).body().at("/status/days").toString())
                .contains("Founding Day").doesNotContain("Added Day");
    }

    @Test
    void aPersonConfirmsOrDismissesItAndNobodyElse() {
        says.set(ics("One"));
        declare();
        awaited(() -> days().contains("One"));
        says.set(ics("Two"));
        clock.advance(Duration.ofHours(25));
        awaited(() -> !get("/status/proposed/id").isEmpty());
        var proposal = proposal();

        api(null, "hc-team").post(proposal + "/confirm", "").expect(403);
        api("hc-lead", null).post(proposal + "/dismiss", "").expect(403);
        admin.post("/api/v1/holiday-calendars/" + name + "/proposals/none/confirm", "").expect(404);
        admin.post("/api/v1/holiday-calendars/none/proposals/none/confirm", "").expect(404);
        admin.post(proposal + "/dismiss", "").expect(200);
        admin.post(proposal + "/confirm", "").expect(409);
        assertThat(days()).contains("One").doesNotContain("Two");

        clock.advance(Duration.ofHours(25));
        readAgain();
        assertThat(get("/status/proposed/id")).as("what was dismissed is not proposed again").isEmpty();

        says.set(ics("Three"));
        clock.advance(Duration.ofHours(25));
        awaited(() -> !get("/status/proposed/id").isEmpty());
        admin.post(proposal() + "/confirm", "").expect(200);
        assertThat(days()).contains("Three").doesNotContain("One");
    }

    @Test
    void whatWasSaidLastStandsWhenTheAddressSaysNothingSensible() {
        says.set(ics("Kept"));
        declare();
        awaited(() -> days().contains("Kept"));

        for (var garbage : new String[] {"", "<html>moved</html>", "x".repeat(1_100_000)}) {
            says.set(garbage);
            clock.advance(Duration.ofHours(25));
            awaited(() -> !get("/status/stale").isEmpty());
            assertThat(days()).contains("Kept");
            says.set(ics("Kept"));
            clock.advance(Duration.ofHours(2));
            awaited(() -> get("/status/stale").isEmpty());
        }

        says.set("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n");
        clock.advance(Duration.ofHours(25));
        awaited(() -> !get("/status/proposed/id").isEmpty());
        assertThat(get("/status/proposed/countsAt")).as("an empty calendar never counts by itself").isEmpty();
    }

    private void readAgain() {
        var now = clock.instant();
        awaited(() -> Instant.parse(get("/status/readAt")).isAfter(now.minus(Duration.ofMinutes(5))));
    }

    private void declare() {
        admin.apply("""
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: hc-lead}
                spec: {notify: [{after: PT0S, by: webhook, to: "%s", secret: "0123456789abcdef"}]}
                ---
                %s
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: hc-team}
                spec: {kind: product, members: [hc-lead], lead: hc-lead, workingHours: {timeZone: Europe/London, holidayCalendars: [%s]}}
                """.formatted(phones.of("hc-lead"), calendar("from: \"http://127.0.0.1:%d/h.ics\"".formatted(server.getAddress().getPort())), name))
                .expect(200);
        clock.advance(Duration.ofMinutes(2));
    }

    private String calendar(String spec) {
        return "apiVersion: holdfast.dev/v1\nkind: HolidayCalendar\nmetadata: {name: %s}\nspec: {%s}".formatted(name, spec);
    }

    /** Each on a day of its own, ahead. */
    private String ics(String... names) {
        var events = new StringBuilder();
        for (var name : names) {
            var day = began.plusDays(40 + name.charAt(0) - 'A').toString().replace("-", "");
            events.append("BEGIN:VEVENT\r\nUID:%s\r\nSUMMARY:%s\r\nDTSTART;VALUE=DATE:%s\r\nEND:VEVENT\r\n".formatted(name, name, day));
        }
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + events + "END:VCALENDAR\r\n";
    }

    private String days() {
        return admin.get("/api/v1/holiday-calendars/" + name).body().at("/status/days").toString();
    }

    private String get(String pointer) {
        return admin.get("/api/v1/holiday-calendars/" + name).at(pointer);
    }

    private String proposal() {
        return "/api/v1/holiday-calendars/" + name + "/proposals/" + get("/status/proposed/id");
    }

    private static void awaited(BooleanSupplier happened) {
        var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!happened.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for it").isLessThan(deadline);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private Api api(@Nullable String person, @Nullable String team) {
        var scopes = person == null && team == null ? EnumSet.allOf(Scope.class) : EnumSet.of(Scope.READ, Scope.CATALOGUE);
        return new Api("http://localhost:" + port, tokens.make(new Tokens.Wanted("holidays", scopes, team, person, null), ADMIN).secret());
    }
}
