package dev.holdfast.catalogue;

import static dev.holdfast.catalogue.Declared.ADMIN;
import static dev.holdfast.catalogue.Declared.document;
import static dev.holdfast.catalogue.Declared.person;
import static dev.holdfast.catalogue.Declared.service;
import static dev.holdfast.catalogue.Declared.team;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.HoldfastTest;
import dev.holdfast.TestClock;
import dev.holdfast.access.Scope;
import dev.holdfast.access.Tokens;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@HoldfastTest
class CatalogueHttpTest {

    private final HttpClient http = HttpClient.newHttpClient();
    private String token = "";

    @LocalServerPort
    int port;

    @Autowired
    Tokens tokens;

    @Autowired
    TestClock clock;

    @BeforeEach
    void anAdministratorsToken() {
        token = token(null);
    }

    @Test
    void appliesShowsAndEndsOverHttp() throws Exception {
        var yaml = person("w-ann") + team("w-team", "w-ann")
                + document("ThirdParty", "w-pay", "contact: \"+44 1\", links: {status: \"https://status.example.com\"}")
                + service("w-stock", "w-team", "lifecycle: live, dependsOn: [{thirdParty: w-pay}]")
                + service("w-shop", "w-team", "dependsOn: [{service: w-stock, via: hard}], support: {L1: w-team}");

        var applied = json(post("/api/v1/catalogue/apply", yaml));

        assertThat(applied.path("created").intValue()).isEqualTo(5);
        assertThat(applied.path("changes").get(0).path("action").stringValue()).isEqualTo("create");
        var stock = json(get("/api/v1/services/w-stock", "application/json"));
        assertThat(stock.path("spec").path("owner").stringValue()).isEqualTo("w-team");
        assertThat(stock.path("status").path("blastRadius").toString()).isEqualTo("[{\"service\":\"w-shop\",\"via\":[]}]");
        assertThat(json(get("/api/v1/third-parties/w-pay", "*/*")).path("status").path("blastRadius").toString())
                .isEqualTo("[{\"service\":\"w-stock\",\"via\":[]},{\"service\":\"w-shop\",\"via\":[\"w-stock\"]}]");
        assertThat(get("/api/v1/services/w-shop", "application/yaml").body())
                .startsWith("apiVersion: holdfast.dev/v1\nkind: Service\n");
        assertThat(delete("/api/v1/services/w-stock").statusCode()).isEqualTo(409);
        assertThat(delete("/api/v1/services/w-shop").statusCode()).isEqualTo(204);
        assertThat(get("/api/v1/services/w-shop", "*/*").statusCode()).isEqualTo(404);
    }

    @Test
    void answersAsItStoodThen() throws Exception {
        post("/api/v1/catalogue/apply", team("x-one") + team("x-two") + service("x-shop", "x-one", ""));
        clock.advance(Duration.ofDays(60));
        post("/api/v1/catalogue/apply", service("x-shop", "x-two", ""));

        var yesterday = URLEncoder.encode(clock.instant().minus(Duration.ofDays(50)).toString(), StandardCharsets.UTF_8);

        assertThat(json(get("/api/v1/services/x-shop?at=" + yesterday, "*/*")).path("spec").path("owner").stringValue())
                .isEqualTo("x-one");
        assertThat(json(get("/api/v1/services/x-shop", "*/*")).path("spec").path("owner").stringValue())
                .isEqualTo("x-two");
        assertThat(get("/api/v1/services/x-shop?at=noon", "*/*").statusCode()).isEqualTo(400);
    }

