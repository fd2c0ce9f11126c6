package dev.holdfast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A disk without room: what is accepted is stored, the rest is refused. Where this account may mount a small disk. */
class DiskFullTest {

    private static final String TOKEN = "hf_fulldisk_0123456789_0123456789_01234";
    private static final String KEY = FaultyOrganisation.key("crowded");
    private static final int LARGE = 200_000;

    private final Phones phones = new Phones();
    private final Set<String> accepted = new HashSet<>();
    private TestFolder folder;

    @BeforeEach
    void mountASmallDisk() throws Exception {
        folder = TestFolder.make();
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=400m,mode=755", "tmpfs", folder.path().toString()), "may not mount");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", "-l", folder.path().toString());
        folder.close();
        phones.close();
    }

    @Test
    void acceptsOnlyWhatItStoresAndGoesOnWhenThereIsRoomAgain() throws Exception {
        try (var server = RunningServer.launch(folder.path(), settings()).awaitReady()) {
            var api = new Api("http://127.0.0.1:" + server.port(), TOKEN);
            api.apply(organisation()).expect(200);
            var filler = fill();

            var refused = sendUntilRefused(api);
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isPresent();
            Files.delete(filler);

            await().atMost(Duration.ofSeconds(60)).until(() -> send(api, "again"), status -> status == 202);
            accepted.add("again");
            assertThat(stored(api)).containsAll(accepted);
            assertThat(api.get("/api/v1/ledger/verify").at("/verified")).isEqualTo("true");
            phones.await(call -> call.type().equals("page"));
        }
    }

    private Api.Answer sendUntilRefused(Api api) {
        for (var number = 0; number < 2_000; number++) {
            var answer = event(api, "alert-" + number);
            if (answer.status() != 202) return answer;
            accepted.add("alert-" + number);
        }
        throw new AssertionError("Two thousand large alerts found room");
    }

    private static int send(Api api, String dedupKey) {
        return event(api, dedupKey).status();
    }

    private static Api.Answer event(Api api, String dedupKey) {
        return api.post("/v2/enqueue", """
                {"routing_key": "%s", "event_action": "trigger", "dedup_key": "%s",
                 "payload": {"summary": "Large", "source": "test", "severity": "critical", "custom_details": {"large": ["%s%s"]}}}
                """.formatted(KEY, dedupKey, dedupKey, random()));
    }

    /** Not to be compressed away. */
    private static String random() {
        var text = new StringBuilder(LARGE);
        ThreadLocalRandom.current().ints(LARGE, 'a', 'z').forEach(letter -> text.append((char) letter));
        return text.toString();
    }

    private static Set<String> stored(Api api) {
        var keys = new HashSet<String>();
        var path = "/api/v1/alerts?limit=100";
        for (var next = path; next != null; ) {
            var page = api.get(next).expect(200);
            page.body().path("items").forEach(alert -> keys.add(alert.path("dedupKey").asString("")));
            next = page.body().path("next").isNull() ? null : path + "&cursor=" + page.at("/next");
        }
        return keys;
    }

    /** All but a megabyte of the room that is left. */
    private Path fill() throws IOException {
        var filler = folder.path().resolve("filler");
        var block = new byte[1_000_000];
        while (Files.getFileStore(folder.path()).getUsableSpace() > 2 * block.length) {
            Files.write(filler, block, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        return filler;
    }

    private static Map<String, String> settings() {
        return Map.of("HOLDFAST_ADMIN_TOKEN", TOKEN, "HOLDFAST_OUTBOUND_ALLOW", "127.0.0.0/8");
    }

    private String organisation() {
        return FaultyOrganisation.withSteps(300)
                .person("ann", phones.of("ann"))
                .team("everything", "ann")
                .service("crowded", "everything", KEY)
                .yaml();
    }

    private static boolean run(String... command) throws Exception {
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
    }
}
