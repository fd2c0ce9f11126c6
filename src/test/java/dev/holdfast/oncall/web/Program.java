package dev.holdfast.oncall.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program with a token that asks the API. */
record Program(int port, String token) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final JsonMapper JSON = JsonMapper.shared();

    record Answer(int status, JsonNode body) {

        List<String> faults() {
            return body.path("errors").valueStream()
                    .map(fault -> fault.path(fault.has("path") ? "path" : "field").asString() + " " + fault.get("code").asString())
                    .toList();
        }
    }

    Answer apply(List<String> documents) {
        var file = BodyPublishers.ofString(String.join("---\n", documents));
        return send(request("/catalogue/apply").header("Content-Type", "application/yaml").POST(file).build());
    }

    Answer get(String path) {
        return send(request(path).GET().build());
    }

    Answer post(String path, String body) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)).build());
    }

    int delete(String path) {
        return send(request(path).DELETE().build()).status();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
                .header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest request) {
        try {
            var answer = HTTP.send(request, BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body()));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
