package dev.holdfast.packs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.keys.Keyring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packs as files: whole, signed, escaped. */
class PackFilesTest {

    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);
    private static final String EVIL = "<script>alert(1)</script>\"'&";

    private final PackSigning signing = new PackSigning(new Keyring(KEY));

    @TempDir
    Path folder;

    @Test
    void aPackVerifiesAndAChangedByteDoesNot() throws IOException {
        var pack = pack("furnishing", "Bob is on call");
        new PackFolder(folder).write(List.of(pack), signing.verifyingKey().pem());
        var file = folder.resolve(pack.file());

        assertThat(PackCommand.verify(file, folder.resolve(PackFolder.KEY).toString(), "", folder).verified()).isTrue();
        assertThat(PackCommand.verify(file, "", "", folder).verified()).isTrue();

        var changed = Files.readAllBytes(file);
        changed[0] ^= 1;
        Files.write(file, changed);
        assertThat(PackCommand.verify(file, "", "", folder)).returns(false, PackCommand.Verdict::verified);
    }

    @Test
    void anotherInstallationsKeyDoesNotVerifyIt() throws IOException {
        var pack = pack("furnishing", "Bob is on call");
        new PackFolder(folder).write(List.of(pack), signing.verifyingKey().pem());
        var other = new PackSigning(new Keyring("another 32 bytes of somebody els".getBytes(UTF_8)));
        Files.writeString(folder.resolve("other.pem"), other.verifyingKey().pem());

        var verdict = PackCommand.verify(folder.resolve(pack.file()), folder.resolve("other.pem").toString(), "", folder);

        assertThat(verdict.verified()).isFalse();
        assertThat(verdict.line()).contains(other.verifyingKey().fingerprint());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no base64 !", "AAAA"})
    void whatIsNoSignatureVerifiesNothing(String signature) throws IOException {
        var pack = pack("furnishing", "Bob is on call");
        new PackFolder(folder).write(List.of(pack), signing.verifyingKey().pem());
        Files.writeString(folder.resolve(pack.file() + ".sig"), signature);

        assertThat(PackCommand.verify(folder.resolve(pack.file()), "", "", folder).verified()).isFalse();
    }

    @Test
    void aPackIsReplacedWholeAndNothingHalfIsLeft() throws IOException {
        var packs = new PackFolder(folder);
        packs.write(List.of(pack("a", "one"), pack("b", "one")), signing.verifyingKey().pem());
        Files.writeString(folder.resolve("of-somebody-else.html"), "stays");

        packs.write(List.of(pack("a", "two")), signing.verifyingKey().pem());

        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder(
                    "incident-pack-a.html", "incident-pack-a.html.sig", PackFolder.KEY, "of-somebody-else.html");
        }
        assertThat(folder.resolve("incident-pack-a.html")).hasContent("two");
    }

    @Test
    void whatCannotBeWrittenLeavesWhatWasThere() throws IOException {
        var packs = new PackFolder(folder);
        packs.write(List.of(pack("a", "one")), signing.verifyingKey().pem());
        Files.createDirectory(folder.resolve(".incident-pack-a.html.new"));
        Files.writeString(folder.resolve(".incident-pack-a.html.new").resolve("in-the-way"), "x");

        assertThatThrownBy(() -> packs.write(List.of(pack("a", "two")), signing.verifyingKey().pem())).isInstanceOf(IOException.class);

        assertThat(folder.resolve("incident-pack-a.html")).hasContent("one");
    }

    @Test
    void everyFieldIsEscapedAndNothingIsFetched() {
        var party = new PackSheet.Party(EVIL, EVIL, EVIL);
        var place = new PackSheet.Place(EVIL, "https://x/" + EVIL, true);
        var shut = new PackSheet.Place(EVIL, "javascript:" + EVIL, false);
        var page = new String(PackPage.of(new PackSheet(
                EVIL, EVIL, EVIL, EVIL, EVIL, EVIL, List.of(party),
                List.of(new PackSheet.ServiceCard(
                        EVIL, EVIL, EVIL, EVIL, party, EVIL, EVIL, List.of(new PackSheet.Turn(EVIL, EVIL, List.of(party))),
                        List.of(party), List.of(place, shut), List.of(new PackSheet.Need(EVIL, EVIL)))),
                List.of(new PackSheet.Card(EVIL, EVIL, EVIL, EVIL, List.of(place, shut))))), UTF_8);

        assertThat(page).doesNotContain("<script").doesNotContain("href=\"javascript").doesNotContain("src=").doesNotContain("<link")
                .doesNotContain("url(").doesNotContain("@import");
        assertThat(page.split("&lt;script&gt;", -1).length).isGreaterThan(30);
        assertThat(page).contains("default-src 'none'");
    }

    private Pack pack(String name, String text) {
        var page = text.getBytes(UTF_8);
        return new Pack(name, name, 1, Instant.EPOCH, page, signing.sign(page));
    }
}
