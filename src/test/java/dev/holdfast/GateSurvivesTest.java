package dev.holdfast;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two servers on one database: whoever asked the gate is told once, whichever of them was asked, decided or died. */
class GateSurvivesTest {

    private static final String TOKEN = "hf_survives_0123456789_0123456789_01234";
    private static final int QUESTIONS = 12;

    private final Peer peer = new Peer();
    private final TestDatabase database = TestDatabase.unmigrated();
    private final TestFolder folder;

    GateSurvivesTest() throws java.io.IOException {
        folder = TestFolder.make();
    }

    @AfterEach
    void hangUp() throws Exception {
        peer.close();
        database.close();
        folder.close();
    }

    @Test
    void whatWasAskedIsToldOnceAlthoughWhoWasAskedIsKilled() throws Exception {
        try (var two = launch("two")) {
            try (var one = launch("one")) {
                one.awaitReady();
                two.awaitReady();
                api(one).apply(organisation()).expect(200);
                IntStream.range(0, QUESTIONS).forEach(number -> ask(number % 2 == 0 ? one : two, number));
                one.kill();
            }

            IntStream.range(0, QUESTIONS).forEach(number -> approve(two, number));
            awaitAll();
            awaitSettled();
            two.kill();
        }

        try (var after = launch("one").awaitReady()) {
            assertThat(api(after).get("/api/v1/ledger/verify").at("/verified")).isEqualTo("true");
            IntStream.range(QUESTIONS, 2 * QUESTIONS).forEach(number -> ask(after, number));
            IntStream.range(QUESTIONS, 2 * QUESTIONS).forEach(number -> approve(after, number));
            await().atMost(Duration.ofSeconds(30)).until(() -> peer.requests().size() >= 2 * QUESTIONS);
        }
        var deliveries = peer.requests().stream().collect(groupingBy(request -> request.path(), counting()));
        assertThat(deliveries).hasSize(2 * QUESTIONS).allSatisfy((path, calls) -> assertThat(calls).as(path).isEqualTo(1));
    }

    private void awaitAll() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(peer.requests().stream()
                        .filter(request -> request.json().path("decision").asString("").equals("allow"))
                        .map(Peer.Request::path)
                        .distinct())
                .hasSize(QUESTIONS));
    }

    /** Of what was told and not yet noted down as told, a server that dies would tell again, as the same delivery. */
    private void awaitSettled() {
        try (var source = database.dataSource()) {
            var told = JdbcClient.create(source).sql("select count(*) from changes.inquiry where state = 'told'").query(Integer.class);
            await().atMost(Duration.ofSeconds(30)).until(() -> told.single() == QUESTIONS);
        }
    }

    private void ask(RunningServer node, int number) {
        api(node).post("/api/v1/changes", "{\"service\": \"shop\", \"version\": \"1.%d\"}".formatted(number)).expect(201);
        api(node).post("/api/v1/deployments/gate", """
                {"service": "shop", "version": "1.%d", "environment": "production", "callbackUrl": "%s"}
                """.formatted(number, peer.address("/" + number))).expect(403);
    }

    private void approve(RunningServer node, int number) {
        var change = api(node).post("/api/v1/changes", "{\"service\": \"shop\", \"version\": \"1.%d\"}".formatted(number)).expect(200).at("/number");
        api(node).post("/api/v1/changes/" + change + "/approve", "{\"person\": \"cas\"}").expect(200);
    }

    private RunningServer launch(String node) throws Exception {
        return RunningServer.launch(folder.path().resolve(node), database, TOKEN);
    }

    private static Api api(RunningServer node) {
        return new Api("http://127.0.0.1:" + node.port(), TOKEN);
    }

    private static String organisation() {
        return """
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: cas}
                spec: {timeZone: UTC}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: shop-team}
                spec: {kind: product, members: []}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: change-managers}
                spec: {kind: change-management, members: [cas]}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: shop}
                spec: {kind: digital, owner: shop-team}
                """;
    }
}
