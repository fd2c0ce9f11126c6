package dev.holdfast.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** PostgreSQL's own files: made once, complete or not at all; configured anew at every start. */
final class Cluster {

    static final String SUPERUSER = "postgres";

    /** Durable and lean. An operator's own values go into {@code postgresql.auto.conf} by {@code alter system}. */
    private static final String CONFIGURATION =
            """
            # Written by Holdfast at every start. Change a value by "alter system", not here.
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            password_encryption = 'scram-sha-256'
            max_connections = 60

            fsync = on
            synchronous_commit = on
            full_page_writes = on
            wal_level = replica
            max_wal_senders = 3
            min_wal_size = 96MB
            max_wal_size = 768MB
            checkpoint_timeout = 5min

            shared_buffers = 64MB
            huge_pages = off
            work_mem = 8MB
            maintenance_work_mem = 64MB
            effective_cache_size = 512MB
            random_page_cost = 1.1
            io_method = sync
            jit = off
            max_parallel_workers_per_gather = 1
            autovacuum_max_workers = 2
            autovacuum_naptime = 20s

            idle_in_transaction_session_timeout = 60s
            tcp_keepalives_idle = 30
            tcp_keepalives_interval = 10
            tcp_keepalives_count = 3

            timezone = 'UTC'
            log_timezone = 'UTC'
            lc_messages = 'C'
            log_destination = 'stderr'
            log_min_messages = log
            log_checkpoints = off
            log_line_prefix = '%m [%p] '
            """;

    private Cluster() {}

    static void prepare(DataFolder data, Binaries binaries, Runnable beforeMaking) throws IOException {
        refuseAnotherMajor(data);
        if (!Files.exists(data.cluster().resolve("PG_VERSION"))) {
            beforeMaking.run();
            make(data, binaries);
        }
        Folders.write(
                data.cluster().resolve("postgresql.conf"),
                CONFIGURATION,
                PosixFilePermissions.fromString("rw-r--r--"));
    }

    private static void make(DataFolder data, Binaries binaries) throws IOException {
        var half = data.cluster().resolveSibling(data.cluster().getFileName() + ".new");
        Folders.delete(half);
        var password = data.path().resolve("initial-password");
        Folders.write(password, data.secret("superuser-password"), Folders.PRIVATE_FILE);
        data.account().own(password);
        var done = Command.run(data.path(), data.account().command(List.of(
                binaries.program("initdb"),
                "--pgdata=" + half,
                "--username=" + SUPERUSER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--data-checksums",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8")));
        Files.delete(password);
        if (!done.succeeded()) throw new CannotStart("PostgreSQL's files could not be made: " + done.lastLine());
        Folders.rename(half, data.cluster());
    }

    private static void refuseAnotherMajor(DataFolder data) throws IOException {
        if (Files.exists(data.cluster())) return;
        try (var others = Files.newDirectoryStream(data.path(), "postgres-[0-9][0-9]")) {
            for (Path other : others) {
                throw new CannotStart("The data folder holds " + other.getFileName() + ", but this Holdfast brings"
                        + " PostgreSQL " + Binaries.MAJOR + ": see docs/operating.md on moving to another release.");
            }
        }
    }
}
