import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Measures the first six rows of the speed table on a Holdfast that runs already, beside what its database can do alone.
 * Started by {@code bench/run}; its arguments are the server's port and data folder and the administrator's token, then
 * the numbers of the rows, or none for all.
 */
final class Bench {

    private static final int PENDING = 10_000;
    private static final int PENDING_TIMEOUT_SECONDS = 90;
    private static final double DECLARED_PER_SECOND = 150;

    private final Holdfast holdfast;
    private final Sink sink;
    private final Ceiling ceiling;
    private final Set<String> wanted;
    private final List<String[]> table = new ArrayList<>();
    private boolean lost;
    private Ceiling.Rates rates = Ceiling.Rates.UNKNOWN;

    private Bench(Holdfast holdfast, Sink sink, Ceiling ceiling, Set<String> wanted) {
        this.holdfast = holdfast;
        this.sink = sink;
        this.ceiling = ceiling;
        this.wanted = wanted;
    }

    public static void main(String... arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        var rows = Set.copyOf(Arrays.asList(arguments).subList(3, arguments.length));
        try (var sink = new Sink()) {
            var holdfast = new Holdfast(Integer.parseInt(arguments[0]), arguments[2]);
            var bench = new Bench(holdfast, sink, new Ceiling(Path.of(arguments[1])), rows);
            bench.run();
            System.exit(bench.lost ? 1 : 0);
        }
    }

    private void run() throws Exception {
        say("applying %d services", Organisation.SERVICES);
        holdfast.apply(new Organisation(sink.port()).whole());
        var fsync = ceiling.fsyncMillis();
        warmUp();
        if (measures("0")) {
            say("what the database does alone");
            rates = ceiling.measure();
        }
        if (measures("1")) durableAnswer();
        if (measures("2")) pageAttempted();
        if (measures("5")) storm();
        if (measures("3")) singleAlerts();
        if (measures("4")) bodiesOfHundred();
        if (measures("6")) timerLateness();
        print(fsync);
    }

    private boolean measures(String row) {
        return wanted.isEmpty() || wanted.contains(row);
    }

    private void warmUp() throws Exception {
        say("warming up");
        holdfast.senders(16).flatOut(Duration.ofSeconds(10), 40_000, (to, n) -> Holdfast.trigger(to, "warm", n));
        holdfast.senders(4).flatOut(Duration.ofSeconds(3), 1_000, (to, n) -> Holdfast.notify(to, "warm-am", n, 20));
        settle();
    }

    /** Nothing is open any more, and nobody is told of anything any more. */
    private void settle() throws Exception {
        sink.awaitQuiet(Duration.ofSeconds(1), Duration.ofSeconds(60));
        holdfast.resolveAll();
        sink.awaitQuiet(Duration.ofSeconds(2), Duration.ofSeconds(60));
        sink.clear();
    }

    private void durableAnswer() throws Exception {
        say("1: 200 alerts a second for 20 s");
        var sent = holdfast.senders(64).atRate(200, 4_000, (to, n) -> Holdfast.trigger(to, "answer", n));
        row("durable answer to an alert, 200/s, p50 / p99",
                "%.1f / %.1f ms%s".formatted(sent.millis(0.5), sent.millis(0.99), sent.refusals()),
                "– / 25 ms", "– / 10 ms", "one row, 1 client: %s".formatted(each(rates.row1())));
        settle();
    }

