package dev.holdfast.portal.web.reflection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.quantities.Because;
import dev.holdfast.reflection.Proposal;
import dev.holdfast.reflection.Reflection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProposalWordsTest {

    private static final Currency USD = Currency.getInstance("USD");

    @Test
    void cutsWhatIsAboutManyServicesAndLeadsToTheRest() {
        var asked = ProposalWords.asked(proposed(30, 12), USD);

        assertThat(asked.why()).extracting(Because::text).containsExactly("reason 0", "reason 1", "reason 2", "reason 3", "reason 4");
        assertThat(asked.further()).extracting(Because::text).startsWith("reason 5").endsWith("reason 24").hasSize(20);
        assertThat(asked.whyMore()).isEqualTo(5);
        assertThat(asked.moves()).hasSize(10);
        assertThat(asked.movesMore()).isEqualTo(2);
        assertThat(asked.csv()).isEqualTo("/reflection/proposal.csv?key=RAISE_BOUND%3A99.0%3Aa%2Bb");
    }

    @Test
    void leavesNothingOverOfAFew() {
        var asked = ProposalWords.asked(proposed(5, 10), USD);

        assertThat(asked.further()).isEmpty();
        assertThat(asked.whyMore()).isZero();
        assertThat(asked.moves()).hasSize(10);
        assertThat(asked.movesMore()).isZero();
    }

    @Test
    void tellsAllReasonsAndChangesAsCsv() {
        var lines = ProposalWords.csv(proposed(30, 12)).text().lines().toList();

        assertThat(lines).hasSize(1 + 30 + 12).contains("reason,,,,reason 29", "change,service-11,now,then,").first().isEqualTo("what,service,now,then,words");
    }

    @Test
    void showsPartOfALongListAndSaysWhichAndWhereTheNextAre() {
        var all = IntStream.range(0, 60).boxed().toList();

        assertThat(ReflectionPage.Shown.of(all, 0, "answers", Function.identity()))
                .isEqualTo(new ReflectionPage.Shown<>(all.subList(0, 25), "1 to 25 of 60", "/reflection?answers=25#answers"));
        assertThat(ReflectionPage.Shown.of(all, 50, "answers", Function.identity()))
                .isEqualTo(new ReflectionPage.Shown<>(all.subList(50, 60), "51 to 60 of 60", null));
        assertThat(ReflectionPage.Shown.of(all, 60, "answers", Function.identity()).rows()).startsWith(0);
        assertThat(ReflectionPage.Shown.of(all.subList(0, 25), 0, "answers", Function.identity()))
                .isEqualTo(new ReflectionPage.Shown<>(all.subList(0, 25), "", null));
    }

    @Test
    void takesWhatIsNoNumberOfOursAsTheBeginning() {
        assertThat(ReflectionAsked.of(Map.of("proposals", "25", "answers", "-1"))).isEqualTo(new ReflectionAsked(25, 0));
        assertThat(ReflectionAsked.of(Map.of("proposals", "99999999999", "answers", ""))).isEqualTo(new ReflectionAsked(0, 0));
    }

    private static Reflection.Proposed proposed(int reasons, int moves) {
        var why = IntStream.range(0, reasons).mapToObj(number -> Because.of("NOTHING_LOST", "reason " + number)).toList();
        var proposal = new Proposal("RAISE_BOUND:99.0:a+b", Proposal.Code.RAISE_BOUND, "Raise the bound.", why, List.of(), List.of());
        return new Reflection.Proposed(
                proposal, IntStream.range(0, moves).mapToObj(number -> new Reflection.Move("service-" + number, "now", "then")).toList(),
                Optional.empty(), Optional.empty());
    }
}
