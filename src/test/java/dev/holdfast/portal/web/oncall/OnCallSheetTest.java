package dev.holdfast.portal.web.oncall;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.HoldfastTest;
import dev.holdfast.Statements;
import dev.holdfast.TestClock;
import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Catalogue;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Ribbon;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HoldfastTest
class OnCallSheetTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Viewer ADMIN =
            new Viewer("admin", null, Set.of("admin"), Set.of(), EnumSet.allOf(Scope.class), null, "ci");

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private OnCallSheet sheet;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void declare() {
        var file = new StringBuilder();
        for (var person : new String[] {"duty-ann", "duty-bob", "duty-cas"}) {
            file.append(document("Person", person, "email: %s@example.com, timeZone: Europe/London".formatted(person)));
        }
        file.append(document("Domain", "duty-domain", "grouping: customer-journey"));
        file.append(document("Team", "duty-team", "kind: product, members: [duty-ann, duty-bob, duty-cas], lead: duty-ann"));
        file.append(document("Team", "duty-quiet", "kind: product, members: [duty-cas]"));
        file.append(document("Service", "duty-dear", "kind: digital, owner: duty-team, domain: duty-domain, exposurePerHour: {revenue: 500000, cost: 0}, demand: Very High"));
        file.append(document("Service", "duty-cheap", "kind: digital, owner: duty-quiet, exposurePerHour: {revenue: 1000, cost: 0}, demand: High"));
        file.append(schedule("duty-nights", "team: duty-team, hours: out-of-hours", ", restrict: [{days: [MON, TUE, WED, THU, FRI], from: \"17:30\", to: \"23:00\"}]"));
        file.append(schedule("duty-days", "team: duty-team, hours: working", ""));
        file.append(schedule("duty-quiet-days", "team: duty-quiet, hours: working", ""));
        file.append(schedule("duty-domain-nights", "domain: duty-domain, hours: out-of-hours", ""));
        apply(file.toString());
    }

    @Test
    void aGapStandsFirstWithTheServiceAndItsMoney() {
        var page = page(Map.of("team", "duty-team"));

        assertThat(page.mend().getFirst().what()).startsWith("Gap, ");
        assertThat(page.mend().getFirst().words()).contains("duty-dear, $500,000 an hour at risk");
        assertThat(page.warning()).contains("duty-dear").contains("$500,000");
        assertThat(page.ribbon().legend()).contains("gap");
    }

    @Test
    void hoursInWhichNobodyIsCalledByChoiceAreDrawn() {
        var page = page(Map.of("team", "duty-quiet"));

        assertThat(page.ribbon().lanes()).singleElement().satisfies(lane -> {
            assertThat(lane.second()).endsWith("nobody out of hours");
            assertThat(lane.turns()).extracting(Ribbon.Turn::kind).contains(Ribbon.Kind.QUIET, Ribbon.Kind.TURN).doesNotContain(Ribbon.Kind.GAP);
        });
    }

    @Test
    void schedulesAreNarrowedByDomainTeamAndPerson() {
        assertThat(lanes(Map.of("domain", "duty-domain"))).isEqualTo(3);
        assertThat(lanes(Map.of("team", "duty-team"))).isEqualTo(2);
        assertThat(lanes(Map.of("team", "duty-team", "person", "nobody-there"))).isZero();
        assertThat(page(Map.of("view", "now", "team", "duty-team")).now()).extracting(OnCallPage.Now::schedule).contains("duty-days");
        assertThat(page(Map.of("view", "month", "team", "duty-team")).ribbon().days()).hasSize(35);
        assertThat(page(Map.of("from", "no day")).moving().isToday()).isTrue();
    }

    @Test
    void itAnswersWhoIsCalledAndWhy() {
        var night = page(Map.of("service", "duty-cheap", "at", "2027-01-03T03:00")).why();
        var covered = page(Map.of("service", "duty-dear", "at", "2027-01-05T11:00")).why();

        assertThat(night.strong()).isEqualTo("Nobody is called then, by choice.");
        assertThat(night.steps()).isNotEmpty();
        assertThat(covered.status().word()).isEqualTo("covered");
        assertThat(covered.words()).startsWith("By duty-days");
        assertThat(page(Map.of("service", "None Such")).why().fault()).contains("None Such");
        assertThat(page(Map.of("service", "duty-dear", "at", "soon")).why().fault()).contains("no time");
    }

    @Test
    void levelsOutOfHoursNameTheirServices() {
        var levels = page(Map.of()).levels();

        assertThat(levels).extracting(level -> level.called().word()).contains("own team", "nobody");
        assertThat(levels).filteredOn(level -> level.called().word().equals("nobody")).singleElement()
                .satisfies(level -> assertThat(level.week()).isEqualTo("0"));
    }

    @Test
    void thePageAsksAsOftenForManySchedulesAsForFewAndCountsThemByDomain() {
        page(Map.of());
        var few = Statements.of(() -> page(Map.of("domain", "duty-domain"))).size();
        var file = new StringBuilder();
        for (var i = 0; i < 60; i++) {
            file.append(document("Team", "duty-" + i, "kind: product, members: [duty-ann, duty-bob]"));
            file.append(document("Service", "duty-" + i, "kind: digital, owner: duty-%d, domain: duty-domain, exposurePerHour: {revenue: 1000, cost: 0}, demand: High".formatted(i)));
            file.append(schedule("duty-" + i, "team: duty-" + i + ", hours: always", ""));
        }
        apply(file.toString());

        assertThat(lanes(Map.of())).isZero();
        assertThat(Statements.of(() -> page(Map.of("domain", "duty-domain")))).hasSize(few);
        assertThat(few).isLessThan(20);
        assertThat(lanes(Map.of("domain", "duty-domain"))).isEqualTo(63);
        var all = page(Map.of());
        assertThat(all.ribbon()).isNull();
        assertThat(all.groups()).filteredOn(group -> group.name().equals("duty-domain")).singleElement().satisfies(group -> {
            assertThat(group.schedules()).isEqualTo("63 schedules");
            assertThat(group.address()).isEqualTo("/on-call?domain=duty-domain");
        });
    }

    @Test
    void whereThereAreManyTheirNamesAreTypedAndOfferedAndATitleWillDo() {
        var file = new StringBuilder();
        for (var i = 0; i < 61; i++) {
            file.append(document("Team", "typed-" + i, "kind: product").replace("{name: typed-" + i + "}", "{name: typed-%d, title: \"Typed team %d\"}".formatted(i, i)));
        }
        apply(file.toString());

        assertThat(page(Map.of("team", "typed-7")).pickers()).filteredOn(picker -> picker.name().equals("team")).singleElement().satisfies(picker -> {
            assertThat(picker.choices()).isEmpty();
            assertThat(picker.typed()).isEqualTo("typed-7");
        });
        assertThat(sheet.offered("team", "ED TEAM 7", time())).singleElement().satisfies(offered -> assertThat(offered.value()).isEqualTo("typed-7"));
        assertThat(sheet.offered("team", "typed", time())).hasSize(30);
        assertThat(sheet.offered("nothing", "", time())).isEmpty();
        assertThat(sheet.named(Map.of("team", "typed team 7"), time()).of("team")).isEqualTo("typed-7");
        assertThat(sheet.named(Map.of("team", "nobody knows"), time()).of("team")).isEqualTo("nobody knows");
    }

    @Test
    void theListGoesIntoASpreadsheet() {
        assertThat(sheet.csv(OnCallAsked.of(Map.of("team", "duty-team")), time()).text())
                .startsWith("schedule,holder,hours,from,to,what,person,name\r\n")
                .contains("duty-days,duty-team,working,").contains(",gap,,");
    }

    private OnCallPage page(Map<String, String> asked) {
        return sheet.page(OnCallAsked.of(asked), time());
    }

    private int lanes(Map<String, String> asked) {
        var ribbon = page(asked).ribbon();
        return ribbon == null ? 0 : ribbon.lanes().size();
    }

    private ReaderTime time() {
        return new ReaderTime(LONDON, clock.instant());
    }

    private void apply(String yaml) {
        catalogue.apply(yaml.getBytes(UTF_8), ADMIN, false);
    }

    private static String schedule(String name, String holder, String more) {
        return document("Schedule", name, "%s, timeZone: Europe/London, layers: [{start: \"2026-06-01T09:00\", every: P1D, people: [duty-ann, duty-bob, duty-cas]%s}]".formatted(holder, more));
    }

    private static String document(String kind, String name, String spec) {
        return "apiVersion: holdfast.dev/v1\nkind: %s\nmetadata: {name: %s}\nspec: {%s}\n---\n".formatted(kind, name, spec);
    }
}