    private void pageAttempted() throws Exception {
        say("2: 20 alerts a second, each for another service");
        var due = new HashMap<String, Long>();
        var sent = holdfast.senders(32).atRate(20, Organisation.SERVICES, (to, n) -> Holdfast.trigger(to, "page", n));
        for (var n = 0; n < Organisation.SERVICES; n++) {
            due.put(Organisation.service(n), sent.begun() + (long) (n * 1e9 / 20));
        }
        var all = sink.awaitServices(Organisation.SERVICES, Duration.ofSeconds(60));
        var took = sink.firstPages().entrySet().stream()
                .mapToLong(page -> page.getValue() - due.get(page.getKey()))
                .toArray();
        row("alert in → page attempted at a webhook, 20/s, p50 / p99",
                "%.0f / %.0f ms%s%s".formatted(
                        Load.quantile(took, 0.5) / 1e6,
                        Load.quantile(took, 0.99) / 1e6,
                        all ? "" : ", only " + took.length + " of " + Organisation.SERVICES + " paged",
                        sent.refusals()),
                "100 / 500 ms", "20 / 100 ms", "–");
        lost |= !all;
        settle();
    }

    private void storm() throws Exception {
        say("5: a storm of 10 000 alerts in 10 s");
        var sent = holdfast.senders(64).atRate(1_000, 10_000, (to, n) -> Holdfast.trigger(to, "storm", n));
        var all = sink.awaitServices(Organisation.SERVICES, Duration.ofSeconds(120));
        var last = sink.firstPages().values().stream().mapToLong(Long::longValue).max().orElse(sent.begun());
        row("storm of 10 000 alerts in 10 s over 500 services: last first page",
                "%.1f s (%d of 500 paged; %d accepted, answer p99 %.0f ms%s)".formatted(
                        (last - sent.begun()) / 1e9,
                        sink.firstPages().size(),
                        sent.accepted().length,
                        sent.millis(0.99),
                        sent.refusals()),
                "30 s", "12 s", "–");
        lost |= !all;
        settle();
    }

    private void singleAlerts() throws Exception {
        for (var connections : new int[] {16, 64}) {
            say("3: single alerts over %d connections for 15 s", connections);
            var phase = "single" + connections;
            var since = Instant.now();
            var sent = holdfast.senders(connections)
                    .flatOut(Duration.ofSeconds(15), 200_000, (to, n) -> Holdfast.trigger(to, phase, n));
            var missing = missing(phase, since, sent, 1);
            row("single alerts sustained, %d connections, none lost".formatted(connections),
                    "%.0f/s (p99 %.0f ms), %s%s".formatted(sent.perSecond(), sent.millis(0.99), missing, sent.refusals()),
                    "1 000/s",
                    "%.0f/s".formatted(rates.rows16() / 2),
                    "alert + incident + timer, 16 clients: %.0f/s".formatted(rates.rows16()));
            settle();
        }
    }

    private void bodiesOfHundred() throws Exception {
        say("4: Alertmanager bodies of 100 alerts for 10 s");
        var since = Instant.now();
        var sent = holdfast.senders(8)
                .flatOut(Duration.ofSeconds(10), 3_000, (to, n) -> Holdfast.notify(to, "hundred", n, 100));
        var missing = missing("hundred", since, sent, 100);
        row("Alertmanager bodies of 100 alerts",
                "%.0f alerts/s (a body p99 %.0f ms), %s%s".formatted(
                        sent.perSecond() * 100, sent.millis(0.99), missing, sent.refusals()),
                "10 000 alerts/s", "30 000 alerts/s",
                "100 rows a statement, 16 clients: %.0f rows/s".formatted(rates.hundred16() * 100));
        settle();
    }

    /** Whatever was accepted is stored once and in an incident, or it counts as lost. */
    private String missing(String phase, Instant since, Load.Result sent, int alertsInOne) throws IOException {
        var found = holdfast.alerts(phase, since);
        var missing = 0;
        for (var number : sent.accepted()) {
            for (var i = 0; i < alertsInOne; i++) {
                var key = alertsInOne == 1
                        ? "%s-%07d".formatted(phase, number)
                        : "%s-%07d-%03d".formatted(phase, number, i);
                if (found.keys().getOrDefault(key, 0) != 1) missing++;
            }
        }
        lost |= missing > 0 || found.withoutIncident() > 0;
        return missing + " lost of " + sent.accepted().length * alertsInOne
                + (found.withoutIncident() == 0 ? "" : ", in no incident: " + found.withoutIncident());
    }

