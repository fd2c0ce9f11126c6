package dev.holdfast.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.JsonNodeFactory;

class NotificationCoreTest {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 5", "4, 10", "5, 20", "6, 30", "7, 60", "50, 60"})
    void waitsLongerAfterEachFailure(int attempts, int seconds) {
        assertThat(Backoff.next(attempts, NOON, Duration.ofHours(1), NOON)).hasValue(NOON.plusSeconds(seconds));
    }

    @Test
    void givesUpWhenPatienceEnds() {
        var last = NOON.plusSeconds(290);

        assertThat(Backoff.next(5, NOON, Duration.ofMinutes(5), last)).isEmpty();
        assertThat(Backoff.next(4, NOON, Duration.ofMinutes(5), last)).hasValue(NOON.plusSeconds(300));
        assertThat(Backoff.next(1, NOON, Duration.ZERO, NOON)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "EMAIL, ann@example.com, a…@example.com",
        "EMAIL, nobody, …",
        "WEBHOOK, https://hooks.example.com/T0/secret?key=1, https://hooks.example.com/…",
        "NTFY, http://10.0.0.1:8081/ann-7f3c, http://10.0.0.1:8081/…"
    })
    void masksWhatWouldLetOthersUseAnAddress(By by, String address, String masked) {
        assertThat(Mask.of(by, address)).isEqualTo(masked);
    }

    @Test
    void signsByHmacSha256() {
        assertThat(Signature.of("key", "The quick brown fox jumps over the lazy dog".getBytes(UTF_8)))
                .isEqualTo("sha256=f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8");
    }

    @Test
    void makesIdsThatSortByTimeAndFitAnAddress() {
        var ids = IntStream.range(0, 100).mapToObj(i -> Ids.fresh(NOON.plusMillis(i))).toList();

        assertThat(ids).isSorted().doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-z]{26}"));
    }

    @ParameterizedTest
    @CsvSource({
        "smtp://u%40x:p%3Aw+d@mail.example.com:2525?starttls=required, smtp, mail.example.com, 2525, u@x, p:w+d, REQUIRED",
        "smtp://mail.example.com, smtp, mail.example.com, 587, , , OFFERED",
        "smtps://u:p@mail.example.com, smtps, mail.example.com, 465, u, p, OFFERED"
    })
    void readsTheMailServersAddress(
            String url, String protocol, String host, int port, String user, String password, MailServer.StartTls tls) {
        var server = MailServer.parse(url);

        assertThat(server).isEqualTo(new MailServer(protocol, host, port, user, password, tls));
        assertThat(server.toString()).doesNotContain("p:w");
    }

    @Test
    void refusesAMailServerThatItCannotRead() {
        assertThatThrownBy(() -> MailServer.parse("smtp://h?starttls=perhaps"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void encodesTitlesForHeaders() {
        assertThat(NtfyChannel.encoded("INC-1 disk")).isEqualTo("INC-1 disk");
        assertThat(NtfyChannel.encoded("Möbel")).isEqualTo("=?UTF-8?B?TcO2YmVs?=");
        assertThat(Texts.oneLine("a\r\nBcc: b\u2028c")).isEqualTo("a Bcc: b c");
        assertThat(Texts.cut("ää😀ä", 8)).isEqualTo("ää😀…");
    }

    @Test
    void escapesWhatOthersWroteInHtml() {
        var briefing = new Briefing(
                "s", "<script>\n&\"'", JsonNodeFactory.instance.objectNode(), URI.create("https://h/?a=1&b=2"), null, true);

        assertThat(MailText.html(briefing))
                .contains("<p>&lt;script&gt;</p><p>&amp;&quot;&#39;</p>", "href=\"https://h/?a=1&amp;b=2\"")
                .doesNotContain("<script>");
    }
}
