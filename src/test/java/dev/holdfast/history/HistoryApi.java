package dev.holdfast.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.Api;
import dev.holdfast.access.Scope;
import dev.holdfast.access.Tokens;
import dev.holdfast.access.Viewer;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Somebody who sends lists of the past. */
record HistoryApi(Api api) {

    static final Viewer ADMIN = new Viewer("admin", null, Set.of("admin"), Set.of(), EnumSet.allOf(Scope.class), null, "ci");

    /** The API with a token that may so much; of a team, or of none. */
    static Api api(int port, Tokens tokens, @Nullable String team, Set<Scope> scopes) {
        return new Api("http://localhost:" + port, tokens.make(new Tokens.Wanted("history", scopes, team, null, null), ADMIN).secret());
    }

    Api.Answer send(String kind, byte[] content, String mapping, boolean dryRun) {
        var path = "/api/v1/imports/%s?mapping=%s&dryRun=%s".formatted(kind, URLEncoder.encode(mapping, UTF_8), dryRun);
        return api.send(api.request(path).header("Content-Type", "text/csv").POST(HttpRequest.BodyPublishers.ofByteArray(content)));
    }

    Api.Answer send(String kind, String csv, String mapping) {
        return send(kind, csv.getBytes(UTF_8), mapping, false);
    }

    Api.Answer check(String kind, String csv, String mapping) {
        return send(kind, csv.getBytes(UTF_8), mapping, true);
    }

    /** Sends a list and waits until it is done. */
    Api.Answer done(String kind, String csv, String mapping) {
        return awaited(send(kind, csv, mapping).expect(202).at("/id"));
    }

    Api.Answer awaited(String id) {
        var end = System.nanoTime() + 60_000_000_000L;
        while (System.nanoTime() < end) {
            var found = api.get("/api/v1/imports/" + id).expect(200);
            if (found.at("/state").equals("done")) return found;
            LockSupport.parkNanos(20_000_000);
        }
        throw new AssertionError("It did not end: " + api.get("/api/v1/imports/" + id).text());
    }
}
