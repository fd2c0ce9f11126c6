import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What the database alone can do: pgbench on the very server that Holdfast uses, with the same settings and disk. */
final class Ceiling {

    private static final int SECONDS = 5;
    private static final int FSYNCS = 200;
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+) \\(without");

    private static final String TABLES =
            """
            create schema bench_ceiling;
            create table bench_ceiling.row (id bigint generated always as identity primary key, said text not null, at timestamptz not null default now());
            create table bench_ceiling.alert (like alerts.alert including all);
            create table bench_ceiling.incident (like incidents.incident including all);
            create table bench_ceiling.timer (like timers.scheduled_tasks including all);
            """;

    private static final String ONE_ROW = "insert into bench_ceiling.row (said) values ('Checkout answers with errors');";

    private static final String ALERT_INCIDENT_TIMER =
            """
            with opened as (
              insert into bench_ceiling.incident (id, summary, state, service, severity, type, type_by, loss_size, started_at, opened_at)
              values (gen_random_uuid(), 'Checkout answers with errors', 'triggered', 'service-' || (random() * 499)::int,
                      'critical', 'minor', 'expected-loss', 'medium', now(), now())
              returning id, service),
            said as (
              insert into bench_ceiling.alert (id, integration, dedup_key, service, state, severity, summary, payload, started_at, first_at, last_at, dry_run, why, incident)
              select gen_random_uuid(), service || '-alerts', id::text, service, 'triggered', 'critical', 'Checkout answers with errors',
                     repeat('x', 300), now(), now(), now(), false, 'its integration is its own', id
                from opened)
            insert into bench_ceiling.timer (task_name, task_instance, execution_time, picked, version)
            select 'paging-step', id || '#1', now(), false, 1 from opened;
            """;

    private static final String HUNDRED_ALERTS =
            """
            insert into bench_ceiling.alert (id, integration, dedup_key, service, state, severity, summary, payload, started_at, first_at, last_at, dry_run, why, incident)
            select gen_random_uuid(), 'service-alerts', gen_random_uuid()::text, 'service', 'triggered', 'critical', 'Checkout answers with errors',
                   repeat('x', 300), now(), now(), now(), false, 'its integration is its own', gen_random_uuid()
              from generate_series(1, 100);
            """;

    private final Path data;

    Ceiling(Path data) {
        this.data = data;
    }

    /** Statements a second; NaN where there is no pgbench. */
    record Rates(double row1, double row16, double rows1, double rows16, double hundred16) {

        static final Rates UNKNOWN = new Rates(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    Rates measure() throws IOException, InterruptedException {
        if (!isThere()) return Rates.UNKNOWN;
        pgbench(TABLES, "--transactions=1", "--client=1");
        try {
            return new Rates(
                    rate(ONE_ROW, 1),
                    rate(ONE_ROW, 16),
                    rate(ALERT_INCIDENT_TIMER, 1),
                    rate(ALERT_INCIDENT_TIMER, 16),
                    rate(HUNDRED_ALERTS, 16));
        } finally {
            pgbench("drop schema bench_ceiling cascade;\ncheckpoint;", "--transactions=1", "--client=1");
        }
    }

    /** The median time of a durable write of one block beside the database's files, in milliseconds. */
    double fsyncMillis() throws IOException {
        var file = data.resolve("bench-fsync");
        var times = new long[FSYNCS];
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(8192 * FSYNCS), 0);
            channel.force(true);
            for (var i = 0; i < FSYNCS; i++) {
                var begun = System.nanoTime();
                channel.write(ByteBuffer.allocate(8192), 8192L * i);
                channel.force(false);
                times[i] = System.nanoTime() - begun;
            }
        } finally {
            Files.deleteIfExists(file);
        }
        return Load.quantile(times, 0.5) / 1e6;
    }

    private double rate(String statement, int clients) throws IOException, InterruptedException {
        var told = pgbench(statement, "--time=" + SECONDS, "--client=" + clients, "--jobs=" + Math.min(clients, 2));
        var tps = TPS.matcher(told);
        if (!tps.find()) throw new IOException("pgbench said: " + told);
        return Double.parseDouble(tps.group(1));
    }

    private boolean isThere() {
        try {
            return new ProcessBuilder("pgbench", "--version").start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String pgbench(String script, String... options) throws IOException, InterruptedException {
        var file = Files.createTempFile("bench", ".sql");
        var command = new ArrayList<>(List.of(
                "pgbench", "--no-vacuum", "--protocol=prepared", "--file=" + file,
                "--host=127.0.0.1", "--port=" + Files.readString(data.resolve("port")).strip(), "--username=postgres"));
        command.addAll(List.of(options));
        command.add("holdfast");
        try {
            Files.writeString(file, script);
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("PGPASSWORD", Files.readString(data.resolve("superuser-password")).strip());
            var process = builder.start();
            var told = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) throw new IOException("pgbench failed: " + told);
            return told;
        } finally {
            Files.delete(file);
        }
    }
}
