package dev.holdfast;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.holdfast.postgres.CannotStart;
import dev.holdfast.postgres.DatabaseAccess;
import dev.holdfast.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A migrated, empty database of its own, on the one PostgreSQL that all tests of a run share. */
public final class TestDatabase implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** A copy of the migrated template: some ten milliseconds. */
    public static TestDatabase fresh() {
        var name = "test_" + COUNT.incrementAndGet();
        synchronized (Shared.SERVER) {
            admin("create database " + name + " template " + Shared.TEMPLATE + " strategy file_copy owner holdfast");
        }
        return new TestDatabase(name);
    }

    /** A database that no migration has seen. */
    public static TestDatabase unmigrated() {
        var name = "test_" + COUNT.incrementAndGet();
        admin("create database " + name + " owner holdfast");
        return new TestDatabase(name);
    }

    /** The server beneath all of them. */
    public static EmbeddedPostgres server() {
        return Shared.SERVER;
    }

    public DatabaseAccess access() {
        return in(name, Shared.SERVER.access());
    }

    /** A small pool; close it after use. */
    public HikariDataSource dataSource() {
        var config = new HikariConfig();
        config.setJdbcUrl(access().url());
        config.setUsername(access().user());
        config.setPassword(access().password());
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    @Override
    public void close() {
        admin("drop database if exists " + name + " with (force)");
    }

    private static void admin(String statement) {
        JdbcClient.create(plain(Shared.SERVER.superuser())).sql(statement).update();
    }

    private static DatabaseAccess in(String database, DatabaseAccess access) {
        var url = access.url();
        return new DatabaseAccess(
                url.substring(0, url.lastIndexOf('/') + 1) + database, access.user(), access.password());
    }

    private static DataSource plain(DatabaseAccess access) {
        var source = new PGSimpleDataSource();
        source.setURL(access.url());
        source.setUser(access.user());
        source.setPassword(access.password());
        return source;
    }

    /** Started at the first use; ended with the run. */
    private static final class Shared {

        static final EmbeddedPostgres SERVER = start();
        static final String TEMPLATE = template();

        private static EmbeddedPostgres start() {
            var server = startInAFreeFolder();
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            var superuser = JdbcClient.create(plain(server.superuser()));
            for (var setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                superuser.sql("alter system set " + setting + " = off").update();
            }
            superuser.sql("select pg_reload_conf()").query().singleValue();
            superuser
                    .sql("select datname from pg_database where datname like 'test\\_%'")
                    .query(String.class)
                    .list()
                    .forEach(left -> superuser.sql("drop database " + left + " with (force)").update());
            return server;
        }

        /** A second run in the same tree takes the next folder. */
        private static EmbeddedPostgres startInAFreeFolder() {
            CannotStart refused = new CannotStart("no folder");
            for (var number = 1; number <= 4; number++) {
                for (var parent : new Path[] {Path.of("target"), reachableTarget()}) {
                    try {
                        return EmbeddedPostgres.start(parent.resolve("postgres-" + number), line -> {});
                    } catch (CannotStart why) {
                        refused = why;
                    }
                }
            }
            throw refused;
        }

        /** For a tree below root's home, which the database's account cannot reach. */
        private static Path reachableTarget() {
            var tree = Path.of("").toAbsolutePath().toString();
            return Path.of("/var/tmp/holdfast-tests-" + Integer.toHexString(tree.hashCode()));
        }

        /** Named after the migrations' content, so that it is made again when one of them changes. */
        private static String template() {
            var name = "template_" + Long.toHexString(checksumOfMigrations());
            var superuser = JdbcClient.create(plain(SERVER.superuser()));
            var found = superuser
                    .sql("select datistemplate from pg_database where datname = :name")
                    .param("name", name)
                    .query(Boolean.class)
                    .optional();
            if (found.orElse(false)) return name;
            superuser.sql("drop database if exists " + name).update();
            superuser.sql("create database " + name + " owner holdfast").update();
            Flyway.configure()
                    .dataSource(plain(in(name, SERVER.access())))
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            superuser.sql("alter database " + name + " is_template true").update();
            return name;
        }

        private static long checksumOfMigrations() {
            try {
                var checksum = new CRC32();
                for (var file : new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:db/migration/**/*.sql")) {
                    checksum.update(String.valueOf(file.getFilename()).getBytes());
                    checksum.update(file.getContentAsByteArray());
                }
                return checksum.getValue();
            } catch (IOException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        }
    }
}
