package dev.holdfast.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.catalogue.Domain;
import dev.holdfast.catalogue.DomainName;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.operatingmodel.OnCallLevel;
import dev.holdfast.quantities.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProposingTest {

    private static final Instant NOW = Instant.parse("2026-11-18T12:34:56Z");
    private static final WorkingCalendar OFFICE = WorkingCalendar.usualIn(ZoneId.of("Europe/London"));

    @ParameterizedTest(name = "{0}, of whom {1} cannot be reached: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            a1 a2 a3 a4, b1 b2 | '' | a1 b1 a2 a3 b2 a4
            a1 a2 a3, b1       | '' | a1 a2 b1 a3
            a1 a2, b1 b2       | b1 | a1 b2 a2
            a1 x, b1 x         | '' | a1 b1 x
            a1 a2, b1          | a2 b1 | a1 a2 b1
            a1, b1             | '' | a1 b1
            a1 a2 a3 a4        | a1 a4 | a2 a3 a1
            """)
    void takesTheTeamsByTurns(String teams, String unreachable, String expected) {
        var asked = Stream.of(teams.split(", ")).map(team -> people(team.strip().split(" "))).toList();
        var mute = Set.of(unreachable.split(" "));

        var order = Proposing.order(asked, person -> !mute.contains(person.value()));

        assertThat(order).extracting(PersonName::value).containsExactly(expected.strip().split(" "));
    }

    /** However many teams and people: each once, and nowhere in the order has a team had much more than its share. */
    @Test
    void noTeamHasItsTurnsInARow() {
        var random = new Random(73);
        for (var round = 0; round < 500; round++) {
            var teams = new ArrayList<List<PersonName>>();
            var sizes = IntStream.range(0, 1 + random.nextInt(5)).map(team -> 1 + random.nextInt(9)).toArray();
            for (var team = 0; team < sizes.length; team++) {
                var name = "t" + team + "-";
                teams.add(IntStream.range(0, sizes[team]).mapToObj(member -> new PersonName(name + member)).toList());
            }
            var order = Proposing.order(teams, person -> true);

            assertThat(order).hasSize(IntStream.of(sizes).sum()).doesNotHaveDuplicates();
            for (var taken = 1; taken <= order.size(); taken++) {
                for (var team = 0; team < sizes.length; team++) {
                    var name = "t" + team + "-";
                    var had = order.subList(0, taken).stream().filter(person -> person.value().startsWith(name)).count();
                    var share = taken * (double) sizes[team] / order.size();
                    assertThat(Math.abs(had - share)).as("%s after %d of %s", name, taken, order).isLessThanOrEqualTo(1 + sizes.length / 2.0);
                }
            }
        }
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource({
        "furnishing, , CUSTOMER_JOURNEY, ",
        "emea, , REGION, GROUPED_BY_REGION",
        "java-services, , , GROUPED_BY_TOOL",
        "selling, Selling in Europe, , GROUPED_BY_REGION",
        "kitchens, Kitchens, , ",
        "europe, , CUSTOMER_JOURNEY, ",
        "things, , TOOL, GROUPED_BY_TOOL"
    })
    void warnsOfWhatIsGroupedByRegionOrTool(String name, @Nullable String title, Domain.@Nullable Grouping grouping, Proposal.@Nullable Warning expected) {
        var domain = new Domain(new DomainName(name), title, null, grouping, null);

        assertThat(Proposing.warnings(domain, people("ann", "bob", "cas"), person -> true))
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void warnsOfFewPeopleAndOfWhoCannotBeReached() {
        var domain = new Domain(new DomainName("furnishing"), null, null, Domain.Grouping.CUSTOMER_JOURNEY, null);

        assertThat(Proposing.warnings(domain, people("ann", "bob"), person -> !person.value().equals("bob")))
                .containsExactly(Proposal.Warning.FEW_PARTICIPANTS, Proposal.Warning.UNREACHABLE);
    }

    /** The first hand-off is never after the instant from which the schedule is needed, and nobody is on call before it. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-18T12:34:56Z, 2026-11-16T09:00, 2026-11-18T12:34",
        "2026-11-23T08:59:59Z, 2026-11-16T09:00, 2026-11-23T08:59",
        "2026-11-23T09:00:00Z, 2026-11-23T09:00, 2026-11-23T09:00",
        "2027-03-28T03:00:00Z, 2027-03-22T09:00, 2027-03-28T04:00"
    })
    void beginsWhenItIsNeeded(Instant needed, LocalDateTime start, LocalDateTime from) {
        var domain = new Domain(new DomainName("furnishing"), null, null, null, null);

        var layer = Proposing.schedule(domain, people("ann"), OFFICE, needed).path("layers").path(0);

        assertThat(layer.path("start").asString()).isEqualTo(start.toString());
        assertThat(layer.path("from").asString()).isEqualTo(from.toString());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "'-9 NONE', ",
        "'-9 DOMAIN', -9",
        "'-9 NONE, -3 DOMAIN', -3",
        "'-9 DOMAIN, -3 NONE', ",
        "'-9 DOMAIN, -3 NONE, -1 DOMAIN', -1",
        "'-9 NONE, 5 DOMAIN, 9 NONE', 5",
        "'-9 DOMAIN, 0 NONE, 5 DOMAIN', 5",
        "'-9 DOMAIN, 1 NONE, 5 DOMAIN', -9",
        "'-9 TEAM, 0 DOMAIN', 0"
    })
    void theStretchThatGoesOnElseTheNext(String levels, @Nullable Integer expected) {
        var stretches = new TreeMap<Instant, OnCallLevel>();
        for (var each : levels.split(", ")) {
            var parts = each.split(" ");
            stretches.put(NOW.plusSeconds(Integer.parseInt(parts[0])), OnCallLevel.valueOf(parts[1]));
        }

        assertThat(DomainNeeds.run(stretches, level -> level == OnCallLevel.DOMAIN, NOW))
                .isEqualTo(Optional.ofNullable(expected).map(NOW::plusSeconds));
    }

    private static List<PersonName> people(String... names) {
        return Stream.of(names).map(PersonName::new).toList();
    }
}
