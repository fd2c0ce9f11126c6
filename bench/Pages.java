import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures every page of the portal with 5 000 services, 1 000 teams and 100 000 incidents: time to the last byte over one
 * connection, size, and the statements that it costs the database, beside a static file of the same server; and at the end
 * the routing fire drill over all of it. Started by {@code bench/run pages}; its arguments are the server's port and data
 * folder, the administrator's token, and the pages where not all of them are wanted.
 */
final class Pages {

    private static final int INCIDENTS = 100_000;
    private static final int WARM_UP = 4;
    private static final int TIMES = 15;
    private static final int DRILL_AGAIN_MS = 11_000;

    private static final List<String> PAGES = List.of(
            "/", "/services", "/services?q=service-12&model=ybyr", "/services/service-0042", "/teams", "/teams/team-042", "/people", "/people/p042-0",
            "/domains", "/domains/domain-07", "/on-call", "/on-call?domain=domain-07", "/incidents", "/incidents?state=all",
            "/incidents?state=all&service=service-0042", "/incidents/INC-50000", "/incidents/wall", "/operating-models",
            "/operating-models?domain=domain-07", "/operating-models/service-0042", "/operating-models/peaks", "/policy", "/policy/bands", "/reflection", "/pay", "/budget",
            "/catalogue", "/catalogue/truth", "/catalogue/drill", "/catalogue/services/service-0042/edit", "/search?q=service-0042",
            "/search?q=srevice+0042", "/more", "/account", "/api");

    private final int port;
    private final String token;
    private final Database database;

    private Pages(int port, String token, Database database) {
        this.port = port;
        this.token = token;
        this.database = database;
    }

    public static void main(String... arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        var named = List.of(arguments).subList(3, arguments.length);
        new Pages(Integer.parseInt(arguments[0]), arguments[2], new Database(Path.of(arguments[1]))).run(named.isEmpty() ? PAGES : named);
    }

    private void run(List<String> pages) throws Exception {
        new Holdfast(port, token).describe(new Retail());
        System.err.println("bench: writing " + INCIDENTS + " incidents");
        database.fillWithIncidents(INCIDENTS, Retail.SERVICES);
        System.out.printf("%-48s %8s %8s %8s %8s %6s%n", "page", "p50 ms", "p95 ms", "kB", "queries", "");
        var asset = measure("/favicon.svg", 0);
        print("a static file", asset);
        for (var page : pages) print(page, measure(page, statements(page)));
        if (pages == PAGES) drill();
    }

    /** The same run that the night makes. Whoever asks again within ten seconds is answered with the run that there is. */
    private void drill() throws IOException, InterruptedException {
        try (var connection = new Http(port, "Content-Type: application/json\r\nAuthorization: Bearer " + token + "\r\n")) {
            var begun = System.nanoTime();
            var answer = connection.post("/api/v1/drill", "");
            var seconds = (System.nanoTime() - begun) / 1e9;
            Thread.sleep(DRILL_AGAIN_MS);
            database.tellStatements(true);
            var statements = database.during(() -> connection.post("/api/v1/drill", "")).size();
            database.tellStatements(false);
            System.out.printf("the routing fire drill: HTTP %d, %.1f s, %d statements%n", answer.status(), seconds, statements);
        }
    }

    /** The median of three, since the first may fill what is remembered. */
    private int statements(String page) throws IOException, InterruptedException {
        try (var connection = connection()) {
            connection.get(page);
            database.tellStatements(true);
            try {
                var counted = new ArrayList<Integer>();
                for (var again = 0; again < 3; again++) counted.add(database.during(() -> connection.get(page)).size());
                counted.sort(null);
                return counted.get(1);
            } finally {
                database.tellStatements(false);
            }
        }
    }

    private record Seen(int status, double p50, double p95, double kilobytes, int statements) {}

    private Seen measure(String page, int statements) throws IOException {
        try (var connection = connection()) {
            for (var again = 0; again < WARM_UP; again++) connection.get(page);
            var times = new long[TIMES];
            Http.Answer answer = connection.get(page);
            for (var again = 0; again < TIMES; again++) {
                var begun = System.nanoTime();
                answer = connection.get(page);
                times[again] = System.nanoTime() - begun;
            }
            return new Seen(
                    answer.status(), Load.quantile(times, 0.5) / 1e6, Load.quantile(times, 0.95) / 1e6, answer.body().length / 1024.0, statements);
        }
    }

    private static void print(String page, Seen seen) {
        var remark = seen.status() == 200 ? "" : "HTTP " + seen.status();
        System.out.printf("%-48s %8.1f %8.1f %8.0f %8d %6s%n", page, seen.p50(), seen.p95(), seen.kilobytes(), seen.statements(), remark);
    }

    private Http connection() {
        return new Http(port, "Accept: text/html\r\nAuthorization: Bearer " + token + "\r\n");
    }
}
