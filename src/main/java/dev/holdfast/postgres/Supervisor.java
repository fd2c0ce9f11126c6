package dev.holdfast.postgres;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Keeps the server running from one long-lived thread: the operating system ends the server when the thread that
 * forked it is gone, which must mean the whole of Holdfast.
 */
final class Supervisor {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SOON = Duration.ofMillis(200);
    private static final Duration LATER = Duration.ofSeconds(2);

    private final DataFolder data;
    private final Binaries binaries;
    private final Consumer<String> progress;
    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private final Thread thread = new Thread(this::supervise, "postgres-supervisor");

    private volatile boolean stopping;
    private volatile @Nullable Postmaster postmaster;

    Supervisor(DataFolder data, Binaries binaries, Consumer<String> progress) {
        this.data = data;
        this.binaries = binaries;
        this.progress = progress;
        thread.setDaemon(true);
    }

    /** The port, once the server accepts connections. */
    CompletableFuture<Integer> start() {
        thread.start();
        return port;
    }

    long pid() {
        var running = postmaster;
        return running == null ? 0 : running.pid();
    }

    void stop() {
        stopping = true;
        var running = postmaster;
        if (running != null) running.stop();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void supervise() {
        var downSince = System.nanoTime();
        while (!stopping) {
            var why = runOnce();
            if (stopping) return;
            if (why == null) {
                downSince = System.nanoTime();
                progress.accept("PostgreSQL ended; starting it again…");
                continue;
            }
            var patient = System.nanoTime() - downSince < PATIENCE.toNanos();
            if (!patient && !port.isDone()) {
                port.completeExceptionally(new CannotStart("PostgreSQL does not start: " + why));
                return;
            }
            Pause.of(patient ? SOON : LATER);
        }
    }

    /** Runs the server to its end. Answers nothing when it had been ready, else why it was not. */
    private @Nullable String runOnce() {
        try {
            var chosen = port.isDone() ? port.join() : data.port();
            var launched = Postmaster.launch(data, binaries, chosen);
            postmaster = launched;
            if (stopping) launched.stop();
            if (!launched.becomesReady()) return launched.lastWords();
            if (!port.complete(chosen)) progress.accept("PostgreSQL is back.");
            launched.awaitEnd();
            return null;
        } catch (IOException refused) {
            return String.valueOf(refused.getMessage());
        } catch (InterruptedException interrupted) {
            stopping = true;
            return "interrupted";
        }
    }
}
