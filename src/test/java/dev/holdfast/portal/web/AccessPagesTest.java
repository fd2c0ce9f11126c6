package dev.holdfast.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.HoldfastTest;
import dev.holdfast.access.Accounts;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;

/** The first administrator, by hand as a browser without scripts would do it. */
@HoldfastTest
@DirtiesContext(classMode = ClassMode.BEFORE_CLASS)
class AccessPagesTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Test
    void aLinkMakesTheAdministratorOnceAndSignsIn() throws Exception {
        var link = "/welcome/" + accounts.welcome();

        assertThat(get(link).body()).contains("Make the administrator");
        var tooShort = post(link, Map.of("name", "root", "password", "short"));
        assertThat(tooShort.statusCode()).isEqualTo(422);
        assertThat(tooShort.body()).contains("value=\"root\"").doesNotContain("short\"");

        var made = post(link, Map.of("name", "root", "displayName", "<b>Root</b>", "password", "a quiet bench in the yard"));
        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(made.uri().getPath()).isEqualTo("/account");
        assertThat(get(link).statusCode()).isEqualTo(410);

        assertThat(get("/account").body()).contains("administrator").contains("API tokens");
        var token = post("/account/tokens", Map.of("name", "ci", "scopes", "read", "days", "30"));
        assertThat(token.body()).contains("hf_");
        assertThat(get("/account").body()).doesNotContain("hf_").contains("ci");
        assertThat(post("/account/tokens", Map.of("name", "ci", "scopes", "read", "team", "nobodys")).body()).contains("There is no team nobodys.");

        assertThat(get("/on-call").body()).contains("No schedule yet").contains("Nobody is on call");
        assertThat(get("/teams/none-such").statusCode()).isEqualTo(404);

        post("/sign-out", Map.of());
        var away = get("/account");
        assertThat(away.uri().getPath()).isEqualTo("/sign-in");
        assertThat(post("/sign-in", Map.of("account", "root", "password", "wrong wrong wrong")).statusCode()).isEqualTo(422);
        var back = post("/sign-in", Map.of("account", "root", "password", "a quiet bench in the yard", "next", "/account"));
        assertThat(back.uri().getPath()).isEqualTo("/account");
        assertThat(get("/nothing-here").statusCode()).isEqualTo(404);
        assertThat(get("/nothing-here").body()).contains("There is nothing here");
    }

    @Test
    void aFormWithoutItsTokenIsRefusedAndNobodyIsSentElsewhere() throws Exception {
        var forged = browser.send(
                HttpRequest.newBuilder(address("/sign-in")).header("Accept", "text/html").header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("account=root&password=x")).build(), BodyHandlers.ofString());

        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.body()).contains("This is not yours to do");
        assertThat(get("/sign-in?next=https://elsewhere.example/").body()).doesNotContain("elsewhere");
        assertThat(get("/sign-in?next=//elsewhere.example/").body()).doesNotContain("elsewhere");
    }

    @Test
    void assetsAreKeptForAYearUnderTheHashOfTheirContent() throws Exception {
        var page = get("/sign-in");
        var sheet = Pattern.compile("href=\"(/css/tokens-[0-9a-f]+\\.css)\"").matcher(page.body());
        var icons = Pattern.compile("href=\"(/icons-[0-9a-f]+\\.svg)#mark\"").matcher(page.body());

        assertThat(sheet.find()).isTrue();
        assertThat(icons.find()).isTrue();
        assertThat(get(sheet.group(1)).headers().firstValue("Cache-Control")).hasValueSatisfying(it -> assertThat(it).contains("immutable"));
        assertThat(get(icons.group(1)).statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(it -> assertThat(it).doesNotContain("unsafe"));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(HttpRequest.newBuilder(address(path)).header("Accept", "text/html").build(), BodyHandlers.ofString());
    }

    /** Sends a form as the page at that address would: with the token that stands in it. */
    private HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
        var page = get(path.startsWith("/welcome") || path.equals("/sign-in") ? path : "/account").body();
        var token = TOKEN.matcher(page);
        var body = fields.entrySet().stream().map(it -> it.getKey() + "=" + encoded(it.getValue())).collect(Collectors.joining("&"));
        var form = token.find() ? body + "&_csrf=" + encoded(token.group(1)) : body;
        return browser.send(
                HttpRequest.newBuilder(address(path)).header("Content-Type", "application/x-www-form-urlencoded").header("Accept", "text/html")
                        .POST(BodyPublishers.ofString(form)).build(),
                BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
