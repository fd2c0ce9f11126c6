import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Everybody's phone: takes webhooks, answers 200 at once, remembers when each page arrived. */
final class Sink implements AutoCloseable {

    private static final byte[] OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /** A page as it arrived; {@code begun} is when its step began by the server's own clock. */
    record Page(String incident, String service, int step, Instant begun, Instant arrived) {}

    private final ServerSocket server;
    private final Queue<Page> pages = new ConcurrentLinkedQueue<>();
    private final Map<String, Long> firstPages = new ConcurrentHashMap<>();
    private final AtomicLong calls = new AtomicLong();
    private volatile long lastCall = System.nanoTime();

    Sink() throws IOException {
        server = new ServerSocket(0, 1024, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Forgets what arrived before. */
    void clear() {
        pages.clear();
        firstPages.clear();
    }

    Queue<Page> pages() {
        return pages;
    }

    long calls() {
        return calls.get();
    }

    /** When the first page for each service arrived, by {@link System#nanoTime}. */
    Map<String, Long> firstPages() {
        return firstPages;
    }

    boolean awaitServices(int wanted, Duration atMost) throws InterruptedException {
        var end = System.nanoTime() + atMost.toNanos();
        while (firstPages.size() < wanted && System.nanoTime() < end) Thread.sleep(5);
        return firstPages.size() >= wanted;
    }

    /** Until nothing has arrived for a while. */
    void awaitQuiet(Duration quiet, Duration atMost) throws InterruptedException {
        var begin = System.nanoTime();
        while (System.nanoTime() - Math.max(lastCall, begin) < quiet.toNanos()
                && System.nanoTime() - begin < atMost.toNanos()) {
            Thread.sleep(20);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
            while (true) {
                var length = 0;
                for (var line = Http.line(in); !line.isEmpty(); line = Http.line(in)) {
                    if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                        length = Integer.parseInt(line.substring(15).strip());
                    }
                }
                var body = in.readNBytes(length);
                var arrived = System.nanoTime();
                var clock = Instant.now();
                socket.getOutputStream().write(OK);
                remember(new String(body, StandardCharsets.UTF_8), arrived, clock);
            }
        } catch (IOException closed) {
            // the caller has hung up
        }
    }

    private void remember(String body, long arrived, Instant clock) {
        calls.incrementAndGet();
        lastCall = arrived;
        var call = Json.object(body);
        if (!"page".equals(call.get("type"))) return;
        var incident = Json.asObject(call.get("incident"));
        var service = (String) incident.get("service");
        firstPages.putIfAbsent(service, arrived);
        pages.add(new Page(
                (String) incident.get("id"),
                service,
                ((Double) call.get("step")).intValue(),
                Instant.parse((String) call.get("occurredAt")),
                clock));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
