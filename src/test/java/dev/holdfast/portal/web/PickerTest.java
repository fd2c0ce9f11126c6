package dev.holdfast.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PickerTest {

    @Test
    void listsWhatIsFewAfterAllAndHasTheNameTypedWhereThereAreMany() {
        var few = Picker.filter("team", "Team", teams(60), "team-7", "/names");
        var many = Picker.filter("team", "Team", teams(61), "team-7", "/names");
        var none = Picker.filter("team", "Team", teams(0), "", "/names");

        assertThat(few.choices()).hasSize(61).filteredOn(Choice::chosen).extracting(Choice::value).containsExactly("team-7");
        assertThat(many.choices()).isEmpty();
        assertThat(many.typed()).isEqualTo("team-7");
        assertThat(none.choices()).containsExactly(new Choice("", "all", true));
    }

    @Test
    void offersFirstWhatBeginsWithWhatWasTyped() {
        var all = List.of(new Choice("a-shop", "A shop", false), new Choice("shop", "Shop", false), new Choice("barn", "Barn", false));

        assertThat(Pickers.offered(all, " SHO")).extracting(Choice::value).containsExactly("shop", "a-shop");
    }

    private static List<Choice> teams(int number) {
        return IntStream.range(0, number).mapToObj(each -> new Choice("team-" + each, "Team " + each, false)).toList();
    }
}
