package dev.holdfast.access;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A browser without scripts that walks between Holdfast and the provider, and can stop on the way. */
final class Walker {

    /** As Holdfast calls itself in this test; walked to under the port that it really has. */
    static final String NAMED = "http://localhost:1";

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NEVER).build();
    private final String holdfast;

    Walker(int port) {
        this.holdfast = "http://localhost:" + port;
    }

    /** Signs in at the provider, and answers the address at which Holdfast is to be called back. */
    URI toTheProviderAndBack(String person, String next) throws Exception {
        var response = get(URI.create("/sign-in/oidc?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8)));
        for (int hops = 0; hops < 8; hops++) {
            var at = response.request().uri();
            if (at.getPath().equals("/login") && response.statusCode() == 200) {
                response = send(HttpRequest.newBuilder(at.resolve("/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("username=" + person + "&password="
                                + URLEncoder.encode(SignInProvider.PASSWORD, StandardCharsets.UTF_8))));
            }
            var to = response.headers().firstValue("Location");
            if (to.isEmpty()) break;
            if (to.get().startsWith(NAMED)) return URI.create(to.get());
            response = get(at.resolve(to.get()));
        }
        throw new IllegalStateException("The provider did not send back: " + response + " " + response.body());
    }

    /** The whole way, to the answer of Holdfast to the call back. */
    HttpResponse<String> signIn(String person, String next) throws Exception {
        return get(toTheProviderAndBack(person, next));
    }

    /** A path of Holdfast, an address as it calls itself, or anybody's. */
    HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(real(address)).header("Accept", address.getPath().startsWith("/api/") ? "application/json" : "text/html"));
    }

    HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return get(URI.create(address));
    }

    /** Sends a form of Holdfast, with the token of the page at {@code from}. */
    HttpResponse<String> post(String from, String path, String fields) throws IOException, InterruptedException {
        var token = TOKEN.matcher(get(from).body());
        var body = token.find() ? fields + "&_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8) : fields;
        return send(HttpRequest.newBuilder(real(URI.create(path)))
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private URI real(URI address) {
        var text = address.toString();
        if (text.startsWith(NAMED)) return URI.create(holdfast + text.substring(NAMED.length()));
        return text.startsWith("/") ? URI.create(holdfast + text) : address;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
