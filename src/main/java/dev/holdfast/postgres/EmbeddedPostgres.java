package dev.holdfast.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

import org.postgresql.ds.PGSimpleDataSource;

/** The database that Holdfast brings along: started before the application, supervised, stopped after it. */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final String NAME = "holdfast";

    private final DataFolder data;
    private final Supervisor supervisor;
    private final DatabaseAccess superuser;
    private final DatabaseAccess access;

    private EmbeddedPostgres(DataFolder data, Supervisor supervisor, int port) throws IOException {
        this.data = data;
        this.supervisor = supervisor;
        this.superuser =
                new DatabaseAccess(url(port, "postgres"), Cluster.SUPERUSER, data.secret("superuser-password"));
        this.access = new DatabaseAccess(url(port, NAME), NAME, data.secret("password"));
    }

    /** Starts it on that folder, telling what takes time. Throws {@link CannotStart}. */
    public static EmbeddedPostgres start(Path folder, Consumer<String> progress) {
        var data = DataFolder.hold(folder);
        try {
            return start(data, progress);
        } catch (IOException refused) {
            release(data);
            throw new CannotStart("The embedded database cannot start in " + data.path() + ": " + refused, refused);
        } catch (RuntimeException refused) {
            release(data);
            throw refused;
        }
    }

    /** How to reach the database that a running Holdfast keeps in that folder, if one runs there. */
    public static Optional<DatabaseAccess> running(Path folder) {
        try {
            var password = folder.resolve("password");
            if (!Files.exists(password)) return Optional.empty();
            var access = new DatabaseAccess(
                    url(DataFolder.rememberedPort(folder), NAME), NAME, Files.readString(password).strip());
            dataSource(access).getConnection().close();
            return Optional.of(access);
        } catch (IOException | SQLException notRunning) {
            return Optional.empty();
        }
    }

    /** The application's account and database. */
    public DatabaseAccess access() {
        return access;
    }

    /** The superuser, for what the application's account may not do. */
    public DatabaseAccess superuser() {
        return superuser;
    }

    /** The process id of the server that runs now. */
    public long pid() {
        return supervisor.pid();
    }

    /** Stops the server, finishing what is committed. */
    @Override
    public void close() {
        supervisor.stop();
        release(data);
    }

    private static EmbeddedPostgres start(DataFolder data, Consumer<String> progress) throws IOException {
        var binaries = Binaries.in(data.path(), () -> progress.accept("unpacking PostgreSQL…"));
        Cluster.prepare(data, binaries, () -> progress.accept("making the database…"));
        progress.accept("starting PostgreSQL…");
        var supervisor = new Supervisor(data, binaries, progress);
        try {
            var postgres = new EmbeddedPostgres(data, supervisor, supervisor.start().join());
            postgres.makeDatabase();
            return postgres;
        } catch (CompletionException failed) {
            supervisor.stop();
            throw failed.getCause() instanceof CannotStart why ? why : failed;
        } catch (SQLException refused) {
            supervisor.stop();
            throw new CannotStart("PostgreSQL refuses Holdfast: " + refused.getMessage(), refused);
        }
    }

    /** The application's account is no superuser: it owns its database and nothing else. */
    private void makeDatabase() throws SQLException {
        try (var connection = dataSource(superuser).getConnection();
                var statement = connection.createStatement()) {
            try (var role = statement.executeQuery("select from pg_roles where rolname = '" + NAME + "'")) {
                if (!role.next()) statement.execute("create role " + NAME + " login");
            }
            statement.execute("alter role " + NAME + " password '" + access.password() + "'");
            try (var database = statement.executeQuery("select from pg_database where datname = '" + NAME + "'")) {
                if (!database.next()) statement.execute("create database " + NAME + " owner " + NAME);
            }
        }
    }

    static PGSimpleDataSource dataSource(DatabaseAccess access) {
        var source = new PGSimpleDataSource();
        source.setURL(access.url());
        source.setUser(access.user());
        source.setPassword(access.password());
        source.setConnectTimeout(5);
        return source;
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static void release(DataFolder data) {
        try {
            data.close();
        } catch (IOException alreadyGone) {
            throw new CannotStart("The lock of " + data.path() + " cannot be released", alreadyGone);
        }
    }
}
