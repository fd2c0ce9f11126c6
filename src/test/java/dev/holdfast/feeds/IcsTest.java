package dev.holdfast.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What we write, read back by another library. */
class IcsTest {

    private static final Instant BEFORE_THE_CLOCKS_GO_BACK = Instant.parse("2026-10-24T17:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {
        "nights", "Bedroom, lounge; hall", "back\\slash \\n no line", "two\nlines", "Ünïcode Škoda 日本語", "👩‍🚒 on fire 🔥, 🔥; 🔥", "\"quoted\": colon", " spaces ",
        "BEGIN:VEVENT", "a name that is so long that its line has to be folded more than once, 🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥 and then goes on"
    })
    void namesComeBackAsTheyWere(String name) {
        var calendar = read(name, List.of(told(name, 0, null)));

        var event = calendar.getEvents().getFirst();
        assertThat(calendar.getExperimentalProperty("X-WR-CALNAME").getValue()).satisfiesAnyOf(
                value -> assertThat(value).isEqualTo(name), value -> assertThat(unescaped(value)).isEqualTo(name));
        assertThat(event.getSummary().getValue()).isEqualTo(name);
        assertThat(event.getDescription().getValue()).isEqualTo(name);
    }

    @Test
    void lineBreaksOfOtherKindsAreOneKindAndControlsAreLeftOut() {
        var event = read("x", List.of(told("one\r\ntwo\rthree\u0007\u0000", 0, null))).getEvents().getFirst();

        assertThat(event.getSummary().getValue()).isEqualTo("one\ntwo\nthree");
    }

    @Test
    void saysWhenAndHowOftenItChanged() {
        var calendar = read("nights", List.of(told("Ann", 3, null), told("Bob", 4, BEFORE_THE_CLOCKS_GO_BACK)));

        var shift = calendar.getEvents().getFirst();
        assertThat(calendar.getVersion()).isEqualTo(ICalVersion.V2_0);
        assertThat(calendar.getRefreshInterval().getValue().toMillis()).isEqualTo(Duration.ofHours(1).toMillis());
        assertThat(shift.getUid().getValue()).isEqualTo("nights.0.3@example.com");
        assertThat(shift.getSequence().getValue()).isEqualTo(3);
        assertThat(shift.getDateStart().getValue().toInstant()).isEqualTo(BEFORE_THE_CLOCKS_GO_BACK);
        assertThat(shift.getDateEnd().getValue().toInstant()).isEqualTo(BEFORE_THE_CLOCKS_GO_BACK.plus(Duration.ofHours(16)));
        assertThat(shift.getLastModified().getValue().toInstant()).isEqualTo(BEFORE_THE_CLOCKS_GO_BACK);
        assertThat(shift.getStatus().isConfirmed()).isTrue();
        assertThat(calendar.getEvents().getLast().getStatus().isCancelled()).isTrue();
        assertThat(Biweekly.parse(new String(Ics.of("nights", List.of(told("Ann", 3, null))), UTF_8)).first().validate(ICalVersion.V2_0).isEmpty()).isTrue();
    }

    @Test
    void noLineIsLongerThanSeventyFiveOctetsAndNoCharacterIsCut() {
        for (var seed = 0; seed < 300; seed++) {
            var name = some(new Random(seed));

            var file = new String(Ics.of(name, List.of(told(name, seed, null))), UTF_8);

            assertThat(file.split("\r\n")).as("seed %d", seed).allSatisfy(line -> assertThat(line.getBytes(UTF_8).length).isLessThanOrEqualTo(75));
            assertThat(file).doesNotContain("\uFFFD").endsWith("END:VCALENDAR\r\n");
            assertThat(Biweekly.parse(file).first().getEvents().getFirst().getSummary().getValue()).as("seed %d", seed).isEqualTo(name);
        }
    }

    private static String some(Random random) {
        var letters = new ArrayList<String>(List.of("a", " ", ",", ";", "\\", "é", "語", "🔥", ":", "\"", "\n"));
        var name = new StringBuilder("x");
        for (var count = random.nextInt(200); count > 0; count--) name.append(letters.get(random.nextInt(letters.size())));
        return name.append("x").toString();
    }

    private static ICalendar read(String title, List<Published> published) {
        return Biweekly.parse(new String(Ics.of(title, published), UTF_8)).first();
    }

    private static String unescaped(String value) {
return Pattern.compile("\\\\(.)").matcher(value).replaceAll(found -> Matcher.quoteReplacement(found.group(1).equals("n") ? "\n" : found.group(1)));
    }

    private static Published told(String name, int sequence, @Nullable Instant withdrawn) {
        var from = BEFORE_THE_CLOCKS_GO_BACK;
        return new Published(
                new FeedEvent("nights.0.3@example.com", from, from.plus(Duration.ofHours(16)), name, name, "https://example.com/schedules/nights"),
                sequence, from, withdrawn);
    }
}
