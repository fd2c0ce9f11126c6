package dev.holdfast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The server in a process of its own, on its own database. */
class ServerTest {

    private static TestFolder folder;

    @BeforeAll
    static void makeFolder() throws IOException {
        folder = TestFolder.make();
    }

    @AfterAll
    static void deleteFolder() throws IOException {
        folder.close();
    }

    private static Path data() {
        return folder.path().resolve("data");
    }

    @Test
    void saysWhatItIsDoingUntilItIsReadyAndStopsCleanly() throws Exception {
        try (var server = RunningServer.launch(data(), Map.of())) {
            await().atMost(Duration.ofSeconds(60)).until(server::readiness, status -> status == 503);
            server.awaitReady();

            assertThat(server.said()).contains("starting PostgreSQL…", "starting the application…", "ready at http");
            assertThat(server.stop()).isLessThan(Duration.ofSeconds(20));
            assertThat(server.said()).contains("stopped").doesNotContain("Exception");
        }
    }

    @Test
    void tellsTheTruthWhenItsDatabaseIsKilledAndRecoversByItself() throws Exception {
        try (var server = RunningServer.launch(data(), Map.of())) {
            server.awaitReady();
            var postmaster = data().resolve("postgres-18/postmaster.pid");
            var killed = Long.parseLong(Files.readAllLines(postmaster).getFirst());

            ProcessHandle.of(killed).orElseThrow().destroyForcibly();

            await().atMost(Duration.ofSeconds(20)).until(() -> server.said().contains("PostgreSQL is back."));
            await().atMost(Duration.ofSeconds(5)).until(server::readiness, status -> status == 200);
        }
    }

    @Test
    void isNotReadyWhileItsDatabaseHangs() throws Exception {
        try (var server = RunningServer.launch(data(), Map.of())) {
            server.awaitReady();
            var processes = databaseProcesses();

            signal("STOP", processes);
            try {
                await().atMost(Duration.ofSeconds(5)).until(server::readiness, status -> status == 503);
            } finally {
                signal("CONT", processes);
            }

            await().atMost(Duration.ofSeconds(10)).until(server::readiness, status -> status == 200);
        }
    }

    @Test
    void startsAgainAfterItWasKilledAndRefusesASecondOnTheSameFolder() throws Exception {
        try (var server = RunningServer.launch(data(), Map.of())) {
            server.awaitReady().kill();
        }

        try (var again = RunningServer.launch(data(), Map.of()).awaitReady();
                var second = RunningServer.launch(data(), Map.of())) {
            assertThat(second.awaitEnd()).isOne();
            assertThat(second.said().strip()).contains("is in use by another Holdfast").doesNotContain("\n");
            assertThat(again.readiness()).isEqualTo(200);
        }
    }

    @Test
    void runsOnADatabaseThatSomebodyElseRuns() throws Exception {
        try (var database = TestDatabase.unmigrated()) {
            var external = Map.of(
                    "HOLDFAST_DATABASE_URL", database.access().url(),
                    "HOLDFAST_DATABASE_USER", database.access().user(),
                    "HOLDFAST_DATABASE_PASSWORD", database.access().password());
            var unused = folder.path().resolve("unused");

            try (var server = RunningServer.launch(unused, external)) {
                server.awaitReady();

                assertThat(unused.resolve("postgres-18")).doesNotExist();
            }
        }
    }

    @Test
    void aWrongSettingStopsTheStartWithOneLine() throws Exception {
        try (var server = RunningServer.launch(data(), Map.of("HOLDFAST_BASE_URL", "nonsense"))) {
            assertThat(server.awaitEnd()).isOne();
            assertThat(server.said().strip())
                    .startsWith("holdfast: HOLDFAST_BASE_URL is \"nonsense\"")
                    .doesNotContain("\n");
        }
    }

    private static List<ProcessHandle> databaseProcesses() throws IOException {
        var pid = Long.parseLong(Files.readAllLines(data().resolve("postgres-18/postmaster.pid")).getFirst());
        var postmaster = ProcessHandle.of(pid).orElseThrow();
        return Stream.concat(Stream.of(postmaster), postmaster.children()).toList();
    }

    private static void signal(String name, List<ProcessHandle> processes) throws Exception {
        for (var process : processes) {
            new ProcessBuilder("/bin/sh", "-c", "kill -" + name + " " + process.pid()).start().waitFor();
        }
    }
}
