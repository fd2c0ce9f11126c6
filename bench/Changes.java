import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Measures the gate, what pipelines report, and what is asked of a million deployments of 5 000 services. Started by {@code
 * bench/run changes}; its arguments are the server's port and data folder, the administrator's token, and how many
 * deployments there were where it is not a million.
 */
final class Changes {

    private static final int GATED = 200;
    private static final int BURST = 10_000;

    private final int port;
    private final String token;
    private final Holdfast holdfast;
    private final Database database;
    private final int past;

    private Changes(int port, String token, Database database, int past) {
        this.port = port;
        this.token = token;
        this.holdfast = new Holdfast(port, token);
        this.database = database;
        this.past = past;
    }

    public static void main(String... arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        var past = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 1_000_000;
        new Changes(Integer.parseInt(arguments[0]), arguments[2], new Database(Path.of(arguments[1])), past).run();
    }

    private void run() throws Exception {
        holdfast.describe(new Retail());
        System.err.println("bench: agreeing to templates of " + GATED + " services");
        holdfast.apply(IntStream.range(0, GATED).mapToObj(Changes::template).collect(Collectors.joining()));
        try (var connection = json()) {
            for (var n = 0; n < GATED; n++) ask(connection.post("/api/v1/change-templates/" + Retail.service(n) + "-release/agree", "{\"person\": \"bench-cas\"}"));
            for (var n = 0; n < GATED; n++) ask(connection.post("/api/v1/builds", build(n)));
        }
        System.err.println("bench: writing " + past + " deployments");
        database.fillWithDeployments(past, Retail.SERVICES);
        database.fillWithChanges();
        var begun = System.nanoTime();
        while (database.waitingForRollUp() > 0) Thread.sleep(2_000);
        System.out.printf("%nload average at the beginning %.1f, %s%n| what | seen | must | aim |%n|---|---|---|---|%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(), Instant.now());
        row("rolling up %,d deployments".formatted(past), "%.0f s".formatted((System.nanoTime() - begun) / 1e9), "–", "–");
        database.settle();
        gate();
        pages();
        audit();
        burst();
    }

    private void gate() throws Exception {
        holdfast.people(8).flatOut(Duration.ofSeconds(5), 4_000, Changes::question);
        var steady = holdfast.people(16).atRate(50, 1_000, Changes::question);
        row("gate answer at 50/s, p50 / p99", "%.1f / %.1f ms%s".formatted(steady.millis(0.5), steady.millis(0.99), steady.refusals()), "– / 100 ms", "– / 20 ms");
        var most = holdfast.people(16).flatOut(Duration.ofSeconds(10), 100_000, Changes::question);
        row("gate at its limit, 16 connections", "%.0f/s (p99 %.0f ms)%s".formatted(most.perSecond(), most.millis(0.99), most.refusals()), "–", "–");
    }

    private void pages() throws IOException {
        var yesterday = "?to=" + LocalDate.now(ZoneOffset.UTC).minusDays(1);
        for (var path : List.of(
                "/changes", "/changes?service=service-0042", "/audit" + yesterday, "/audit?service=service-0042", "/audit/controls" + yesterday, "/audit/versions",
                "/services/service-0042", "/measures/throughput", "/api/v1/deployments?limit=100",
                "/api/v1/deployments/measures?scope=organisation", "/api/v1/deployments/measures?scope=organisation&from=" + Instant.now().minus(Duration.ofDays(365)),
                "/api/v1/audit?limit=100")) {
            var times = new long[15];
            var status = 0;
            try (var connection = json()) {
                for (var again = 0; again < 3; again++) status = connection.get(path).status();
                for (var again = 0; again < times.length; again++) {
                    var begun = System.nanoTime();
                    connection.get(path);
                    times[again] = System.nanoTime() - begun;
                }
            }
            var bars = path.contains("measures") ? List.of("2 s", "0.5 s") : List.of("200 ms", "50 ms");
            row(path.replaceAll("&from=.*", " over a year").replace(yesterday, " of yesterday"), "p50 %.0f ms, p95 %.0f ms%s".formatted(
                    Load.quantile(times, 0.5) / 1e6, Load.quantile(times, 0.95) / 1e6, status == 200 ? "" : ", HTTP " + status), bars.getFirst(), bars.getLast());
        }
    }

    private void audit() throws IOException {
        try (var connection = json()) {
            for (var path : List.of("/api/v1/audit/summary?service=service-0042", "/api/v1/audit?format=csv&from=" + Instant.now().minus(Duration.ofDays(30)))) {
                var begun = System.nanoTime();
                var answer = connection.get(path);
                row(path.replaceAll("&from=.*", " of 30 days"), "%.1f s, %,d kB, HTTP %d".formatted((System.nanoTime() - begun) / 1e9, answer.body().length / 1024, answer.status()), "–", "–");
            }
        }
    }

    /** Every one that was accepted is counted afterwards by the API. */
    private void burst() throws Exception {
        burst("deployments", holdfast.people(64), Changes::event, "burst-");
        holdfast.apply("""
                apiVersion: holdfast.dev/v1
                kind: Integration
                metadata: {name: bench-argo}
                spec: {from: argo-cd, secret: %s}
                """.formatted(token));
        burst("notifications of Argo CD", new Load(port, headers(), 64), Changes::sync, "argo-");
    }

    private void burst(String what, Load load, Load.Request event, String ids) throws Exception {
        var sent = load.atRate(1_000, BURST, event);
        row("burst of 1 000 %s a second for 10 s".formatted(what), "%d accepted at %.0f/s (p50 %.0f ms, p99 %.0f ms)%s".formatted(
                sent.accepted().length, sent.perSecond(), sent.millis(0.5), sent.millis(0.99), sent.refusals()), "–", "–");
        row("of them recorded", "%d of %d".formatted(database.deploymentsOf(ids), sent.accepted().length), "all", "all");
    }

    private static Http.Answer question(Http connection, int number) throws IOException {
        return connection.post("/api/v1/deployments/gate", "{\"service\": \"%s\", \"version\": \"9.0\", \"environment\": \"production\", \"deployer\": \"p000-1\"}".formatted(
                Retail.service(number % GATED)));
    }

    private static Http.Answer event(Http connection, int number) throws IOException {
        return connection.post("/api/v1/deployments", """
                {"id": "burst-%d", "service": "%s", "version": "2.%d", "environment": "production", "status": "succeeded", "deployer": "p000-1", "startedAt": "%s"}
                """.formatted(number, Retail.service(number * 31 % Retail.SERVICES), number, Instant.now()));
    }

    private static Http.Answer sync(Http connection, int number) throws IOException {
        return connection.post("/hooks/argo-cd/bench-argo", """
                {"app": "%s", "environment": "production", "phase": "Succeeded", "revision": "%040x", "images": ["registry.example/shop:3.%d"],
                 "startedAt": "%s", "finishedAt": "%s"}
                """.formatted(Retail.service(number * 31 % Retail.SERVICES), number, number, Instant.now().minusSeconds(30), Instant.now()));
    }

    private static String template(int number) {
        return (number == 0 ? """
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: bench-cas}
                spec: {timeZone: UTC}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: change-desk}
                spec: {kind: change-management, members: [bench-cas]}
                """ : "") + """
                ---
                apiVersion: holdfast.dev/v1
                kind: ChangeTemplate
                metadata: {name: %1$s-release}
                spec:
                  service: %1$s
                  lowRisk: "The last version is back within a minute."
                  repeatable: "The same pipeline, every day."
                  criteria: [automated-tests]
                  plan: {steps: "The pipeline.", test: "Its checks.", backOut: "The version before."}
                  expires: "2199-01-01"
                """.formatted(Retail.service(number));
    }

    private static String build(int number) {
        return "{\"service\": \"%s\", \"version\": \"9.0\", \"builtAt\": \"%s\", \"preProductionPassed\": true}".formatted(Retail.service(number), Instant.now());
    }

    private static void ask(Http.Answer answer) throws IOException {
        if (!answer.isSuccess()) throw new IOException(answer.text());
    }

    private Http json() {
        return new Http(port, headers());
    }

    private String headers() {
        return "Content-Type: application/json\r\nAuthorization: Bearer " + token + "\r\n";
    }

    private static void row(String what, String seen, String must, String aim) {
        System.out.println("| " + String.join(" | ", what, seen, must, aim) + " |");
    }
}
