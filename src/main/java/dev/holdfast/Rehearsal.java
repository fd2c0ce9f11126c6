package dev.holdfast;

import dev.holdfast.postgres.CannotStart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A start, a look at the pages and a stop in a folder that is thrown away afterwards, with the demo in it: what the JVM
 * loads and links meanwhile it writes into a cache, and later starts begin with that ({@code ./holdfast}).
 */
final class Rehearsal {

    private static final List<String> PAGES = List.of(
            "/sign-in", "/", "/services", "/services/bedroom", "/teams/bedroom-team", "/on-call", "/incidents", "/incidents/INC-1", "/operating-models",
            "/policy", "/catalogue", "/search?q=bed", "/api/v1/services/bedroom", "/api/v1/incidents", "/openapi.json");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Rehearsal() {}

    /** @param folder empty or not there yet */
    static void run(Path folder) {
        var token = "hf_" + HexFormat.of().formatHex(random());
        System.setProperty("HOLDFAST_ADMIN_TOKEN", token);
        try {
            var port = freePort();
            Server.run(Settings.from(Map.of("HOLDFAST_DATA", folder.toString(), "HOLDFAST_PORT", "" + port, "HOLDFAST_DEMO", "true")));
            look(port, token);
        } catch (IOException unable) {
            throw new CannotStart("The rehearsal did not come to its end: " + unable.getMessage(), unable);
        }
    }

    private static void look(int port, String token) throws IOException {
        try (var client = HttpClient.newHttpClient()) {
            for (var page : PAGES) {
                var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + page))
                        .header("Authorization", "Bearer " + token)
                        .timeout(PATIENCE)
                        .build();
                client.send(request, HttpResponse.BodyHandlers.discarding());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static byte[] random() {
        var bytes = new byte[20];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
