package dev.holdfast.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A short command of the operating system, run to its end. */
record Command(int status, String said) {

    /** Nothing of our own environment goes along: it holds secrets. */
    static final Map<String, String> ENVIRONMENT =
            Map.of("PATH", "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", "LC_ALL", "C", "TZ", "UTC");

    static Command run(Path folder, List<String> command) {
        try {
            var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().clear();
            builder.environment().putAll(ENVIRONMENT);
            var process = builder.start();
            process.getOutputStream().close();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Command(process.waitFor(), said.strip());
        } catch (IOException missing) {
            return new Command(127, String.valueOf(missing.getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while running " + command.getFirst(), interrupted);
        }
    }

    /** What the command said, or nothing when it failed. */
    static @Nullable String output(List<String> command) {
        var done = run(Path.of("/"), command);
        return done.succeeded() ? done.said() : null;
    }

    boolean succeeded() {
        return status == 0;
    }

    String lastLine() {
        return said.substring(said.lastIndexOf('\n') + 1);
    }
}
