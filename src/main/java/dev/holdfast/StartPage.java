package dev.holdfast;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.holdfast.postgres.CannotStart;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.springframework.context.SmartLifecycle;

/** Answers on the port until the application can: alive, not ready, and what it is doing. */
final class StartPage implements SmartLifecycle {

    private static final int BEFORE_THE_WEB_SERVER = SmartLifecycle.DEFAULT_PHASE - 100_000;

    private final HttpServer http;
    private volatile String doing = "starting…";
    private volatile boolean running = true;

    private StartPage(HttpServer http) {
        this.http = http;
    }

    static StartPage on(int port) {
        try {
            var page = new StartPage(HttpServer.create(new InetSocketAddress(port), 0));
            page.http.createContext("/", page::answer);
            page.http.start();
            return page;
        } catch (IOException taken) {
            throw new CannotStart("Port " + port + " cannot be used (" + taken.getMessage()
                    + "): stop what uses it, or name another by HOLDFAST_PORT.", taken);
        }
    }

    void say(String what) {
        doing = what;
    }

    /** Hands the port over. */
    @Override
    public void start() {
        stop();
    }

    @Override
    public void stop() {
        if (!running) return;
        running = false;
        http.stop(0);
    }

    /** For Spring it has yet to be started, which hands the port over. */
    @Override
    public boolean isRunning() {
        return false;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_WEB_SERVER;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var alive = exchange.getRequestURI().getPath().equals("/actuator/health/liveness");
        var body = (alive ? "{\"status\":\"UP\"}" : "Holdfast is not ready yet: " + doing + "\n")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", alive ? "application/json" : "text/plain; charset=utf-8");
        exchange.getResponseHeaders().set("Connection", "close");
        if (!alive) exchange.getResponseHeaders().set("Retry-After", "1");
        exchange.sendResponseHeaders(alive ? 200 : 503, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
