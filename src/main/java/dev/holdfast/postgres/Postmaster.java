package dev.holdfast.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;

/** One run of the database server: a direct child of the thread that launched it. */
final class Postmaster {

    private static final long LOG_LIMIT = 10_000_000;
    private static final Duration GLANCE = Duration.ofMillis(20);

    private final Process process;
    private final DataFolder data;

    private Postmaster(Process process, DataFolder data) {
        this.process = process;
        this.data = data;
    }

    static Postmaster launch(DataFolder data, Binaries binaries, int port) throws IOException {
        Orphan.clear(data.cluster());
        turnLog(data.log());
        var command = List.of(binaries.program("postgres"), "-D", data.cluster().toString(), "-p", "" + port);
        var builder = new ProcessBuilder(data.account().sessionOf(command))
                .directory(data.cluster().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(data.log().toFile()));
        builder.environment().clear();
        builder.environment().putAll(Command.ENVIRONMENT);
        var process = builder.start();
        process.getOutputStream().close();
        return new Postmaster(process, data);
    }

    long pid() {
        return process.pid();
    }

    /** Whether it accepts connections; false once it has ended instead. */
    boolean becomesReady() throws IOException {
        while (process.isAlive()) {
            if (saysReady()) return true;
            Pause.of(GLANCE);
        }
        return false;
    }

    void awaitEnd() throws InterruptedException {
        process.waitFor();
    }

    void stop() {
        if (process.isAlive()) Orphan.stop(process.pid());
    }

    /** What the server wrote last. */
    String lastWords() throws IOException {
        var text = Files.exists(data.log()) ? Files.readString(data.log()).strip() : "";
        var line = text.substring(text.lastIndexOf('\n') + 1);
        var fatal = text.lastIndexOf("FATAL:");
        if (fatal < 0) return line;
        var end = text.indexOf('\n', fatal);
        return text.substring(fatal, end < 0 ? text.length() : end);
    }

    /** The eighth line of its own file is how the server says so, as its own tools read it. */
    private boolean saysReady() throws IOException {
        try {
            var lines = Files.readAllLines(data.cluster().resolve("postmaster.pid"));
            return lines.size() >= 8
                    && lines.getFirst().strip().equals("" + process.pid())
                    && lines.get(7).strip().equals("ready");
        } catch (NoSuchFileException notYet) {
            return false;
        }
    }

    private static void turnLog(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.move(log, log.resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
