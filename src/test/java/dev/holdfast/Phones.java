package dev.holdfast;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where people's webhooks end: one server, a path a person, every call kept. */
public final class Phones implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    public record Call(String person, String delivery, String signature, String raw, JsonNode body) {

        public String type() {
            return body.path("type").asString("");
        }

        public String incident() {
            return body.path("incident").path("number").asString("");
        }
    }

    public Phones() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            var raw = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            calls.add(new Call(
                    exchange.getRequestURI().getPath().substring(1),
                    exchange.getRequestHeaders().getFirst("Holdfast-Delivery"),
                    exchange.getRequestHeaders().getFirst("Holdfast-Signature"),
                    raw,
                    JSON.readTree(raw)));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    public String of(String person) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + person;
    }

    public List<Call> calls() {
        return calls;
    }

    public List<Call> to(String person) {
        return calls.stream().filter(call -> call.person().equals(person)).toList();
    }

    /** Waits for a call that is so; fails after some seconds with what there was. */
    public Call await(Predicate<Call> wanted) {
        var end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (System.nanoTime() < end) {
            var found = calls.stream().filter(wanted).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        throw new AssertionError("No such call among " + calls);
    }

    public Call awaitPage(String person) {
        return await(call -> call.person().equals(person) && call.type().equals("page"));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
