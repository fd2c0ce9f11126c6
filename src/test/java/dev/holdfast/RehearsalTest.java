package dev.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The run from which the JVM learns: it ends by itself, without an error, and needs nothing but its folder. */
class RehearsalTest {

    @Test
    void startsLooksAtItsPagesAndStops() throws IOException, InterruptedException {
        try (var folder = TestFolder.make()) {
            var said = Files.createTempFile(Files.createDirectories(Path.of("target")), "rehearsal-", ".log");
            var rehearsal = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:TieredStopAtLevel=1", "-cp",
                            System.getProperty("java.class.path"), "dev.holdfast.Holdfast", "rehearse", folder.path().toString())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile());
            rehearsal.environment().keySet().removeIf(name -> name.startsWith("HOLDFAST_"));
            var process = rehearsal.start();

            assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(said)).isZero();
            assertThat(said).content().contains("The demo is ready", "stopped").doesNotContain("Exception");
        }
    }
}
