package dev.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Killed at a random moment of two thousand alerts: every accepted one is there, and every incident was paged. */
class CrashTest {

    private static final String TOKEN = "hf_crash_0123456789_0123456789_01234567";
    private static final int ALERTS = 2_000;
    private static final int SERVICES = 20;
    private static final int SENDERS = 8;

    private final TestFolder folder;
    private final Phones phones = new Phones();
    private final AtomicReference<RunningServer> server = new AtomicReference<>();
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();

    CrashTest() throws IOException {
        folder = TestFolder.make();
    }

    @AfterEach
    void hangUp() throws Exception {
        if (server.get() != null) {
            server.get().close();
        }
        phones.close();
        folder.close();
    }

    @Test
    void theServerIsKilled() throws Exception {
        start();

        storm(random(), () -> {
            server.get().kill();
            server.set(RunningServer.launch(folder.path(), settings()).awaitReady());
        });

        assertNothingWasLost();
    }

    @Test
    void theDatabaseIsKilled() throws Exception {
        start();

        storm(random(), () -> ProcessHandle.of(postmaster(folder.path())).orElseThrow().destroyForcibly());

        assertNothingWasLost();
    }

    private interface Fault {
        void strike() throws Exception;
    }

    private void start() throws Exception {
        server.set(RunningServer.launch(folder.path(), settings()).awaitReady());
        api().apply(organisation()).expect(200);
    }

    private Map<String, String> settings() {
        return Map.of("HOLDFAST_ADMIN_TOKEN", TOKEN, "HOLDFAST_OUTBOUND_ALLOW", "127.0.0.0/8");
    }

    private Api api() {
        return new Api("http://127.0.0.1:" + server.get().port(), TOKEN);
    }

    /** Senders that send again until they are answered, as real ones do. */
    private void storm(int killAt, Fault fault) throws Exception {
        Queue<Integer> left = new ConcurrentLinkedQueue<>(IntStream.range(0, ALERTS).boxed().toList());
        var sent = new AtomicInteger();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < SENDERS; i++) {
                senders.submit(() -> {
                    for (var alert = left.poll(); alert != null; alert = left.poll()) {
                        deliver(alert);
                        sent.incrementAndGet();
                    }
                });
            }
            while (sent.get() < killAt) {
                LockSupport.parkNanos(1_000_000);
            }
            fault.strike();
        }
        assertThat(accepted).hasSize(ALERTS);
    }

    private void deliver(int alert) {
        var end = System.nanoTime() + Duration.ofSeconds(120).toNanos();
        while (System.nanoTime() < end) {
            try {
                var answer = new Api("http://127.0.0.1:" + server.get().port(), null)
                        .trigger(key(alert % SERVICES), "alert-" + alert, "Alert " + alert);
                if (answer.status() == 202) {
                    accepted.add("alert-" + alert);
                    return;
                }
            } catch (RuntimeException down) {
                LockSupport.parkNanos(20_000_000);
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    private void assertNothingWasLost() {
        var stored = new HashMap<String, List<String>>();
        var path = "/api/v1/alerts?limit=500";
        for (var next = path; next != null; ) {
            var page = api().get(next).expect(200);
            page.body().path("items").forEach(alert -> stored.computeIfAbsent(alert.path("dedupKey").asString(""), key -> new ArrayList<>())
                    .add(alert.path("incident").asString("")));
            next = page.body().path("next").isNull() ? null : path + "&cursor=" + page.at("/next");
        }
        assertThat(stored.keySet()).containsAll(accepted);
        assertThat(stored).allSatisfy((key, incidents) -> assertThat(incidents).as(key).hasSize(1).doesNotContain(""));

        var opened = new HashSet<String>();
        api().get("/api/v1/incidents?limit=500").body().path("items").forEach(incident -> opened.add(incident.path("number").asString("")));
        assertThat(opened).hasSize(SERVICES);
        opened.forEach(number -> phones.await(call -> call.incident().equals(number) && call.type().equals("page")));
        opened.forEach(number -> assertThat(phones.calls().stream()
                        .filter(call -> call.incident().equals(number) && call.type().equals("page"))
                        .map(Phones.Call::delivery)
                        .distinct())
                .as("deliveries of the first page of %s", number)
                .hasSize(1));
        assertThat(api().get("/api/v1/ledger/verify").at("/verified")).isEqualTo("true");
    }

    private static long postmaster(Path data) throws Exception {
        return Long.parseLong(Files.readAllLines(data.resolve("postgres-18/postmaster.pid")).getFirst().strip());
    }

    private static int random() {
        var seed = System.nanoTime();
        var at = ALERTS / 10 + new Random(seed).nextInt(ALERTS * 8 / 10);
        System.out.println("struck after " + at + " of " + ALERTS + " alerts");
        return at;
    }

    private static String key(int service) {
        return "crash%027d".formatted(service);
    }

    private String organisation() {
        var yaml = new StringBuilder("""
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: ann}
                spec: {email: ann@example.com, timeZone: Europe/London, notify: [{after: PT0S, by: webhook, to: "%s"}]}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: everything}
                spec: {kind: product, members: [ann], lead: ann}
                ---
                apiVersion: holdfast.dev/v1
                kind: Schedule
                metadata: {name: always}
                spec: {team: everything, hours: always, timeZone: Europe/London, layers: [{start: "2026-01-05T09:00", every: P1W, people: [ann]}]}
                """.formatted(phones.of("ann")));
        for (int i = 0; i < SERVICES; i++) {
            yaml.append("""
                    ---
                    apiVersion: holdfast.dev/v1
                    kind: Service
                    metadata: {name: service-%1$d}
                    spec: {kind: digital, owner: everything, lifecycle: live}
                    ---
                    apiVersion: holdfast.dev/v1
                    kind: Integration
                    metadata: {name: alerts-%1$d}
                    spec: {service: service-%1$d, key: "%2$s"}
                    """.formatted(i, key(i)));
        }
        return yaml.toString();
    }
}
