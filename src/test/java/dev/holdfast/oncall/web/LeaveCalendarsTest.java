package dev.holdfast.oncall.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import dev.holdfast.TestClock;
import dev.holdfast.access.Scope;
import dev.holdfast.access.Tokens;
import dev.holdfast.access.Viewer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
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

/** Leave that comes with calendars: a file that is sent, and the address of a person's own. */
@HoldfastTest
@TestPropertySource(properties = "holdfast.outbound-allow=127.0.0.0/8")
class LeaveCalendarsTest {

    private static final Viewer ADMIN =
            new Viewer("admin", null, Set.of("admin"), Set.of(), EnumSet.allOf(Scope.class), null, "ci");

    @LocalServerPort
    int port;

    @Autowired
    Tokens tokens;

    @Autowired
    TestClock clock;

    private final AtomicReference<String> says = new AtomicReference<>("");
    private HttpServer server;
    private Api admin;
    private LocalDate began;

    @BeforeEach
    void aPersonAndAnAddress() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/secret-path", exchange -> {
            var said = says.get().getBytes(UTF_8);
            exchange.sendResponseHeaders(said.length == 0 ? 500 : 200, said.length == 0 ? -1 : said.length);
            if (said.length > 0) exchange.getResponseBody().write(said);
            exchange.close();
        });
        server.start();
        admin = api(null, null);
        began = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        admin.apply(person("lc-ann", "") + person("lc-bob", "")
                + "apiVersion: holdfast.dev/v1\nkind: Team\nmetadata: {name: lc-team}\nspec: {kind: product, members: [lc-ann]}\n").expect(200);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aFileIsImportedOnceAndWhatMovedInItMoves() {
        var first = send("lc-ann", admin, ics(200)).expect(200);
        assertThat(first.body().path("items")).hasSize(1);
        assertThat(first.at("/items/0/from")).startsWith(day(200) + "T0");
        assertThat(first.at("/items/0/source")).isEqualTo("calendar");

        assertThat(send("lc-ann", admin, ics(200)).expect(200).at("/unchanged")).isEqualTo("1");

        var moved = send("lc-ann", admin, ics(201)).expect(200);
        assertThat(moved.at("/withdrawn")).isEqualTo("1");
        assertThat(admin.get("/api/v1/people/lc-ann/leave").body().path("items")).hasSize(1);
    }

    @Test
    void whatIsNoCalendarOrNotTheirsIsRefused() {
        assertThat(send("lc-ann", admin, "<html>").expect(422).at("/errors/0/code")).isEqualTo("MALFORMED");
        send("lc-ann", admin, "").expect(422);
        send("lc-ann", admin, "x".repeat(1_100_000)).expect(413);
        send("lc-ann", api("lc-bob", null), ics(200)).expect(403);
        send("lc-ann", api(null, "lc-team"), ics(200)).expect(403);
        send("lc-nobody", admin, ics(200)).expect(404);
    }

    @Test
    void theirOwnCalendarIsReadHourlyAndStandsWhenItFails() {
        says.set(ics(200));
        admin.apply(person("lc-bob", ", leaveCalendar: \"http://127.0.0.1:%d/secret-path\"".formatted(server.getAddress().getPort()))).expect(200);
        clock.advance(Duration.ofMinutes(2));
        awaited(() -> leave().contains(day(200) + "T0"));

        assertThat(api("lc-ann", null).get("/api/v1/people/lc-bob").text()).doesNotContain("secret-path");

        says.set("");
        clock.advance(Duration.ofMinutes(90));
        assertThat(leave()).contains(day(200) + "T0");

        says.set(ics(231));
        awaited(() -> {
            clock.advance(Duration.ofMinutes(61));
            return leave().contains(day(231) + "T0");
        });
        assertThat(leave()).doesNotContain(day(200) + "T0");

        admin.apply(person("lc-bob", "")).expect(200);
        assertThat(leave()).doesNotContain(day(231) + "T0");
    }

    private String leave() {
        return admin.get("/api/v1/people/lc-bob/leave").text();
    }

    private Api.Answer send(String person, Api api, String file) {
        return api.send(api.request("/api/v1/people/" + person + "/leave/import").header("Content-Type", "text/calendar").POST(BodyPublishers.ofString(file)));
    }

    /** A week away. */
    private String ics(int inDays) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:away\r\nSUMMARY:Away\r\nDTSTART;VALUE=DATE:%s\r\nDTEND;VALUE=DATE:%s\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
                .formatted(day(inDays).replace("-", ""), day(inDays + 7).replace("-", ""));
    }

    private String day(int inDays) {
        return began.plusDays(inDays).toString();
    }

    private static String person(String name, String more) {
        return "apiVersion: holdfast.dev/v1\nkind: Person\nmetadata: {name: %s}\nspec: {timeZone: America/Los_Angeles%s}\n---\n".formatted(name, more);
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
        return new Api("http://localhost:" + port, tokens.make(new Tokens.Wanted("leave", scopes, team, person, null), ADMIN).secret());
    }
}
