package dev.holdfast.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** The other side: answers 200 unless told otherwise for a path, and remembers what it was sent. */
final class FakeReceiver implements AutoCloseable {

    private static final int SILENT = -1;
    private static final int CLOSING = -2;

    record Request(String path, Headers headers, String body) {}

    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> behaviours = new ConcurrentHashMap<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final HttpServer server;

    FakeReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    void answers(String path, int status) {
        behaviours.put(path, status);
    }

    void isSilent(String path) {
        behaviours.put(path, SILENT);
    }

    void closes(String path) {
        behaviours.put(path, CLOSING);
    }

    List<Request> at(String path) {
        return requests.stream().filter(request -> request.path().equals(path)).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        requests.add(new Request(path, exchange.getRequestHeaders(), body));
        var status = behaviours.getOrDefault(path, 200);
        if (status == SILENT) {
            waitForTheEnd();
        } else if (status == CLOSING) {
            exchange.sendResponseHeaders(200, 100);
        } else {
            exchange.sendResponseHeaders(status, -1);
        }
        exchange.close();
    }

    private void waitForTheEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the silence of all who are silent, for good. */
    void speaksAgain() {
        end.countDown();
    }

    @Override
    public void close() {
        speaksAgain();
        server.stop(0);
    }
}
