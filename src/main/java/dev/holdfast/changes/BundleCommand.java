package dev.holdfast.changes;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.http.Csv;
import dev.holdfast.keys.Sha256;
import dev.holdfast.keys.VerifyingKey;
import dev.holdfast.ledger.Entry;
import dev.holdfast.ledger.Links;
import dev.holdfast.postgres.CannotStart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** {@code verify-bundle}: whether a bundle of the audit is whole and untouched, without a server and without a network (C8). */
public final class BundleCommand {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final CSVFormat ROWS = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private final ZipFile zip;

    private BundleCommand(ZipFile zip) {
        this.zip = zip;
    }

    /** What does not hold. */
    private static final class Unproven extends RuntimeException {

        Unproven(String why) {
            super(why);
        }
    }

    /** @param keys as {@code /.well-known/holdfast-keys} gave them; null takes the bundle's own, which anybody can replace */
    public static Checked verify(Path file, @Nullable Path keys) {
        try (var zip = new ZipFile(file.toFile())) {
            var bundle = new BundleCommand(zip);
            return bundle.checked(JsonWebKeys.read(keys == null ? bundle.text("keys.json") : Files.readString(keys)), keys != null);
        } catch (Unproven | JacksonException | IllegalArgumentException | DateTimeException | UncheckedIOException untrue) {
            return no(untrue instanceof Unproven ? String.valueOf(untrue.getMessage()) : "a file in it is not what it should be.");
        } catch (java.util.zip.ZipException damaged) {
            return no("it is no whole zip.");
        } catch (IOException unreadable) {
            throw new CannotStart("The bundle cannot be verified: " + unreadable.getMessage() + " cannot be read.", unreadable);
        }
    }

    private static Checked no(String why) {
        return new Checked(false, "The bundle does NOT verify: " + why);
    }

    private Checked checked(List<VerifyingKey> keys, boolean given) throws IOException {
        var text = SignedNote.open(text("checkpoint"), keys).orElseThrow(() -> new Unproven("the checkpoint was changed, or another key signed it."));
        var checkpoint = Checkpoint.read(text);
        demandDigest("ledger.jsonl", checkpoint.ledger());
        demandDigest("rows.csv", checkpoint.rows());
        var deployments = new HashMap<String, Recorded>();
        var entries = ledger(checkpoint, deployments);
        var rows = rows(deployments);
        demandWhole(checkpoint, deployments);
        return new Checked(true, "The bundle verifies: %d deployments%s%s%s as of %s, and %d entries of the ledger up to %d. %s".formatted(
                rows, told(" of ", checkpoint.service()), told(" from ", checkpoint.from()), told(" to ", checkpoint.to()), checkpoint.at(), entries,
                checkpoint.head().sequence(), given ? "Signed by the keys given." : fingerprints(keys)));
    }

    /** A deployment as the ledger tells of it, and whether there is a row for it. */
    private static final class Recorded {

        private final Map<Long, String> hashes = new HashMap<>();
        private final String service;
        private String version = "";
        private @Nullable Instant startedAt;
        private @Nullable Instant startedAtFirst;
        private boolean hasRow;

        private Recorded(String service) {
            this.service = service;
        }
    }

    private long ledger(Checkpoint checkpoint, Map<String, Recorded> deployments) throws IOException {
        var links = new Links(checkpoint.before());
        try (var lines = new BufferedReader(new InputStreamReader(stream("ledger.jsonl"), UTF_8))) {
            lines.lines().map(line -> JSON.readValue(line, Entry.class)).forEach(entry -> {
                links.next(entry);
                if (entry.subject().startsWith("deployment/")) remember(entry, checkpoint.whole(), deployments);
            });
        }
        links.broken().ifPresent(broken -> {
            throw new Unproven("the ledger is broken at entry " + broken.sequence() + ": " + broken.why() + ".");
        });
        if (!links.last().equals(checkpoint.head())) throw new Unproven("the ledger does not end where the checkpoint says.");
        return links.entries();
    }

    private static void remember(Entry entry, long whole, Map<String, Recorded> deployments) {
        var recorded = deployments.computeIfAbsent(entry.subject(), subject -> new Recorded(subject.split("/", 3)[1]));
        recorded.hashes.put(entry.sequence(), entry.hash());
        var facts = JSON.readTree(entry.after() == null ? "{}" : entry.after());
        if (facts.has("version")) recorded.version = facts.path("version").asString("");
        if (!facts.has("startedAt")) return;
        recorded.startedAt = Instant.parse(facts.path("startedAt").asString(""));
        if (entry.sequence() <= whole) recorded.startedAtFirst = recorded.startedAt;
    }

    private long rows(Map<String, Recorded> deployments) throws IOException {
        try (var rows = ROWS.parse(new InputStreamReader(stream("rows.csv"), UTF_8))) {
            for (var row : rows) demandEntry(row, deployments);
            return rows.getRecordNumber();
        }
    }

    private static void demandEntry(CSVRecord row, Map<String, Recorded> deployments) {
        var name = "the deployment %s of %s".formatted(cell(row, "deployment"), cell(row, "service"));
        var recorded = deployments.get("deployment/%s/%s".formatted(cell(row, "service"), cell(row, "deployment")));
        var sequence = cell(row, "ledgerSequence");
        if (recorded == null || sequence.isEmpty() || !cell(row, "ledgerHash").equals(recorded.hashes.get(Long.valueOf(sequence)))) {
            throw new Unproven(name + " is not what the ledger has at entry " + (sequence.isEmpty() ? "none" : sequence) + ".");
        }
        if (!recorded.version.equals(cell(row, "version"))) throw new Unproven(name + " brought " + recorded.version + ", says the ledger.");
        recorded.hasRow = true;
    }

    private static String cell(CSVRecord row, String column) {
        return Csv.plain(row.get(column));
    }

    /** What the ledger knew and was asked for, when the rows were begun and when they were read, may not be left out. */
    private static void demandWhole(Checkpoint checkpoint, Map<String, Recorded> deployments) {
        deployments.forEach((subject, recorded) -> {
            if (!recorded.hasRow && asksFor(checkpoint, recorded, recorded.startedAtFirst) && asksFor(checkpoint, recorded, recorded.startedAt)) {
                throw new Unproven("%s is in the ledger and has no row.".formatted(subject));
            }
        });
    }

    private static boolean asksFor(Checkpoint checkpoint, Recorded recorded, @Nullable Instant startedAt) {
        return startedAt != null && checkpoint.asksFor(recorded.service, startedAt);
    }

    private void demandDigest(String name, String wanted) throws IOException {
        try (var digesting = new DigestInputStream(stream(name), Sha256.begun())) {
            digesting.transferTo(OutputStream.nullOutputStream());
            var found = HexFormat.of().formatHex(digesting.getMessageDigest().digest());
            if (!found.equals(wanted)) throw new Unproven(name + " was changed.");
        }
    }

    private String text(String name) throws IOException {
        try (var stream = stream(name)) {
            return new String(stream.readAllBytes(), UTF_8);
        }
    }

    private InputStream stream(String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) throw new Unproven(name + " is missing.");
        return zip.getInputStream(entry);
    }

    private static String told(String before, @Nullable Object value) {
        return value == null ? "" : before + value;
    }

    private static String fingerprints(List<VerifyingKey> keys) {
        return "Signed by the key in the bundle, " + keys.stream().map(VerifyingKey::fingerprint).collect(Collectors.joining(", "))
                + ": compare it, or give --keys.";
    }
}
