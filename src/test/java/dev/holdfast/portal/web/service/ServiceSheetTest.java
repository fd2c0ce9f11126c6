package dev.holdfast.portal.web.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.HoldfastTest;
import dev.holdfast.Statements;
import dev.holdfast.TestClock;
import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Catalogue;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.operatingmodel.Decisions;
import dev.holdfast.portal.web.Pair;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Ribbon;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HoldfastTest
class ServiceSheetTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Viewer ADMIN =
            new Viewer("admin", null, Set.of("admin"), Set.of(), EnumSet.allOf(Scope.class), null, "ci");

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Decisions decisions;

    @Autowired
    private ServiceSheet sheet;

    @Autowired
    private ServiceList list;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void declare() {
        var file = new StringBuilder();
        file.append(document("Person", "sheet-ann", "email: ann@example.com, timeZone: Europe/London"));
        file.append(document("Person", "sheet-bob", "email: bob@example.com, timeZone: Europe/London"));
        file.append(document("Person", "sheet-cas", "email: cas@example.com, timeZone: Europe/London"));
        file.append(document("Team", "sheet-team", "kind: product, members: [sheet-ann, sheet-bob], productManager: sheet-ann, lead: sheet-bob, budgetHolder: {person: sheet-ann, function: product}"));
        file.append(document("ThirdParty", "sheet-payments", "contact: \"+44 20 7946 0000\", raise: Call them, promises: An answer within 15 minutes"));
        file.append(document("Service", "sheet-full", "kind: digital, owner: sheet-team, exposurePerHour: {revenue: 200000, cost: 0}, demand: Very High, dependsOn: [{service: sheet-bare, via: hard}, {thirdParty: sheet-payments, via: queue}, {thirdParty: sheet-unknown, via: hard}], links: {runbook: {url: \"https://example.com/r\", checked: \"%s\"}, logs: \"https://example.com/own\"}"
                .formatted(time().today().minusDays(100))));
        file.append(document("Service", "sheet-bare", "kind: digital").replace("{name: sheet-bare}", "{name: sheet-bare, annotations: {holdfast.dev/imported-from: elsewhere}}"));
        file.append(document("Service", "sheet-building", "kind: digital, owner: sheet-team, lifecycle: building"));
        file.append(document("Schedule", "sheet-days", "team: sheet-team, hours: working, timeZone: Europe/London, layers: [{start: \"2026-06-01T09:00\", every: P1D, people: [sheet-ann, sheet-bob, sheet-cas]}]"));
        apply(file.toString());
    }

    @Test
    void everythingThatIsAskedInTheNightIsOnOnePage() {
        decisions.decide(ADMIN, new ServiceName("sheet-full"), null, "as the playbook says", null);

        var page = page("sheet-full");

        assertThat(page.figures()).extracting(figure -> figure.label())
                .containsExactly("On call now", "Tolerance left this week", "Availability target", "At risk");
        assertThat(page.figures().getFirst().why()).isNotEmpty();
        assertThat(page.figures().get(1).value()).isEqualTo("1:40:48");
        assertThat(page.figures().get(3).value()).isEqualTo("$200,000");
        assertThat(page.owner()).extracting(Pair::label).containsExactly("Team", "Budget holder", "Product manager", "Lead");
        assertThat(page.lately()).extracting(ServicePage.Happened::what).contains("Described", "Selection confirmed");
        assertThat(page.lately().getFirst().day()).isEqualTo("Today");
        assertThat(page.ribbon()).isNotNull();
        assertThat(page.ribbon().rows()).extracting(Ribbon.Row::schedule).contains("Working hours", "Out of hours");
        assertThat(page.web().needs()).extracting(node -> node.name()).containsExactly("sheet-bare", "sheet-payments", "sheet-unknown");
        assertThat(page.outside()).extracting(outside -> outside.name() + " " + outside.described()).containsExactly("sheet-payments true", "sheet-unknown false");
    }

    @Test
    void aNightWithNobodyIsSaidWithItsMoney() {
        var page = page("sheet-full");

        assertThat(page.remarks()).singleElement().satisfies(said -> {
            assertThat(said.strong()).endsWith("with nobody on a schedule");
            assertThat(said.words()).contains("$200,000 an hour at risk");
            assertThat(said.address()).isEqualTo("/on-call?team=sheet-team");
        });
    }

    @Test
    void whatIsMissingSaysWhereToAddIt() {
        var page = page("sheet-bare");
        var ready = page.ready().stream().collect(Collectors.toMap(ServicePage.Ready::what, it -> it));

        assertThat(ready.get("Owner").add()).isEqualTo("/catalogue/services/sheet-bare/edit#owner");
        assertThat(ready.get("What an hour costs").evidence()).isEqualTo("missing");
        assertThat(page.unassessed()).isNotNull();
        assertThat(page.unassessed().bands()).extracting(ServicePage.Band::target).contains("99.0\u202f%");
        assertThat(page.figures()).extracting(figure -> figure.value()).contains("no target", "none yet", "not known");
    }

    @Test
    void whatIsNotLiveSaysWhatThatMeans() {
        assertThat(page("sheet-full").lifecycle()).isNull();
        assertThat(page("sheet-building").lifecycle().words()).contains("Nobody is called before it is live");
    }

    @Test
    void aChangeOfTheDocumentIsNamedByWhatChanged() {
        clock.advance(Duration.ofMinutes(1));
        apply(document("Service", "sheet-building", "kind: digital, owner: sheet-team, lifecycle: building, demand: High, links: {logs: \"https://example.com/l\"}"));

        assertThat(page("sheet-building").lately()).extracting(ServicePage.Happened::what).startsWith("Changed: demand, links");
    }

    @Test
    void theListIsNarrowedSortedAndSummed() {
        var asked = Map.of("team", "sheet-team", "sort", "risk");
        var page = list.page(ServiceFilter.of(asked), ADMIN, time());

        assertThat(page.rows()).extracting(ServicesPage.Row::name).containsExactly("sheet-full", "sheet-building");
        assertThat(page.total()).isEqualTo("$200,000");
        assertThat(page.csv()).isEqualTo("/services.csv?team=sheet-team&sort=risk");
        assertThat(list.page(ServiceFilter.of(Map.of("look", "missing", "q", "SHEET-B")), ADMIN, time()).rows())
                .extracting(ServicesPage.Row::name).containsExactly("sheet-bare", "sheet-building");
        assertThat(list.page(ServiceFilter.of(Map.of("level", "99.0", "q", "sheet-")), ADMIN, time()).rows())
                .extracting(ServicesPage.Row::name).containsExactly("sheet-full");
    }

    @Test
    void pagesAskAsOftenForManyAsForFew() {
        var file = new StringBuilder();
        for (var i = 0; i < 60; i++) {
            var team = i < 3 ? "few" : "many";
            file.append(i == 0 || i == 3 ? document("Team", "sheet-" + team, "kind: product, members: [sheet-ann]") : "");
            file.append(document("Service", "sheet-%s-%d".formatted(team, i), "kind: digital, owner: sheet-%s, exposurePerHour: {revenue: 1000, cost: 0}, demand: High, dependsOn: [{service: sheet-full, via: hard}]".formatted(team)));
        }
        apply(file.toString());

        page("sheet-few-1");
        var few = Statements.of(() -> list.page(ServiceFilter.of(Map.of("team", "sheet-few")), ADMIN, time())).size();
        assertThat(Statements.of(() -> list.page(ServiceFilter.of(Map.of("team", "sheet-many")), ADMIN, time()))).hasSize(few);
        var plain = Statements.of(() -> page("sheet-few-1")).size();
        assertThat(Statements.of(() -> page("sheet-many-5"))).hasSize(plain);
        assertThat(plain).isLessThan(25);
        var page = list.page(ServiceFilter.of(Map.of("team", "sheet-many")), ADMIN, time());
        assertThat(page.rows()).hasSize(50);
        var cursor = page.next().substring(page.next().indexOf("cursor=") + "cursor=".length());
        assertThat(list.page(ServiceFilter.of(Map.of("team", "sheet-many", "cursor", cursor)), ADMIN, time()).rows()).hasSize(7);
    }

    private ServicePage page(String name) {
        return sheet.page(new ServiceName(name), time());
    }

    private ReaderTime time() {
        return new ReaderTime(LONDON, clock.instant());
    }

    private void apply(String yaml) {
        catalogue.apply(yaml.getBytes(UTF_8), ADMIN, false);
    }

    private static String document(String kind, String name, String spec) {
        return "apiVersion: holdfast.dev/v1\nkind: %s\nmetadata: {name: %s}\nspec: {%s}\n---\n".formatted(kind, name, spec);
    }
}
