package dev.holdfast.portal.web.care;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.HoldfastTest;
import dev.holdfast.TestClock;
import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Catalogue;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.portal.web.ReaderTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HoldfastTest
class CareSheetTest {

    private static final Viewer ADMIN = new Viewer("admin", null, Set.of("admin"), Set.of(), EnumSet.allOf(Scope.class), null, "ci");

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private CareSheet sheet;

    @Autowired
    private TestClock clock;

    @Test
    void whatTheChecksAndTheForecastBothFindIsSaidOnceWithThePageThatMendsIt() {
        catalogue.apply("""
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: once-ann}
                spec: {timeZone: UTC}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: once-team}
                spec: {kind: product, members: [once-ann]}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: once-service}
                spec: {kind: digital, owner: once-team, lifecycle: live}
                ---
                apiVersion: holdfast.dev/v1
                kind: Schedule
                metadata: {name: once-nights}
                spec: {team: once-team, hours: always, timeZone: UTC, layers: [{start: "2026-01-05T09:00", people: [once-ann], restrict: [{days: [MON], from: "09:00", to: "12:00"}]}]}
                """.getBytes(UTF_8), ADMIN, false);

        var part = sheet.ofTeam(new TeamName("once-team"), new ReaderTime(ZoneId.of("UTC"), clock.instant()));

        assertThat(part.mend()).extracting(ForecastPage.Item::head).doesNotHaveDuplicates();
        assertThat(part.mend()).filteredOn(item -> item.what().equals("Gap"))
                .isNotEmpty().allSatisfy(item -> assertThat(item.url()).isEqualTo("/schedules/once-nights"));
        assertThat(part.mend()).filteredOn(item -> item.what().equals("Cannot be reached")).singleElement()
                .satisfies(item -> assertThat(item.url()).isEqualTo("/people/once-ann"));
        assertThat(part.mend()).filteredOn(item -> item.what().equals("Too few on the rota")).singleElement().satisfies(item -> {
            assertThat(item.head()).isEqualTo("Too few on the rota");
            assertThat(item.url()).isEqualTo("/schedules/once-nights/edit");
        });
    }
}