    @Test
    void listsByCursor() throws Exception {
        post("/api/v1/catalogue/apply", team("y-1") + team("y-2") + team("y-3"));

        var first = json(get("/api/v1/teams?limit=2", "*/*"));
        var second = json(get("/api/v1/teams?limit=500&cursor=" + first.path("next").stringValue(), "*/*"));

        assertThat(first.path("items")).hasSize(2);
        assertThat(second.path("items").toString()).contains("\"y-3\"");
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void refusesWithProblemsThatSayWhere() throws Exception {
        var faulty = post("/api/v1/catalogue/apply", team("z-team", "z-nobody"));
        var unreadable = post("/api/v1/catalogue/apply", "a: 1\n---\nb: [");

        assertThat(faulty.statusCode()).isEqualTo(422);
        var error = json(faulty).path("errors").get(0);
        assertThat(error.path("document").intValue()).isOne();
        assertThat(error.path("path").stringValue()).isEqualTo("spec.members[0]");
        assertThat(error.path("code").stringValue()).isEqualTo("UNKNOWN_REFERENCE");
        assertThat(unreadable.statusCode()).isEqualTo(400);
        assertThat(unreadable.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(json(unreadable).path("errors").get(0).path("document").intValue()).isEqualTo(2);
    }

    @Test
    void aTokenOfATeamChangesOnlyWhatTheTeamOwns() throws Exception {
        post("/api/v1/catalogue/apply", team("v-mine") + team("v-theirs") + service("v-shop", "v-theirs", ""));
        token = token("v-mine");

        var refused = post("/api/v1/catalogue/apply", service("v-shop", "v-mine", ""));
        var mine = post("/api/v1/catalogue/apply", service("v-own", "v-mine", ""));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(json(refused).path("errors").get(0).path("code").stringValue()).isEqualTo("NOT_OWNER");
        assertThat(mine.statusCode()).isEqualTo(200);
        assertThat(delete("/api/v1/services/v-shop").statusCode()).isEqualTo(403);
    }

    @Test
    void anOrganisationIsTheOnlyOneAndItsHoursAreRead() throws Exception {
        var yaml = document("Organisation", "u-one", "workingHours: {timeZone: Mars/North, windows: [{from: \"09:00\", to: \"24:00\"}]}")
                + document("Organisation", "u-two", "workingHours: {timeZone: Europe/London, holidayCalendars: [u-nowhere], days: [MONDAY], from: \"9\", to: \"17:30\"}");

        var faults = json(post("/api/v1/catalogue/apply?dryRun=true", yaml)).path("errors").toString();

        assertThat(faults)
                .contains("\"document\":1,\"path\":\"spec.workingHours.timeZone\",\"code\":\"UNKNOWN_VALUE\"")
                .contains("\"document\":2,\"path\":\"metadata.name\",\"code\":\"STATE\"")
                .contains("\"document\":2,\"path\":\"spec.workingHours.holidayCalendars[0]\",\"code\":\"UNKNOWN_REFERENCE\"")
                .contains("\"document\":2,\"path\":\"spec.workingHours.days[0]\",\"code\":\"UNKNOWN_VALUE\"")
                .contains("\"document\":2,\"path\":\"spec.workingHours.from\",\"code\":\"MALFORMED\"");
    }

    private String token(@Nullable String team) {
        var scopes = team == null ? EnumSet.allOf(Scope.class) : EnumSet.of(Scope.READ, Scope.CATALOGUE);
        return tokens.make(new Tokens.Wanted("catalogue", scopes, team, null, null), ADMIN).secret();
    }

    @Test
    void takesNoFileForAForm() throws Exception {
        var asAForm = to("/api/v1/catalogue/apply")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(person("y-ann")));

        var answer = http.send(asAForm.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(415);

        assertThat(get("/api/v1/people/y-ann", "*/*").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> post(String path, String yaml) throws Exception {
        var body = HttpRequest.BodyPublishers.ofString(yaml);
        return http.send(to(path).header("Content-Type", "application/yaml").POST(body).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String accept) throws Exception {
        return http.send(to(path).header("Accept", accept).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> delete(String path) throws Exception {
        return http.send(to(path).DELETE().build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Authorization", "Bearer " + token);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
