package dev.holdfast.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.HoldfastTest;
import dev.holdfast.TestClock;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.ServiceName;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@HoldfastTest
@TestPropertySource(properties = "holdfast.outbound-allow=127.0.0.0/8")
@Import(PagingTestBeans.class)
class LinksTest {

    private static final PersonName ANN = new PersonName("ann");

    @Autowired
    Links links;

    @Autowired
    LinkStore store;

    @Autowired
    KnownSubjects subjects;

    @Autowired
    SomeOrganisation organisation;

    @Autowired
    TestClock clock;

    @Autowired
    Callouts callouts;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    @BeforeEach
    void anOrganisation() {
        organisation.isThere();
    }

    @Test
    void lookingChangesNothingAndTheButtonAnswersAsThatPerson() throws Exception {
        var search = searchFails();
        var path = links.address(search, ANN, false).getPath();

        var shown = get(path);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body())
                .contains("Search returns errors", "$200,000", "<button", "Acknowledge")
                .doesNotContain("<script>");
        assertThat(brief(search).wantsAnswer()).isTrue();

        var answered = post(path);
        assertThat(answered.statusCode()).isEqualTo(200);
        assertThat(answered.body()).contains("You acknowledged at").doesNotContain("<button");
        assertThat(brief(search).standing())
                .isInstanceOfSatisfying(
                        SubjectBrief.Standing.Acknowledged.class, it -> assertThat(it.person()).isEqualTo(ANN));
        assertThat(post(path).statusCode()).isEqualTo(200);
    }

    @Test
    void endsWhenItIsResolved() throws Exception {
        var search = searchFails();
        var path = links.address(search, ANN, false).getPath();

        subjects.resolve(search, clock.instant());

        assertThat(get(path).statusCode()).isEqualTo(410);
        assertThat(post(path).statusCode()).isEqualTo(410);
    }

    @Test
    void endsForThePersonWhoseLinkIsRevoked() throws Exception {
        var search = searchFails();
        var anns = links.address(search, ANN, false).getPath();
        var bobs = links.address(search, new PersonName("bob"), false).getPath();

        links.revoke(search, ANN, "bob");

        assertThat(post(anns).statusCode()).isEqualTo(410);
        assertThat(brief(search).wantsAnswer()).isTrue();
        assertThat(get(bobs).statusCode()).isEqualTo(200);
    }

    @Test
    void isOursOnlyAsItWasSigned() throws Exception {
        var search = searchFails();
        var anns = links.address(search, ANN, false).getPath();
        var signature = anns.substring(anns.indexOf('.') + 1);
        var forged = new Link(search, new PersonName("bob"), null).token(signature);

        assertThat(post("/a/" + forged).statusCode()).isEqualTo(404);
        assertThat(get(anns.substring(0, anns.length() - 1)).statusCode()).isEqualTo(404);
        assertThat(get("/a/x").statusCode()).isEqualTo(404);
        assertThat(brief(search).wantsAnswer()).isTrue();
    }

    @Test
    void answersForAllThatTheMessageToldOf() throws Exception {
        var one = searchFails();
        var two = searchFails();
        store.bundle(UUID.randomUUID(), List.of(one, two), ANN, clock.instant());

        var path = links.address(one, ANN, true).getPath();
        assertThat(get(path).body()).contains("And with it");
        post(path);

        assertThat(brief(one).wantsAnswer()).isFalse();
        assertThat(brief(two).wantsAnswer()).isFalse();
    }

    @Test
    void saysWhoIsCalledNextAndHowLongThatIs() throws Exception {
        var search = searchFails();
        transaction.executeWithoutResult(open -> callouts.begin(search, new ServiceName("watched"), Urgency.ALWAYS, clock.instant()));
        await().until(() -> callouts.lastCall(search).isPresent());

        var shown = get(links.address(search, ANN, false).getPath()).body();
        subjects.resolve(search, clock.instant());

        assertThat(shown).contains("bob is called at", "max=\"300\"", "I can’t. Call bob now");
        assertThat(Pattern.compile("data-left=\"(\\d+)\"").matcher(shown).results().map(it -> Integer.parseInt(it.group(1))))
                .singleElement().satisfies(left -> assertThat(left).isBetween(1, 300));
    }

    private SubjectId searchFails() {
        var brief = SomeSubjects.brief(
                UUID.randomUUID().toString(), "INC-482", "watched", "Search returns errors <b>", true);
        subjects.put(brief);
        return brief.id();
    }

    private SubjectBrief brief(SubjectId subject) {
        return subjects.brief(subject, clock.instant()).orElseThrow();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(at(path)).build());
    }

    private HttpResponse<String> post(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(at(path)).POST(BodyPublishers.noBody()).build());
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }
}
