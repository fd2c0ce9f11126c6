package dev.holdfast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/**
 * A real Prometheus and a real Alertmanager watch a target that fails and recovers: its alert arrives by webhook at one
 * service and by {@code pagerduty_configs} at another.
 */
@HoldfastTest
@TestPropertySource(properties = {"holdfast.admin-token=hf_real_0123456789_0123456789_0123456789", "holdfast.outbound-allow=127.0.0.0/8"})
@DirtiesContext
class AlertmanagerTest {

    private static final String TOKEN = "hf_real_0123456789_0123456789_0123456789";
    private static final String WEBHOOK_KEY = "webhook0123456789abcdef012345678";
    private static final String PAGERDUTY_KEY = "pagerdu0123456789abcdef012345678";

    private final List<Process> processes = new ArrayList<>();
    private final AtomicInteger up = new AtomicInteger(1);
    private final Phones phones = new Phones();

    @LocalServerPort
    int port;

    private HttpServer target;

    @AfterEach
    void stop() {
        processes.forEach(Process::destroyForcibly);
        phones.close();
        if (target != null) {
            target.stop(0);
        }
    }

    @Test
    void itsAlertsMakeOneIncidentEachAndEndWithTheTargetsRecovery() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/prometheus")) && Files.isExecutable(Path.of("/usr/bin/prometheus-alertmanager")),
                "skipped: prometheus and prometheus-alertmanager are not installed; ./check installs them where it can");
        var holdfast = new Api("http://localhost:" + port, TOKEN);
        holdfast.apply(organisation()).expect(200);
        watch(exposed());

        up.set(0);
        assertThat(phones.awaitPage("wendy").body().at("/incident/service").asString("")).isEqualTo("by-webhook");
        assertThat(phones.awaitPage("piet").body().at("/incident/service").asString("")).isEqualTo("by-pagerduty");
        assertThat(incidents(holdfast, "by-webhook", "triggered")).isEqualTo(1);
        assertThat(incidents(holdfast, "by-pagerduty", "triggered")).isEqualTo(1);

        up.set(1);
        eventually(() -> incidents(holdfast, "by-webhook", "resolved") == 1 && incidents(holdfast, "by-pagerduty", "resolved") == 1);
        assertThat(incidents(holdfast, "by-webhook", "")).isEqualTo(1);
        assertThat(incidents(holdfast, "by-pagerduty", "")).isEqualTo(1);
    }

    private static int incidents(Api holdfast, String service, String state) {
        return holdfast.get("/api/v1/incidents?service=" + service + (state.isEmpty() ? "" : "&state=" + state))
                .expect(200)
                .body()
                .path("items")
                .size();
    }

    private int exposed() throws IOException {
        target = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        target.createContext("/metrics", exchange -> {
            var body = ("shop_up " + up.get() + "\n").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        target.start();
        return target.getAddress().getPort();
    }

    private void watch(int targetPort) throws IOException {
        var folder = Files.createTempDirectory("holdfast-real-");
        var alertmanager = freePort();
        Files.writeString(folder.resolve("alertmanager.yml"), """
                route:
                  receiver: nobody
                  group_by: [alertname]
                  group_wait: 0s
                  group_interval: 1s
                  repeat_interval: 1h
                  routes:
                    - {receiver: webhook, continue: true}
                    - {receiver: pagerduty}
                receivers:
                  - name: nobody
                  - name: webhook
                    webhook_configs: [{url: "http://127.0.0.1:%1$d/hooks/alertmanager/%2$s", send_resolved: true}]
                  - name: pagerduty
                    pagerduty_configs: [{url: "http://127.0.0.1:%1$d/v2/enqueue", routing_key: "%3$s", severity: "{{ .CommonLabels.severity }}", send_resolved: true}]
                """.formatted(port, WEBHOOK_KEY, PAGERDUTY_KEY));
        Files.writeString(folder.resolve("rules.yml"), """
                groups:
                  - name: shop
                    rules:
                      - alert: ShopDown
                        expr: shop_up == 0
                        labels: {severity: critical}
                        annotations: {summary: "The shop does not answer", runbook_url: "https://example.com/runbook"}
                """);
        Files.writeString(folder.resolve("prometheus.yml"), """
                global: {scrape_interval: 500ms, scrape_timeout: 400ms, evaluation_interval: 500ms}
                rule_files: [%s]
                alerting: {alertmanagers: [{static_configs: [{targets: ["127.0.0.1:%d"]}]}]}
                scrape_configs: [{job_name: shop, static_configs: [{targets: ["127.0.0.1:%d"]}]}]
                """.formatted(folder.resolve("rules.yml"), alertmanager, targetPort));
        run("/usr/bin/prometheus-alertmanager", "--config.file=" + folder.resolve("alertmanager.yml"),
                "--storage.path=" + folder.resolve("alerts"), "--web.listen-address=127.0.0.1:" + alertmanager, "--cluster.listen-address=");
        run("/usr/bin/prometheus", "--config.file=" + folder.resolve("prometheus.yml"), "--storage.tsdb.path=" + folder.resolve("tsdb"),
                "--web.listen-address=127.0.0.1:" + freePort(), "--rules.alert.resend-delay=1s");
    }

    private void run(String... command) throws IOException {
        processes.add(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", Path.of(command[0]).getFileName() + ".log").toFile())
                .start());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void eventually(BooleanSupplier holds) {
        var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for a minute").isLessThan(end);
            LockSupport.parkNanos(50_000_000);
        }
    }

    private String organisation() {
        return person("wendy") + person("piet") + service("by-webhook", "wendy", WEBHOOK_KEY) + service("by-pagerduty", "piet", PAGERDUTY_KEY);
    }

    private String person(String name) {
        return """
                ---
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: %1$s}
                spec: {email: %1$s@example.com, timeZone: Europe/London, notify: [{after: PT0S, by: webhook, to: "%2$s"}]}
                """.formatted(name, phones.of(name));
    }

    private static String service(String name, String person, String key) {
        return """
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: %1$s-team}
                spec: {kind: product, members: [%2$s], lead: %2$s}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: %1$s}
                spec: {kind: digital, owner: %1$s-team, lifecycle: live}
                ---
                apiVersion: holdfast.dev/v1
                kind: Schedule
                metadata: {name: %1$s-always}
                spec: {team: %1$s-team, hours: always, timeZone: Europe/London, layers: [{start: "2026-01-05T09:00", every: P1W, people: [%2$s]}]}
                ---
                apiVersion: holdfast.dev/v1
                kind: Integration
                metadata: {name: %1$s-alerts}
                spec: {service: %1$s, key: "%3$s"}
                """.formatted(name, person, key);
    }
}
