package dev.holdfast;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A server that is killed while it works through a list: the next one goes on, and every row is there once. */
class HistorySurvivesTest {

    private static final String TOKEN = "hf_survives_0123456789_0123456789_01234";
    private static final int ROWS = 20_000;

    private final TestDatabase database = TestDatabase.unmigrated();
    private final TestFolder folder;

    HistorySurvivesTest() throws java.io.IOException {
        folder = TestFolder.make();
    }

    @AfterEach
    void clear() throws Exception {
        database.close();
        folder.close();
    }

    @Test
    void aListOfIncidentsGoesOnWhereTheServerWasKilled() throws Exception {
        String id;
        try (var source = database.dataSource(); var killed = launch().awaitReady()) {
            var db = JdbcClient.create(source);
            api(killed).apply(organisation()).expect(200);
            id = send(api(killed));
            await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(5)).until(() -> done(db) > 0);
            killed.kill();
            assertThat(done(db)).as("killed in the middle").isLessThan(ROWS);
        }

        try (var after = launch().awaitReady()) {
            await().atMost(Duration.ofSeconds(120)).until(() -> api(after).get("/api/v1/imports/" + id).at("/state").equals("done"));
            var done = api(after).get("/api/v1/imports/" + id).expect(200);
            assertThat(done.at("/new") + " " + done.at("/known") + " " + done.at("/faulty")).isEqualTo(ROWS + " 0 0");
            assertThat(api(after).get("/api/v1/ledger/verify").at("/verified")).isEqualTo("true");
        }
        try (var source = database.dataSource()) {
            assertThat(JdbcClient.create(source)
                            .sql("""
                                    select count(*) || ' ' || count(distinct external_id) || ' ' || (select count(*) from incidents.impact) || ' '
                                           || (select sum((after::json ->> 'incidents')::int) from ledger.entry where act = 'import-incidents')
                                      from incidents.incident
                                    """)
                            .query(String.class)
                            .single())
                    .isEqualTo("%1$d %1$d %1$d %1$d".formatted(ROWS));
        }
    }

    private static int done(JdbcClient db) {
        return db.sql("select coalesce(max(done), 0) from history.import").query(Integer.class).single();
    }

    private static String send(Api api) {
        var began = Instant.parse("2026-01-01T00:00:00Z");
        var csv = IntStream.range(0, ROWS)
                .mapToObj(number -> "INC-%d,shop,It broke,P2,%s,%s".formatted(
                        number, began.plusSeconds(600L * number), began.plusSeconds(600L * number + 300)))
                .collect(joining("\n", "id,service,summary,priority,opened,resolved\n", "\n"));
        return api.send(api.request("/api/v1/imports/incidents").header("Content-Type", "text/csv").POST(HttpRequest.BodyPublishers.ofString(csv)))
                .expect(202)
                .at("/id");
    }

    private RunningServer launch() throws Exception {
        return RunningServer.launch(folder.path(), database, TOKEN);
    }

    private static Api api(RunningServer server) {
        return new Api("http://127.0.0.1:" + server.port(), TOKEN);
    }

    private static String organisation() {
        return """
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: shop-team}
                spec: {kind: product, members: []}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: shop}
                spec: {kind: digital, owner: shop-team}
                """;
    }
}
