package dev.holdfast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What breaks around a server, and what it does then, seen from outside. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsTest {

    private static final String TOKEN = "hf_faults_0123456789_0123456789_0123456";
    private static final int STEP_SECONDS = 15;

    private final Phones phones = new Phones();
    private final CountDownLatch hungUp = new CountDownLatch(1);
    private TestFolder folder;
    private HttpServer brokenPhones;
    private RunningServer server;

    @BeforeAll
    void start() throws Exception {
        folder = TestFolder.make();
        brokenPhones = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
        brokenPhones.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        brokenPhones.createContext("/refusing", exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        brokenPhones.createContext("/silent", exchange -> hangOn());
        brokenPhones.start();
        server = launch();
        api().apply(organisation(Instant.now().plus(Duration.ofHours(1))).yaml()).expect(200);
    }

    @AfterAll
    void stop() throws Exception {
        hungUp.countDown();
        server.close();
        brokenPhones.stop(0);
        phones.close();
        folder.close();
    }

    @Test
    void theNextAlertIsPagedAfterPoison() {
        var key = key("poisoned");
        var beginning = "{\"routing_key\": \"" + key + "\", \"event_action\": \"trigger\", \"payload\": {\"severity\": \"critical\", \"summary\": \"";
        var ending = "\"}}";
        var poison = List.of(
                (beginning + "\u00ff\u00fe broken" + ending).getBytes(StandardCharsets.ISO_8859_1),
                (beginning + "null \\u0000 character" + ending).getBytes(StandardCharsets.UTF_8),
                (beginning + "half of a pair \\ud800" + ending).getBytes(StandardCharsets.UTF_8),
                (beginning + "x".repeat(1_000_000) + ending).getBytes(StandardCharsets.UTF_8),
                (beginning + "deep\", \"custom_details\": " + "[".repeat(10_000) + "]".repeat(10_000) + "}}").getBytes(StandardCharsets.UTF_8),
                "[".repeat(10_000).getBytes(StandardCharsets.UTF_8),
                new byte[] {0, 0, 0},
                new byte[0]);

        for (var body : poison) {
            for (var door : List.of("/v2/enqueue", "/v2/change/enqueue", "/hooks/alertmanager/" + key)) {
                assertThat(send(door, body).status()).as("%s %d bytes", door, body.length).isIn(202, 400, 413);
            }
        }

        api().trigger(key("sound"), "sound", "After poison").expect(202);
        assertThat(awaitPage("sound").body().path("incident").path("summary").asString("")).isEqualTo("After poison");
    }

    @Test
    void brokenPhonesOfSomeDoNotDelayOthers() {
        for (var number = 0; number < 20; number++) {
            api().trigger(key("to-silent-" + number + "-"), "silent", "To a silent phone").expect(202);
            api().trigger(key("to-refusing-" + number + "-"), "refused", "To a refusing phone").expect(202);
        }

        var from = System.nanoTime();
        for (var number = 0; number < 10; number++) {
            api().trigger(key("to-fast-" + number + "-"), "fast", "To a phone that works").expect(202);
        }
        for (var number = 0; number < 10; number++) {
            awaitPage("to-fast-" + number);
        }

        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(5));
        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> assertThat(timeline("to-refusing-0")).contains("503"));
    }

    @Test
    void refusesInTimeWhileTheDatabaseIsAway() throws Exception {
        api().trigger(key("away"), "before", "Before the database is away").expect(202);
        awaitPage("away");
        var processes = databaseProcesses();
        var answers = new ArrayList<Future<Api.Answer>>();

        signal("STOP", processes);
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var from = System.nanoTime();
            for (var number = 0; number < 40; number++) {
                var dedup = "during-" + number;
                answers.add(number % 2 == 0
                        ? senders.submit(() -> api().trigger(key("away"), dedup, "While the database is away"))
                        : senders.submit(() -> api().post("/hooks/alertmanager/" + key("away"), alertmanager(dedup))));
            }
            for (var answer : answers) {
                var refused = answer.get(30, TimeUnit.SECONDS);
                assertThat(refused.status()).as(refused.text()).isEqualTo(503);
                assertThat(refused.header("Retry-After")).isPresent();
            }
            assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(11));
        } finally {
            signal("CONT", processes);
        }

        await().atMost(Duration.ofSeconds(10)).until(server::readiness, status -> status == 200);
        api().trigger(key("returned"), "after", "After the database came back").expect(202);
        awaitPage("returned");
    }

    @Test
    void overdueStepsAreTakenOnceAfterAnInterruption() throws Exception {
        for (var number = 0; number < 20; number++) {
            api().trigger(key("pending-" + number + "-"), "pending", "Pending").expect(202);
        }
        for (var number = 0; number < 20; number++) {
            awaitPage("pending-" + number);
        }

        server.kill();
        LockSupport.parkNanos(Duration.ofSeconds(STEP_SECONDS).toNanos());
        server = launch();

        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(pages("pending-", 2).map(Phones.Call::incident).distinct()).hasSize(20));
        assertThat(pages("pending-", 2).map(Phones.Call::delivery).distinct()).hasSize(20);
        assertThat(pages("pending-", 1).map(Phones.Call::delivery).distinct()).hasSize(20);
        var first = pages("pending-", 1).map(Phones.Call::person).distinct().toList();
        var second = pages("pending-", 2).map(Phones.Call::person).distinct().toList();
        assertThat(first).hasSize(1);
        assertThat(second).hasSize(1).isNotEqualTo(first);
    }

    @Test
    void aSuppressedCalloutIsReleasedAtItsInstantAfterARestart() throws Exception {
        var peak = Instant.now().plusSeconds(25).truncatedTo(ChronoUnit.SECONDS);
        api().apply(organisation(peak).yaml()).expect(200);
        api().trigger(key("quiet"), "quiet", "At little risk until then").expect(202);
        var suppressed = api().get("/api/v1/incidents?service=quiet").expect(200);
        assertThat(suppressed.at("/items/0/paging/state")).isEqualTo("suppressed");
        assertThat(suppressed.at("/items/0/paging/suppressedUntil")).isEqualTo(peak.toString());

        server.kill();
        server = launch();

        await().atMost(Duration.ofSeconds(60)).until(() -> released().findAny().isPresent());
        assertThat(Instant.now()).isAfterOrEqualTo(peak).isBefore(peak.plusSeconds(20));
        assertThat(released().map(Phones.Call::delivery).distinct()).hasSize(1);
    }

    private Stream<Phones.Call> released() {
        return phones.calls().stream().filter(call -> call.type().equals("released") && service(call).equals("quiet"));
    }

    private Stream<Phones.Call> pages(String services, int step) {
        return phones.calls().stream()
                .filter(call -> call.type().equals("page") && service(call).startsWith(services))
                .filter(call -> call.body().path("step").asInt() == step);
    }

    private Phones.Call awaitPage(String service) {
        return phones.await(call -> call.type().equals("page") && service(call).equals(service));
    }

    private static String service(Phones.Call call) {
        return call.body().path("incident").path("service").asString("");
    }

    private String timeline(String service) {
        var number = api().get("/api/v1/incidents?service=" + service).at("/items/0/number");
        return api().get("/api/v1/incidents/" + number + "/timeline").text();
    }

    private Api.Answer send(String door, byte[] body) {
        return api().send(api().request(door).header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(body)));
    }

    private static String alertmanager(String name) {
        return """
                {"version": "4", "groupKey": "g", "status": "firing", "receiver": "holdfast", "groupLabels": {}, "commonLabels": {},
                 "commonAnnotations": {}, "externalURL": "http://localhost", "truncatedAlerts": 0,
                 "alerts": [{"status": "firing", "labels": {"alertname": "%s"}, "annotations": {}, "fingerprint": "%s",
                             "startsAt": "2026-11-21T06:00:00Z", "endsAt": "0001-01-01T00:00:00Z", "generatorURL": ""}]}
                """.formatted(name, name);
    }

    private void hangOn() throws IOException {
        try {
            hungUp.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private List<ProcessHandle> databaseProcesses() throws IOException {
        var pid = Long.parseLong(Files.readAllLines(folder.path().resolve("postgres-18/postmaster.pid")).getFirst().strip());
        var postmaster = ProcessHandle.of(pid).orElseThrow();
        return Stream.concat(Stream.of(postmaster), postmaster.children()).toList();
    }

    private static void signal(String name, List<ProcessHandle> processes) throws Exception {
        for (var process : processes) {
            new ProcessBuilder("/bin/sh", "-c", "kill -" + name + " " + process.pid()).start().waitFor();
        }
    }

    private RunningServer launch() throws IOException {
        return RunningServer.launch(folder.path(), Map.of("HOLDFAST_ADMIN_TOKEN", TOKEN, "HOLDFAST_OUTBOUND_ALLOW", "127.0.0.0/8"))
                .awaitReady();
    }

    private Api api() {
        return new Api("http://127.0.0.1:" + server.port(), TOKEN);
    }

    private static String key(String name) {
        return FaultyOrganisation.key(name);
    }

    private FaultyOrganisation organisation(Instant peak) {
        var broken = "http://127.0.0.1:" + brokenPhones.getAddress().getPort();
        var organisation = FaultyOrganisation.withSteps(STEP_SECONDS)
                .person("ann", phones.of("ann"))
                .person("bob", phones.of("bob"))
                .person("cas", broken + "/silent")
                .person("dee", broken + "/refusing")
                .team("everything", "ann", "bob")
                .team("hard-of-hearing", "cas")
                .team("unwilling", "dee")
                .quietUntil(peak, "quiet", "everything", key("quiet"));
        for (var name : List.of("poisoned", "sound", "away", "returned")) {
            organisation.service(name, "everything", key(name));
        }
        for (var number = 0; number < 20; number++) {
            organisation
                    .service("to-silent-" + number, "hard-of-hearing", key("to-silent-" + number + "-"))
                    .service("to-refusing-" + number, "unwilling", key("to-refusing-" + number + "-"))
                    .service("to-fast-" + number, "everything", key("to-fast-" + number + "-"))
                    .service("pending-" + number, "everything", key("pending-" + number + "-"));
        }
        return organisation;
    }
}
