package dev.holdfast.changes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import dev.holdfast.TestClock;
import dev.holdfast.keys.Keyring;
import dev.holdfast.keys.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** A bundle is checked without a server, and whoever changes or leaves out anything is found, even with the key in hand. */
@HoldfastTest
@TestPropertySource(properties = "holdfast.admin-token=" + AuditBundleTest.TOKEN)
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class AuditBundleTest {

    static final String TOKEN = "hf_bundles_0123456789_0123456789_0123456";

    @LocalServerPort
    int port;

    @Autowired
    TestClock clock;

    @Autowired
    Attestations attestations;

    @Autowired
    JsonMapper json;

    @TempDir
    Path folder;

    private Api holdfast;
    private Path keys = Path.of("");

    @BeforeEach
    void threeDeployments() throws IOException {
        holdfast = new Api("http://localhost:" + port, TOKEN);
        keys = Files.writeString(folder.resolve("keys.json"), holdfast.as(null).get("/.well-known/holdfast-keys").expect(200).text());
        if (!holdfast.get("/api/v1/audit").at("/items/0/service").isEmpty()) return;
        holdfast.apply("""
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: shop-team}
                spec: {kind: product, members: []}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: shop}
                spec: {kind: digital, owner: shop-team, exposurePerHour: {revenue: 700000, cost: 0}}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: stock}
                spec: {kind: digital, owner: shop-team, exposurePerHour: {revenue: 700000, cost: 0}}
                """).expect(200);
        deploy("shop", "b1", "=1+1");
        deploy("stock", "b2", "2.0");
        clock.advance(Duration.ofDays(2));
        deploy("shop", "b3", "1.1");
    }

    @Test
    void verifiesAllThatIsThereAndWhatIsAskedForOfIt() throws Exception {
        var all = verify(bundle(""), keys);
        var one = verify(bundle("?service=shop"), keys);
        var recent = verify(bundle("?from=" + clock.instant().minus(Duration.ofDays(1))), keys);
        var none = verify(bundle("?to=2020-01-01T00:00:00Z"), keys);
        var unaided = verify(bundle(""), null);

        assertThat(all.line()).startsWith("The bundle verifies: 3 deployments").contains("Signed by the keys given");
        assertThat(one.line()).startsWith("The bundle verifies: 2 deployments of shop");
        assertThat(recent.line()).startsWith("The bundle verifies: 1 deployments from");
        assertThat(none.line()).startsWith("The bundle verifies: 0 deployments");
        assertThat(unaided.verified()).isTrue();
        assertThat(unaided.line()).contains("compare it");
    }

    @Test
    void findsWhatWasChangedByWhoeverHasNoKey() throws Exception {
        var genuine = bundle("");

        assertThat(verify(changed(genuine, "rows.csv", text -> text.replace("b3", "b9")), keys).line()).contains("rows.csv was changed");
        assertThat(verify(changed(genuine, "ledger.jsonl", text -> text.replaceFirst("shop", "shot")), keys).line()).contains("ledger.jsonl was changed");
        assertThat(verify(changed(genuine, "checkpoint", text -> text.replaceFirst("\nat 20", "\nat 19")), keys).line()).contains("checkpoint was changed");
        assertThat(verify(changed(genuine, "checkpoint", text -> "nothing"), keys).verified()).isFalse();
        var without = new LinkedHashMap<>(genuine);
        without.remove("rows.csv");
        assertThat(verify(without, keys).line()).contains("rows.csv is missing");
        var others = Files.writeString(folder.resolve("others.json"), json.writeValueAsString(new Attestations(new Keyring(new byte[32]), json).keys()));
        assertThat(verify(genuine, others).line()).contains("another key");
        var torn = Files.write(folder.resolve("torn.zip"), new byte[] {'P', 'K', 3, 4, 0});
        assertThat(BundleCommand.verify(torn, keys).line()).contains("no whole zip");
    }

    @Test
    void findsWhatWasChangedByWhoeverHasTheKeyAndNotTheWholeLedger() throws Exception {
        var genuine = bundle("");

        var hidden = signed(changed(genuine, "rows.csv", text -> without(text, "b2,")));
        var renamed = signed(changed(genuine, "rows.csv", text -> text.replace("b3,shop,1.1", "b3,shop,1.2")));
        var made = signed(changed(genuine, "rows.csv", text -> text.replace("b2,stock", "b7,stock")));
        var cut = signed(changed(genuine, "ledger.jsonl", text -> text.substring(0, text.stripTrailing().lastIndexOf('\n') + 1)));
        var rewritten = signed(changed(genuine, "ledger.jsonl", text -> text.replace("2.0", "3.0")));

        assertThat(verify(hidden, keys).line()).contains("deployment/stock/b2 is in the ledger and has no row");
        assertThat(verify(signed(hidden, checkpoint(genuine).before().sequence()), keys).verified()).as("recorded while the rows were read").isTrue();
        assertThat(verify(renamed, keys).line()).contains("brought 1.1, says the ledger");
        assertThat(verify(made, keys).line()).contains("b7 of stock is not what the ledger has");
        assertThat(verify(cut, keys).line()).contains("does not end where the checkpoint says");
        assertThat(verify(rewritten, keys).line()).contains("its content does not agree with its hash");
    }

    private Checked verify(Map<String, String> files, Path keys) throws IOException {
        var file = Files.createTempFile(folder, "bundle", ".zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var each : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue().getBytes(UTF_8));
                zip.closeEntry();
            }
        }
        return BundleCommand.verify(file, keys);
    }

    private static Map<String, String> changed(Map<String, String> files, String name, UnaryOperator<String> change) {
        var other = new LinkedHashMap<>(files);
        other.compute(name, (same, text) -> change.apply(text));
        assertThat(other.get(name)).as("the change of %s changes something", name).isNotEqualTo(files.get(name));
        return other;
    }

    /** As somebody would who has the key of the installation. */
    private Map<String, String> signed(Map<String, String> files) {
        return signed(files, checkpoint(files).whole());
    }

    private static Checkpoint checkpoint(Map<String, String> files) {
        var note = files.get("checkpoint");
        return Checkpoint.read(note.substring(0, note.lastIndexOf("\n\n") + 1));
    }

    private Map<String, String> signed(Map<String, String> files, long whole) {
        var old = checkpoint(files);
        var forged = new Checkpoint(
                old.head(), old.before(), whole, old.service(), old.from(), old.to(), old.at(), Sha256.hex(files.get("rows.csv")), Sha256.hex(files.get("ledger.jsonl")));
        var other = new LinkedHashMap<>(files);
        other.put("checkpoint", attestations.signed(forged));
        return other;
    }

    private static String without(String text, String start) {
        return text.lines().filter(line -> !line.startsWith(start)).collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private Map<String, String> bundle(String question) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/audit/bundle" + question)).header("Authorization", "Bearer " + TOKEN).build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            var files = new LinkedHashMap<String, String>();
            try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
                for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) files.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
            }
            return files;
        }
    }

    private void deploy(String service, String id, String version) {
        holdfast.post("/api/v1/deployments", """
                {"id": "%s", "service": "%s", "version": "%s", "environment": "production", "status": "succeeded", "deployer": "dee", "startedAt": "%s"}
                """.formatted(id, service, version, clock.instant())).expect(201);
    }
}
