package dev.holdfast.portal.web.groups;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.catalogue.Domain;
import dev.holdfast.catalogue.TeamKind;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY | Mon to Fri",
        "SATURDAY SUNDAY | Sat, Sun",
        "MONDAY WEDNESDAY FRIDAY | Mon, Wed, Fri",
        "MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY | every day",
        "SUNDAY | Sun",
    })
    void daysInARowAreNamedByTheirEnds(String days, String words) {
        assertThat(GroupWords.days(Arrays.stream(days.split(" ")).map(DayOfWeek::valueOf).collect(Collectors.toSet()))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"PRODUCT, A product team", "OPERATIONS_BRIDGE, An operations bridge", "DBA, A DBA team", "APPLICATION_SUPPORT, An application support team", ", A team of no kind yet"})
    void aTeamIsCalledByItsKind(TeamKind kind, String words) {
        assertThat(GroupWords.withArticle(GroupWords.kind(kind))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, team, None is described yet.", "1, 1, team, 1 team.", "2, 30, team, 2 of 30 teams.", "2, 2, person, 2 people.", "1, 2, third party, 1 of 2 third parties."})
    void aListSaysHowManyOfHowMany(int found, int all, String noun, String words) {
        assertThat(GroupWords.listed(found, all, noun)).isEqualTo(words);
    }

    @Test
    void aValueIsWrittenAsInAddresses() {
        assertThat(GroupWords.value(Domain.Grouping.CUSTOMER_JOURNEY)).isEqualTo("customer-journey");
    }
}
