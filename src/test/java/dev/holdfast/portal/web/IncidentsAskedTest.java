package dev.holdfast.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.http.Unprocessable;
import dev.holdfast.incidents.Position;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IncidentsAskedTest {

    @Test
    void anAddressIsReadAndWrittenAgainWithoutWhatMeansNothing() {
        var asked = IncidentsAsked.of(Map.of("state", "closed", "type", "major", "service", " a&b ", "from", "yesterday", "to", "2026-11-24"));

        assertThat(asked.address("/incidents", "resolved", "x")).isEqualTo("/incidents?state=resolved&type=major&service=a%26b&to=2026-11-24&cursor=x");
        assertThat(asked.address("/incidents", "all", null)).isEqualTo("/incidents?type=major&service=a%26b&to=2026-11-24");
        assertThat(asked.narrows()).isTrue();
        assertThat(IncidentsAsked.of(Map.of()).narrows()).isFalse();
    }

    @Test
    void aPlaceInTheListComesBackFromItsCursorAndNoOther() {
        var position = new Position(Instant.parse("2026-11-24T03:12:02.123456Z"), 482);

        assertThat(Position.read(position.cursor())).contains(position);
        assertThat(Position.read(null)).isEmpty();
        assertThatThrownBy(() -> Position.read("NDgy")).isInstanceOf(Unprocessable.class);
        assertThatThrownBy(() -> Position.read("!!")).isInstanceOf(Unprocessable.class);
    }

    @Test
    void instantsInASentenceAreWrittenAsTheReaderReadsThem() {
        var reader = new ReaderTime(ZoneId.of("Europe/Stockholm"), Instant.parse("2026-11-24T03:24:27Z"));

        assertThat(reader.spoken("It waits until 2026-11-24T08:00:00Z, not 2026-11-25T08:00:00.5Z."))
                .isEqualTo("It waits until 09:00, not Wed 25 Nov 09:00.");
    }
}