    /**
     * 10 000 incidents are declared, each of which has a page and then a timer for its second step. When the first of
     * these timers is due all of them are pending. A page says when its step began: what is between the begin of two
     * steps beyond the policy's timeout is how late the timer was.
     */
    private void timerLateness() throws Exception {
        say("6: %d callouts with a second step due after %d s", PENDING, PENDING_TIMEOUT_SECONDS);
        holdfast.apply(new Organisation(sink.port()).policy("PT" + PENDING_TIMEOUT_SECONDS + "S"));
        var declared = holdfast.people(16).atRate(DECLARED_PER_SECOND, PENDING, Holdfast::declare);
        var end = System.nanoTime() + Duration.ofSeconds(PENDING_TIMEOUT_SECONDS + 60).toNanos();
        while (secondSteps() < declared.accepted().length && System.nanoTime() < end) Thread.sleep(500);
        var begun = new HashMap<String, Instant>();
        for (var page : sink.pages()) if (page.step() == 1) begun.putIfAbsent(page.incident(), page.begun());
        var seconds = sink.pages().stream()
                .filter(page -> page.step() == 2 && begun.containsKey(page.incident()))
                .toList();
        var late = seconds.stream().mapToLong(page -> beyondTimeout(begun.get(page.incident()), page.begun())).toArray();
        var paged = seconds.stream().mapToLong(page -> beyondTimeout(begun.get(page.incident()), page.arrived())).toArray();
        row("timer lateness with 10 000 pending, p50 / p99",
                "%.0f / %.0f ms (until the page is at the webhook %.0f / %.0f ms; %d of %d seen, declared at %.0f/s)".formatted(
                        Load.quantile(late, 0.5) / 1e6,
                        Load.quantile(late, 0.99) / 1e6,
                        Load.quantile(paged, 0.5) / 1e6,
                        Load.quantile(paged, 0.99) / 1e6,
                        seconds.size(),
                        declared.accepted().length,
                        declared.perSecond()) + declared.refusals(),
                "– / 2 000 ms", "– / 500 ms", "–");
    }

    private long secondSteps() {
        return sink.pages().stream().filter(page -> page.step() == 2).map(Sink.Page::incident).distinct().count();
    }

    private static long beyondTimeout(Instant first, Instant second) {
        return Duration.between(first.plusSeconds(PENDING_TIMEOUT_SECONDS), second).toNanos();
    }

    private static String each(double perSecond) {
        return "%.0f/s, %.2f ms each".formatted(perSecond, 1000 / perSecond);
    }

    private void row(String... cells) {
        table.add(cells);
        say("%s: %s", cells[0], cells[1]);
    }

    private void print(double fsync) {
        var machine = ManagementFactory.getOperatingSystemMXBean();
        System.out.printf("%nSeen %s on %d cores, the load generator beside the server; load average %.1f; one durable block %.2f ms.%n",
                Instant.now().toString().substring(0, 16), machine.getAvailableProcessors(), machine.getSystemLoadAverage(), fsync);
        System.out.printf("pgbench on the same database: one row %.0f/s (1 client), %.0f/s (16);"
                        + " alert + incident + timer in one statement %.0f/s (1), %.0f/s (16).%n%n",
                rates.row1(), rates.row16(), rates.rows1(), rates.rows16());
        System.out.println("| what | seen | must | aim | ceiling in the same run |\n|---|---|---|---|---|");
        for (var cells : table) System.out.println("| " + String.join(" | ", cells) + " |");
        if (lost) System.out.println("\nSomething that was accepted was not found, or not paged: this is a fault, whatever the speed.");
    }

    private static void say(String text, Object... values) {
        System.err.println("bench: " + text.formatted(values));
    }
}
