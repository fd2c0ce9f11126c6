package dev.holdfast.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final Outbound outbound = new Outbound("127.0.0.0/8");
    private final AtomicInteger followed = new AtomicInteger();
    private HttpServer receiver;

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        receiver.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        receiver.createContext("/echo", exchange -> {
            var length = exchange.getRequestHeaders().getFirst("Content-Length");
            var chunked = exchange.getRequestHeaders().getFirst("Transfer-Encoding");
            var said = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            answer(exchange, 200, said + " " + length + " " + chunked);
        });
        receiver.createContext("/elsewhere", exchange -> {
            exchange.getResponseHeaders().set("Location", "/followed");
            answer(exchange, 302, "");
        });
        receiver.createContext("/round", exchange -> {
            exchange.getResponseHeaders().set("Location", "/round");
            answer(exchange, 302, "");
        });
        receiver.createContext("/inside", exchange -> {
            exchange.getResponseHeaders().set("Location", "http://169.254.169.254/latest/meta-data");
            answer(exchange, 302, "");
        });
        receiver.createContext("/followed", exchange -> {
            followed.incrementAndGet();
            answer(exchange, 200, "");
        });
        receiver.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                while (true) body.write(new byte[8192]);
            }
        });
        receiver.start();
    }

    @AfterEach
    void stop() throws IOException {
        receiver.stop(0);
        outbound.close();
    }

    @Test
    void sendsItsLengthAndNoChunks() throws IOException {
        var reply = outbound.post(at("/echo"), Map.of(), "hello".getBytes(UTF_8), SOON);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(new String(reply.body(), UTF_8)).isEqualTo("hello 5 null");
    }

    @Test
    void followsNoRedirect() throws IOException {
        var reply = outbound.post(at("/elsewhere"), Map.of(), new byte[0], SOON);

        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.successful()).isFalse();
        assertThat(followed).hasValue(0);
    }

    @Test
    void readsOnlyTheBeginningOfAnEndlessAnswer() throws IOException {
        var reply = outbound.post(at("/endless"), Map.of(), new byte[0], SOON);

        assertThat(reply.body().length).isLessThan(100_000);
    }

    @Test
    void readsWhatStandsAtAnAddressAndFollowsWhereItLeads() throws IOException {
        assertThat(new String(outbound.get(at("/echo"), 1000, SOON).body(), UTF_8)).isEqualTo(" null null");

        assertThat(outbound.get(at("/elsewhere"), 1000, SOON).status()).isEqualTo(200);

        assertThat(followed).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/endless", "/round"})
    void givesUpOnWhatHasNoEnd(String path) {
        assertThatThrownBy(() -> outbound.get(at(path), 1000, SOON)).isInstanceOf(IOException.class);
    }

    @Test
    void looksAtWhereItIsLedAsAtTheFirstAddress() {
        assertThatThrownBy(() -> outbound.get(at("/inside"), 1000, SOON)).isInstanceOf(OutboundRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:1/x", "http://localhost:1/x", "http://[::1]:1/x", "http://2130706433:1/"})
    void refusesWithoutAllowance(String address) throws IOException {
        try (var guarded = new Outbound("")) {
            assertThatThrownBy(() -> guarded.post(URI.create(address), Map.of(), new byte[0], SOON))
                    .isInstanceOf(OutboundRefused.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://example.com/", "file:///etc/passwd", "mailto:a@b.c", "http:///x", "http://u:p@h/"})
    void refusesOtherForms(String address) {
        assertThatThrownBy(() -> outbound.post(URI.create(address), Map.of(), new byte[0], SOON))
                .isInstanceOf(OutboundRefused.class);
    }

    @Test
    void aSilentReceiverSlowsNobodyElse() throws Exception {
        try (var silent = new ServerSocket(0, 500);
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var address = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/");
            var waiting = IntStream.range(0, 300)
                    .mapToObj(i -> callers.submit(
                            () -> outbound.post(address, Map.of(), new byte[0], Duration.ofSeconds(1))))
                    .toList();

            assertThat(outbound.post(at("/echo"), Map.of(), new byte[0], SOON).status())
                    .isEqualTo(200);

            assertThat(waiting).allSatisfy(call -> assertThatThrownBy(call::get)
                    .hasCauseInstanceOf(IOException.class));
        }
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + receiver.getAddress().getPort() + path);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        exchange.sendResponseHeaders(status, body.isEmpty() ? -1 : body.length());
        if (!body.isEmpty()) exchange.getResponseBody().write(body.getBytes(UTF_8));
        exchange.close();
    }
}
