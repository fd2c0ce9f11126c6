package dev.holdfast.paging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.paging.Lines.Line;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EscalationTest {

    private static final Line ANN = line("who is on call", "ann");
    private static final Line BOB = line("the next participant", "bob");

    @Test
    void callsWhoCoversThenTheNextThenTheChainAndThenGoesRoundAgain() {
        var lines = Lines.covered(ANN, BOB, people("bob", "pat", "ida"));

        assertThat(calls(3, lines, Set.of()))
                .containsExactly(
                        "1.1 ann", "1.2 bob", "1.3 pat", "1.4 ida",
                        "2.1 ann", "2.2 bob", "2.3 pat", "2.4 ida",
                        "3.1 ann", "3.2 bob", "3.3 pat", "3.4 ida",
                        "unanswered");
    }

    @Test
    void passesOverAStepInWhichNobodyCanBeReachedAndSaysSo() {
        var lines = Lines.covered(ANN, BOB, people("pat"));

        assertThat(calls(1, lines, Set.of("ann")))
                .containsExactly("skip 1.1 [ann]", "1.2 bob", "1.3 pat", "unanswered");
        assertThat(calls(1, lines, Set.of("bob", "pat"))).containsExactly("1.1 ann", "skip 1.2 [bob]", "unanswered");
    }

    @Test
    void isUnansweredAtOnceWhereAWholeRoundFindsNobody() {
        var lines = Lines.covered(ANN, null, people("pat"));

        assertThat(calls(3, lines, Set.of("ann", "pat")))
                .containsExactly("skip 1.1 [ann]", "skip 1.2 []", "unanswered");
    }

    @Test
    void leavesOutOfTheChainWhoWasCalledInThisRound() {
        var lines = Lines.covered(ANN, BOB, people("ann", "bob", "pat"));

        assertThat(calls(1, lines, Set.of())).containsExactly("1.1 ann", "1.2 bob", "1.3 pat", "unanswered");
    }

    @Test
    void callsWhoTookOverMeanwhileBeforeTheNextParticipant() {
        var afterTheHandOff = Lines.covered(line("who is on call", "bob"), line("the next participant", "cas"), people());

        var move = Escalation.next(
                policy(3), new Progress(1, 1, Set.of(new PersonName("ann"))), afterTheHandOff, person -> true);

        assertThat(said(move)).containsExactly("1.2 bob");
    }

    @Test
    void goesThroughTheTiersOfOperationsInTheirOrder() {
        var tiers = new Lines(
                List.of(tier("L1", "gus"), tier("L2", "hal"), tier("L3", "ann", "bob")), people("pat"));

        assertThat(calls(1, tiers, Set.of())).containsExactly("1.1 gus", "1.2 hal", "1.3 ann,bob", "1.4 pat", "unanswered");
    }

    @Test
    void callsAGapsChainOneByOne() {
        var gap = new Lines(List.of(), people("bob", "ann", "ida"));

        assertThat(calls(2, gap, Set.of("ann")))
                .containsExactly("1.1 bob", "1.2 ida", "2.1 bob", "2.2 ida", "unanswered");
    }

    /**
     * The escalation cases of on-call-more.json that rule 8 covers. Left out: {@code repeat-once} and
     * {@code engine-restart-does-not-lose-a-timer}, whose steps wait differently long, where rule 8 has one timeout for
     * all; a round and a restart are in {@code CalloutsTest}. Of the notification cases, {@code no-rules-is-an-error} is
     * a person who cannot be reached; the two ladders are a matter of {@code notification}.
     */
    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void pagesAsTheCaseSays(String name, Case it) {
        assertThat(it.pages()).isEqualTo(it.expected());
    }

    static Stream<Named> cases() {
        var ab = Lines.covered(line("1", "A"), line("2", "B"), people());
        return Stream.of(
                new Named("two-levels-no-answer", new Case(ab, 5, Map.of(), List.of("0 A", "5 B", "exhausted 10"))),
                new Named("ack-at-the-same-minute-wins", new Case(ab, 5, Map.of(5, "ack"), List.of("0 A"))),
                new Named(
                        "empty-schedule-step-is-skipped-at-once",
                        new Case(
                                Lines.covered(line("1"), line("2", "B"), people()),
                                5,
                                Map.of(),
                                List.of("0 B", "exhausted 5"))),
                new Named(
                        "same-person-twice-in-a-step-pages-once",
                        new Case(
                                Lines.covered(line("1", "A", "A"), line("2", "B"), people()),
                                5,
                                Map.of(1, "ack"),
                                List.of("0 A"))),
                new Named(
                        "manual-escalate-jumps",
                        new Case(ab, 30, Map.of(2, "escalate"), List.of("0 A", "2 B", "exhausted 32"))),
                new Named(
                        "maintenance-holds-then-first-step",
                        new Case(ab, 10, Map.of(0, "held", 60, "released"), List.of("60 A", "70 B", "exhausted 80"))));
    }

    /** JUnit spreads an {@code Object[]} over the parameters. */
    private record Named(String name, Case it) implements Arguments {
        @Override
        public Object[] get() {
            return new Object[] {name, it};
        }
    }

    /** Steps of equal timeouts in one round, and what happens in which minute. */
    private record Case(Lines lines, int timeout, Map<Integer, String> events, List<String> expected) {

        List<String> pages() {
            var pages = new ArrayList<String>();
            var events = new TreeMap<>(this.events);
            var progress = Progress.START;
            var due = 0;
            while (true) {
                if (!events.isEmpty() && events.firstKey() <= due) {
                    var event = events.pollFirstEntry();
                    if (event.getValue().equals("ack")) return pages;
                    due = event.getValue().equals("held") ? Integer.MAX_VALUE : event.getKey();
                    continue;
                }
                if (!(Escalation.next(policy(1), progress, lines, person -> true) instanceof Move.Call call)) {
                    pages.add("exhausted " + due);
                    return pages;
                }
                pages.add(due + " " + String.join(",", names(call.line().people())));
                progress = new Progress(call.round(), call.step(), call.called());
                due += timeout;
            }
        }
    }

    private static List<String> calls(int rounds, Lines lines, Set<String> unreachable) {
        var calls = new ArrayList<String>();
        var progress = Progress.START;
        while (true) {
            var move = Escalation.next(
                    policy(rounds), progress, lines, person -> !unreachable.contains(person.value()));
            calls.addAll(said(move));
            if (!(move instanceof Move.Call call)) {
                return calls;
            }
            progress = new Progress(call.round(), call.step(), call.called());
        }
    }

    private static List<String> said(Move move) {
        var said = new ArrayList<String>();
        move.skipped().forEach(skip ->
                said.add("skip %d.%d %s".formatted(skip.round(), skip.step(), names(skip.people()))));
        said.add(switch (move) {
            case Move.Call call ->
                "%d.%d %s".formatted(call.round(), call.step(), String.join(",", names(call.line().people())));
            case Move.Unanswered nobody -> "unanswered";
        });
        return said;
    }

    private static EscalationPolicy policy(int rounds) {
        return new EscalationPolicy(Duration.ofMinutes(5), Map.of(), rounds, Duration.ofMinutes(30), null);
    }

    private static Line line(String name, String... people) {
        return new Line(name, null, "some-schedule", people(people));
    }

    private static Line tier(String tier, String... people) {
        return new Line("tier " + tier, tier, "some-schedule", people(people));
    }

    private static List<PersonName> people(String... names) {
        return Arrays.stream(names).map(PersonName::new).toList();
    }

    private static List<String> names(List<PersonName> people) {
        return people.stream().map(PersonName::value).toList();
    }
}
