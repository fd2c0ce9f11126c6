package dev.holdfast.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.search.Findable.Kind;
import dev.holdfast.search.Hit.Match;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How texts are cut, slips are noticed and what was found is put in order. */
class RankingTest {

    private static final Findable BEDROOM = service("bedroom", "Bedroom shop", List.of("Search, configure and buy", "sleep-team"), "shop.example/bedroom");
    private static final Vocabulary KNOWN =
            new Vocabulary(List.of("bedroom", "checkout", "configure", "mattresses", "room", "search", "shop", "sofas", "wardrobes"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "bedroom                          | EXACT",
        "Bedroom Shop                     | EXACT",
        "bed                              | BEGINNING",
        "shop bed                         | NAMED",
        "configure                        | MENTIONED",
        "bed buy                          | MENTIONED",
        "sleep                            | MENTIONED",
        "bedrom                           | NEAR",
        "ebdroom                          | NEAR",
        "https://shop.example/bedroom/x?y | EXACT",
        "shop.example/bedroom             | EXACT",
        "www.shop.example/bedroom         | EXACT"
    })
    void whatIsFoundSaysHowNearItIs(String text, Match match) {
        var hits = Ranking.of(Asked.of(text, KNOWN), List.of(BEDROOM), 10);

        assertThat(hits).singleElement().extracting(Hit::match).isEqualTo(match);
    }

    @Test
    void theNearestComesFirstThenTheKindThenTheLatestThenTheShortest() {
        var found = new ArrayList<Findable>();
        found.add(incident("INC-1", "Room search fails", "2026-11-01T00:00:00Z"));
        found.add(incident("INC-2", "Room search fails", "2026-11-02T00:00:00Z"));
        found.add(service("room-planner", null, List.of(), ""));
        found.add(service("rooms", null, List.of(), ""));
        found.add(new Findable(Kind.TEAM, "room", null, "", "/teams/room", List.of(), List.of(), null));
        found.add(service("loft", null, List.of("room"), ""));
        found.add(service("room-planner", null, List.of(), ""));

        assertThat(Ranking.of(Asked.of("room", KNOWN), found, 10)).extracting(hit -> hit.found().name())
                .containsExactly("room", "rooms", "room-planner", "INC-2", "INC-1", "loft");
    }

    @Test
    void whatIsOnlyNearIsLeftOutWhereSomethingIsMeant() {
        var found = List.of(service("sofas", null, List.of(), ""), service("softs", null, List.of(), ""));

        assertThat(Ranking.of(new Asked("softs", List.of(new Asked.Word("softs", List.of("sofas"))), List.of("softs"), List.of()), found, 10))
                .extracting(hit -> hit.found().name())
                .containsExactly("softs");
    }

    @Test
    void ofSeveralUnderOneHostThePathThatFitsFurthestIsMeant() {
        var found = List.of(service("shop", null, List.of(), "shop.example"), service("beds", null, List.of(), "shop.example/bedroom"));

        var hits = Ranking.of(Asked.of("https://shop.example/bedroom/oak", KNOWN), found, 10);

        assertThat(hits).extracting(hit -> hit.found().name() + " " + hit.match()).containsExactly("beds EXACT", "shop MENTIONED");
    }

    @ParameterizedTest
    @CsvSource({
        "bedrom, bedroom", "bedorom, bedroom", "beddroom, bedroom", "serach, search", "serch, search", "chekcuot, checkout",
        "wardrobs, wardrobes", "matr, mattresses", "be, ''", "12345, ''", "xyzzy, ''"
    })
    void aSlipIsReadAsItsNeighbour(String typed, String meant) {
        assertThat(KNOWN.near(typed).stream().findFirst().orElse("")).isEqualTo(meant);
    }

    @Test
    void theBeginningOfAWordIsNoSlip() {
        assertThat(Asked.of("ward sea", KNOWN).meant()).isEmpty();
        assertThat(Asked.of("ward seach", KNOWN).meant()).contains("ward search");
    }

    @Test
    void textsAreCutWholeAndIntoParts() {
        assertThat(Words.of(List.of("BedroomSearchErrors", "room-planner", "Café")))
                .contains("bedroom", "search", "errors", "bedroomsearcherrors", "room", "planner", "room-planner", "cafe");
    }

    @ParameterizedTest
    @CsvSource({"INC-482, inc-482", "inc 482, inc-482", "482, inc-482"})
    void anIncidentIsCalledByItsNumber(String text, String name) {
        assertThat(Asked.of(text, KNOWN).wholes()).contains(name);
    }

    @Test
    void nothingThatIsTypedEndsTheTermsThatTheDatabaseReads() {
        assertThat(Asked.of("x' | 'y & !(z) : * \\", KNOWN).terms()).isEqualTo("'x':* & 'y':* & 'z':*");
    }

    private static Findable service(String name, @Nullable String title, List<String> words, String place) {
        return new Findable(Kind.SERVICE, name, title, "", "/services/" + name, words, place.isEmpty() ? List.of() : List.of(place), null);
    }

    private static Findable incident(String number, String summary, String at) {
        return new Findable(Kind.INCIDENT, number, summary, "", "/incidents/" + number, List.of(), List.of(), Instant.parse(at));
    }
}
