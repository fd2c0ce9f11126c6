package dev.holdfast.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import dev.holdfast.TestClock;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.notification.Contacts;
import dev.holdfast.oncall.Coverage;
import dev.holdfast.operatingmodel.Policies;
import dev.holdfast.operatingmodel.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** What was found before is told again only as long as it is what would be found anew. */
@HoldfastTest
@TestPropertySource(properties = "holdfast.admin-token=" + KeptTruthTest.TOKEN)
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class KeptTruthTest {

    static final String TOKEN = "hf_kepttruth_kepttruth_kepttruth_01";

    private static final Path EXAMPLE = Path.of("examples/furniture-retailer.yaml");

    @LocalServerPort
    int port;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    @Autowired
    Truth truth;

    @Autowired
    Documents documents;

    @Autowired
    Selection selection;

    @Autowired
    Policies policies;

    @Autowired
    Coverage coverage;

    @Autowired
    Contacts contacts;

    private Api admin;

    @BeforeEach
    void theRetailerAndAShedOfWhichNobodyKnowsWhatItCosts() throws IOException {
        admin = new Api("http://localhost:" + port, TOKEN);
        admin.apply(Files.readString(EXAMPLE)).expect(200);
        admin.apply("""
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: kept-eve}
                spec: {timeZone: Europe/London, roles: [admin], notify: [{by: webhook, after: PT0S, to: "https://hooks.example.com/eve"}]}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: kept-sheds}
                spec: {kind: product, members: [kept-eve]}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: kept-shed}
                spec: {kind: digital, owner: kept-sheds, lifecycle: live}
                ---
                apiVersion: holdfast.dev/v1
                kind: Schedule
                metadata: {name: kept-sheds}
                spec:
                  team: kept-sheds
                  hours: always
                  timeZone: Europe/London
                  layers: [{start: "2026-01-05T09:00", every: P1W, people: [kept-eve], to: "%s"}]
                """.formatted(clock.instant().plus(Duration.ofDays(3)).toString().substring(0, 16))).expect(200);
    }

    @Test
    void tellsAtEveryHourWhatWouldBeFoundAnew() {
        var seen = new HashSet<List<Finding>>();
        for (var step = 0; step < 100; step++) {
            seen.add(foundAsAnew());
            clock.advance(Duration.ofMinutes(137));
        }

        assertThat(seen).hasSizeGreaterThan(1);
    }

    @Test
    void seesEachThingThatFindingsFollowFrom() {
        var first = foundAsAnew();
        var now = clock.instant();
        var to = now.plus(Duration.ofDays(20));
        var override = "{\"from\": \"%s\", \"to\": \"%s\", \"person\": \"kept-eve\"}".formatted(now, to);
        admin.post("/api/v1/schedules/kept-sheds/overrides", override).expect(201);
        clock.advance(Duration.ofDays(5));
        var covered = foundAsAnew();
        db.sql("delete from oncall.override").update();
        var uncovered = foundAsAnew();
        db.sql("update notification.contact set confirmed_at = null, confirmed_by = null").update();
        var unreachable = foundAsAnew();
        admin.apply("""
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: kept-barn}
                spec: {kind: digital, owner: kept-sheds, lifecycle: live}
                """).expect(200);

        assertThat(names(first)).doesNotContain("WITHOUT_COVER kept-shed");
        assertThat(names(covered)).doesNotContain("WITHOUT_COVER kept-shed");
        assertThat(names(uncovered)).contains("WITHOUT_COVER kept-shed");
        assertThat(names(unreachable)).contains("UNREACHABLE kept-eve");
        assertThat(names(foundAsAnew())).contains("WITHOUT_COVER kept-barn");
    }

    @Test
    void doesNotLookTwiceForWhatCannotHaveChanged() {
        var now = clock.instant();

        assertThat(truth.at(now).findings()).isSameAs(truth.at(now).findings());
    }

    private List<Finding> foundAsAnew() {
        var now = clock.instant();
        var found = truth.at(now).findings();
        assertThat(found).isEqualTo(new Truth(documents, selection, policies, coverage, contacts).at(now).findings());
        return found;
    }

    private static List<String> names(List<Finding> findings) {
        return findings.stream().map(each -> each.check() + " " + each.name()).toList();
    }
}
