import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The server's own database, looked at from beside: filled with a past, and made to say which statements a page costs. */
final class Database {

    /** What runs by itself all the time is no page's. */
    private static final Pattern OTHERS = Pattern.compile("scheduled_tasks|LISTEN|pg_notify|SET application_name|^(BEGIN|COMMIT|ROLLBACK)", Pattern.CASE_INSENSITIVE);

    private static final Pattern STATEMENT = Pattern.compile("LOG:  (?:execute [^:]+|statement): (.*)");

    private final Path data;

    Database(Path data) {
        this.data = data;
    }

    /** So many incidents that were over, one after the other through two years, in no time: rows, no door would be as quick. */
    void fillWithIncidents(int incidents, int services) throws IOException, InterruptedException {
        run("""
                insert into incidents.incident (id, summary, state, service, severity, type, type_by, loss_size, started_at, opened_at,
                       acknowledged_at, acknowledged_by, resolved_at, resolved_by, imported, loss, at_tolerable, protected, overrun)
                select gen_random_uuid(), 'Something of ' || n || ' was wrong', 'resolved', 'service-' || lpad((n * 7919 %% %2$d)::text, 4, '0'),
                       (array['critical', 'error', 'warning'])[1 + n %% 3], case when n %% 11 = 0 then 'major' else 'minor' end, 'expected-loss',
                       (array['high', 'medium', 'low'])[1 + n %% 3], begun, begun, begun + interval '2 minutes', 'p000-0',
                       begun + make_interval(mins => 5 + n %% 90), 'p000-0', true, 100 * (n %% 900), 90000, greatest(0, 90000 - 100 * (n %% 900)), 0
                  from (select n, now() - interval '2 years' + n * (interval '2 years' / %1$d) - interval '2 hours' as begun
                          from generate_series(1, %1$d) n) past""".formatted(incidents, services));
        run("""
                insert into incidents.impact (incident, service, at, impact, by, entered_at)
                select id, service, started_at, 0.5, 'p000-0', started_at from incidents.incident where imported""");
        run("vacuum analyze");
    }

    /**
     * So many deployments through the 365 days that ended three hours ago, each of a version built a day before; a fiftieth was rolled back.
     * They lie in the order in which they arrived. Then they wait to be rolled up.
     */
    void fillWithDeployments(int deployments, int services) throws IOException, InterruptedException {
        run("""
                insert into deployments.build (service, version, built_at, commits, pre_production_passed, facts, received_at)
                select service, '1.' || n, begun - interval '1 day',
                       jsonb_build_array(jsonb_build_object('sha', md5(n::text), 'author', 'p000-1', 'at', begun - interval '25 hours', 'message', 'Change ' || n)),
                       true, '{}', begun
                  from (select n, 'service-' || lpad((n::bigint * 7919 %% %2$d)::text, 4, '0') as service,
                               now() - interval '365 days 3 hours' + n * (interval '365 days' / %1$d) as begun
                          from generate_series(1, %1$d) n) past""".formatted(deployments, services));
        run("""
                insert into deployments.deployment (service, id, version, environment, status, kind, started_at, finished_at, deployer, received_at)
                select service, 'past-' || version, version, 'production', case when hashtext(version) % 50 = 0 then 'rolled-back' else 'succeeded' end,
                       'planned', received_at, received_at + interval '4 minutes', 'p000-1', received_at
                  from deployments.build where version like '1.%'
                 order by received_at""");
        run("insert into throughput.mark (service) select distinct service from deployments.deployment");
        run("vacuum analyze");
    }

    /** Those of the last 60 days but for a fiftieth went by changes of their own, nine of ten by a template, and the gate had let them through. */
    void fillWithChanges() throws IOException, InterruptedException {
        run("""
                insert into changes.change (id, kind, state, outcome, service, version, environment, summary, template, template_revision, raised_by, raised_at,
                       decided_by, decided_at, valid_from, valid_until, commits, unmet, deployment, closed_at)
                select uuidv7(begun - now()), case when by_hand then 'normal' else 'standard' end, 'closed',
                       case when status = 'succeeded' then 'successful' else 'backed-out' end, service, version, environment, 'Release ' || version,
                       case when not by_hand then service || '-release' end, case when not by_hand then 1 end, 'token:ci', begun,
                       'bench-cas', begun, begun, begun + interval '7 days', commits, '{}', id, at
                  from (select deployment.*, build.commits, started_at - interval '1 hour' as begun, number % 10 = 0 as by_hand
                          from deployments.deployment
                          join deployments.build using (service, version)
                         where started_at > now() - interval '60 days' and number % 50 <> 1
                         order by started_at) as told""");
        run("""
                insert into changes.release (service, deployment, change)
                select service, deployment, id from changes.change where deployment is not null order by number""");
        run("""
                insert into changes.decision (id, question, decided_at, service, version, environment, deployer, allowed, record_only, code, message, change, attestation)
                select gen_random_uuid(), service || '|' || version || '|production', raised_at + interval '58 minutes', service, version, environment, 'p000-1',
                       true, false, 'PRE_APPROVED', 'Its template covers it.', id, repeat('a', 900)
                  from changes.change where deployment is not null order by number""");
        run("vacuum analyze");
    }

    /** Writes out what filling it left in memory, so that nobody waits for that later. */
    void settle() throws IOException, InterruptedException {
        run("checkpoint");
    }

    /** How many services still wait to be rolled up. */
    int waitingForRollUp() throws IOException, InterruptedException {
        return Integer.parseInt(said("select count(*) from throughput.mark").strip());
    }

    int deploymentsOf(String prefix) throws IOException, InterruptedException {
        return Integer.parseInt(said("select count(*) from deployments.deployment where starts_with(id, '" + prefix + "')").strip());
    }

    void tellStatements(boolean told) throws IOException, InterruptedException {
        run("alter system set log_statement = '" + (told ? "all" : "none") + "'");
        run("select pg_reload_conf()");
        Thread.sleep(500);
    }

    /** The statements that the database was asked while the request went on. */
    List<String> during(Request request) throws IOException, InterruptedException {
        var log = data.resolve("postgres.log");
        var from = Files.size(log);
        request.send();
        Thread.sleep(150);
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(from);
            var bytes = new byte[(int) (file.length() - from)];
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8).lines()
                    .map(STATEMENT::matcher)
                    .filter(line -> line.find())
                    .map(line -> line.group(1))
                    .filter(statement -> !OTHERS.matcher(statement).find())
                    .toList();
        }
    }

    interface Request {
        void send() throws IOException;
    }

    private void run(String statement) throws IOException, InterruptedException {
        said(statement);
    }

    private String said(String statement) throws IOException, InterruptedException {
        var psql = new ProcessBuilder(
                        "psql", "--quiet", "--no-psqlrc", "--tuples-only", "--no-align", "--set=ON_ERROR_STOP=1", "--host=127.0.0.1",
                        "--port=" + Files.readString(data.resolve("port")).strip(), "--username=postgres", "--dbname=holdfast",
                        "--command=" + statement)
                .redirectErrorStream(true);
        psql.environment().put("PGPASSWORD", Files.readString(data.resolve("superuser-password")).strip());
        var process = psql.start();
        var said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) throw new IOException("psql said: " + said);
        return said;
    }
}
