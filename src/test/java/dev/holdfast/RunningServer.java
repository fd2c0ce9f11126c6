package dev.holdfast;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A Holdfast in a process of its own, as an operator runs it: to be stopped, killed and started again. */
public final class RunningServer implements AutoCloseable {

    private final Process process;
    private final Path output;
    private final int port;

    private RunningServer(Process process, Path output, int port) {
        this.process = process;
        this.output = output;
        this.port = port;
    }

    /** Starts it on a free port with that data folder and those further settings, without waiting. */
    public static RunningServer launch(Path data, Map<String, String> settings) throws IOException {
        return launch(data, settings, List.of());
    }

    /** The same on a database that outlives it, with a key and an administrator's token of the tests. */
    public static RunningServer launch(Path data, TestDatabase database, String token) throws IOException {
        return launch(data, Map.of(
                "HOLDFAST_DATABASE_URL", database.access().url(),
                "HOLDFAST_DATABASE_USER", database.access().user(),
                "HOLDFAST_DATABASE_PASSWORD", database.access().password(),
                "HOLDFAST_KEY", Base64.getEncoder().encodeToString(new byte[32]),
                "HOLDFAST_ADMIN_TOKEN", token,
                "HOLDFAST_OUTBOUND_ALLOW", "127.0.0.0/8"));
    }

    /** The same behind a command such as one that changes the account. */
    public static RunningServer launch(Path data, Map<String, String> settings, List<String> before)
            throws IOException {
        var port = freePort();
        var output = Files.createTempFile(Files.createDirectories(Path.of("target")), "server-", ".log");
        var command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.holdfast.Holdfast"));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("HOLDFAST_"));
        builder.environment().put("HOLDFAST_PORT", "" + port);
        builder.environment().put("HOLDFAST_DATA", data.toAbsolutePath().toString());
        builder.environment().putAll(settings);
        return new RunningServer(builder.start(), output, port);
    }

    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public int port() {
        return port;
    }

    /** The status of the readiness probe; 0 when nobody answers. */
    public int readiness() {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(at("/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException nobody) {
            return 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    public RunningServer awaitReady() {
        var end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (readiness() != 200) {
            if (!process.isAlive()) throw new IllegalStateException("It ended: " + said());
            if (System.nanoTime() > end) throw new IllegalStateException("It does not get ready: " + said());
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return this;
    }

    /** SIGTERM; answers how long it took to end. */
    public Duration stop() throws InterruptedException {
        var from = System.nanoTime();
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) throw new IllegalStateException("It does not stop: " + said());
        return Duration.ofNanos(System.nanoTime() - from);
    }

    /** SIGKILL. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Its exit code, once it has ended by itself. */
    public int awaitEnd() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) throw new IllegalStateException("It does not end: " + said());
        return process.exitValue();
    }

    /** What it has written so far. */
    public String said() {
        try {
            return Files.readString(output);
        } catch (IOException gone) {
            return "";
        }
    }

    @Override
    public void close() throws InterruptedException {
        if (process.isAlive()) stop();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
