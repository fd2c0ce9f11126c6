package dev.holdfast.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.quantities.Period;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which findings are one and the same matter from day to day. */
class FindingNewsTest {

    private static final Instant SEEN = Instant.parse("2026-11-01T05:30:00Z");

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "GAP, nights, -, 10, 14, GAP, nights, -, 10, 14, same",
        "GAP, nights, -, 10, 14, GAP, nights, -, 12, 14, same",
        "GAP, nights, -, 10, 14, GAP, nights, -, 14, 16, other",
        "GAP, nights, -, 10, 14, GAP, days, -, 10, 14, other",
        "GAP, nights, -, 10, 14, CLOCK_CHANGE, nights, -, 10, 14, other",
        "ON_LEAVE, nights, ann, 10, 14, ON_LEAVE, nights, ann, 11, 13, same",
        "ON_LEAVE, nights, ann, 10, 14, ON_LEAVE, nights, bob, 11, 13, other",
        "FEW_PARTICIPANTS, nights, ann, -, -, FEW_PARTICIPANTS, nights, ann, -, -, same",
        "GAP, nights, -, 10, -, GAP, nights, -, 28, 29, same",
    })
    void whatMeetsIsOne(
            Check.Code code, String schedule, @Nullable String person, @Nullable Integer from, @Nullable Integer to,
            Check.Code code2, String schedule2, @Nullable String person2, @Nullable Integer from2, @Nullable Integer to2, String verdict) {
        var known = new Finding("f", check(code, schedule, person, from, to), SEEN);
        var found = check(code2, schedule2, person2, from2, to2);

        var news = FindingNews.of(List.of(known), List.of(found));

        var same = verdict.equals("same");
        assertThat(news.goingOn().containsKey(known)).isEqualTo(same);
        assertThat(news.fresh()).hasSize(same ? 0 : 1);
        assertThat(news.gone()).hasSize(same ? 0 : 1);
        var now = SEEN.plusSeconds(86_400);
        assertThat(FindingNews.dated(List.of(known), List.of(found), now).getFirst().since()).isEqualTo(same ? SEEN : now);
    }

    private static Check check(Check.Code code, String schedule, @Nullable String person, @Nullable Integer from, @Nullable Integer to) {
        var when = from == null ? null : new Period(day(from), to == null ? null : day(to));
        return new Check(code, schedule, null, person == null ? List.of() : List.of(new PersonName(person)), when, "text", "mend", "/url");
    }

    private static Instant day(int day) {
        return Instant.parse("2026-11-%02dT00:00:00Z".formatted(day));
    }
}
