package dev.holdfast.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What an earlier Holdfast left of its PostgreSQL: a server still running, a zombie, or only the file naming it. */
final class Orphan {

    private static final Duration POLITE = Duration.ofSeconds(10);
    private static final Duration FIRM = Duration.ofSeconds(3);

    private Orphan() {}

    /** Stops the server that runs on our cluster and removes its file; we hold the folder's lock, so it is nobody's. */
    static void clear(Path cluster) throws IOException {
        var file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) return;
        var pid = pidIn(file);
        if (pid > 0 && serves(pid, cluster)) stop(pid);
        Files.deleteIfExists(file);
    }

    /** Fast first (finishes what is committed), then at once, then by force. */
    static void stop(long pid) {
        signal(pid, "INT");
        if (isGone(pid, POLITE)) return;
        signal(pid, "QUIT");
        if (isGone(pid, FIRM)) return;
        signal(pid, "KILL");
        isGone(pid, FIRM);
    }

    static void signal(long pid, String name) {
        Command.run(Path.of("/"), List.of("/bin/sh", "-c", "kill -" + name + " " + pid));
    }

    static boolean isRunning(long pid) {
        if (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty()) return false;
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            var state = stat.charAt(stat.lastIndexOf(')') + 2);
            return state != 'Z' && state != 'X';
        } catch (IOException noProcfs) {
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
        }
    }

    private static boolean serves(long pid, Path cluster) {
        if (!isRunning(pid)) return false;
        var procfs = Path.of("/proc/" + pid + "/cwd");
        try {
            if (Files.exists(Path.of("/proc/self"))) return Files.readSymbolicLink(procfs).equals(cluster);
        } catch (IOException another) {
            return false;
        }
        var command = ProcessHandle.of(pid).flatMap(process -> process.info().command());
        return command.filter(name -> name.endsWith("postgres")).isPresent();
    }

    private static boolean isGone(long pid, Duration patience) {
        var end = System.nanoTime() + patience.toNanos();
        while (isRunning(pid)) {
            if (System.nanoTime() > end) return false;
            Pause.of(Duration.ofMillis(20));
        }
        return true;
    }

    private static long pidIn(Path file) throws IOException {
        var lines = Files.readAllLines(file);
        return lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,10}")
                ? 0
                : Long.parseLong(lines.getFirst().strip());
    }
}
