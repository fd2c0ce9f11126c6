package dev.holdfast.changes.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.access.Viewer;
import dev.holdfast.changes.Attestations;
import dev.holdfast.changes.Audit;
import dev.holdfast.changes.Bundles;
import dev.holdfast.deployments.DeploymentFilter;
import dev.holdfast.http.Csv;
import dev.holdfast.keys.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The rows of the audit with what shows that they are true, as a zip that {@code verify-bundle} checks without us (C8). */
@Component
class AuditBundle {

    private static final String README = """
            What is in here

            rows.csv      one row for each deployment to production that was asked for, the latest first
            ledger.jsonl  the ledger from the first entry that a row names to where it ended, one entry a line
            checkpoint    what was asked for, where the ledger ended and the SHA-256 of both files, signed (C2SP signed note, Ed25519)
            keys.json     the public key; compare it with the one that you were given before: https://<holdfast>/.well-known/holdfast-keys

            How to check it, without a server and without a network

            java -jar holdfast.jar verify-bundle <this file> --keys <the keys that you were given before>

            It says whether the checkpoint is signed by those keys, both files are the signed ones, every entry of the ledger follows
            the one before it, every row has its entry, and every deployment in it that was asked for has its row.
            """;

    private final Audit audit;
    private final Bundles bundles;
    private final Attestations attestations;
    private final JsonMapper json;

    AuditBundle(Audit audit, Bundles bundles, Attestations attestations, JsonMapper json) {
        this.audit = audit;
        this.bundles = bundles;
        this.attestations = attestations;
        this.json = json;
    }

    /** Written as it is read: of a million rows none is kept. */
    void write(OutputStream out, DeploymentFilter filter, Viewer viewer) throws IOException {
        var whole = bundles.whole();
        var first = new long[] {Long.MAX_VALUE};
        var zip = new ZipOutputStream(out);
        try {
            var rows = file(zip, "rows.csv", line -> {
                line.accept(Csv.line(AuditRow.HEAD));
                audit.each(filter, viewer, page -> page.stream().map(AuditRow::of).forEach(row -> {
                    if (row.ledger() != null) first[0] = Math.min(first[0], row.ledger().sequence());
                    line.accept(Csv.line(row.cells()));
                }));
            });
            var run = bundles.from(first[0]);
            var ledger = file(zip, "ledger.jsonl", line -> run.each(entry -> line.accept(json.writeValueAsString(entry) + "\n")));
            file(zip, "checkpoint", line -> line.accept(bundles.checkpoint(run, whole, filter, rows, ledger)));
            file(zip, "keys.json", line -> line.accept(json.writeValueAsString(attestations.keys())));
            file(zip, "README.txt", line -> line.accept(README));
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
        zip.finish();
    }

    /** Its SHA-256 in hexadecimal. */
    private static String file(ZipOutputStream zip, String name, Consumer<Consumer<String>> writing) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        var digesting = new DigestOutputStream(zip, Sha256.begun());
        writing.accept(text -> {
            try {
                digesting.write(text.getBytes(UTF_8));
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        });
        zip.closeEntry();
        return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
    }
}
