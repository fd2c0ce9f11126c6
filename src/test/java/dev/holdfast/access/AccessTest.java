package dev.holdfast.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.HoldfastTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HoldfastTest
class AccessTest {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    Tokens tokens;

    @Test
    void aTokenSaysWhoItIsAndWhatItMayDo() throws Exception {
        var secret = made("reader", Set.of(Scope.READ));

        var answer = get("/api/v1/me", secret);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"scopes\":[\"read\"]").contains("\"person\":null");
    }

    @Test
    void withoutATokenAProgramIsToldSoAndABrowserIsSentToSignIn() throws Exception {
        assertThat(get("/api/v1/me", null).statusCode()).isEqualTo(401);
        assertThat(get("/api/v1/me", "hf_nobody").statusCode()).isEqualTo(401);

        var page = get("/services", null);
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location")).hasValueSatisfying(it -> assertThat(it).endsWith("/sign-in?next=%2Fservices"));
    }

    private String made(String name, Set<Scope> scopes) {
        var automation = new Viewer("admin", null, Set.of(), Set.of(), Set.of(Scope.ADMIN), null, "test");
        return tokens.make(new Tokens.Wanted(name, scopes, null, null, null), automation).secret();
    }

    private HttpResponse<String> get(String path, String secret) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (secret != null) {
            request.header("Authorization", "Bearer " + secret);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
