package dev.holdfast.catalogue;

import static dev.holdfast.catalogue.Declared.ADMIN;
import static dev.holdfast.catalogue.Declared.document;
import static dev.holdfast.catalogue.Declared.file;
import static dev.holdfast.catalogue.Declared.member;
import static dev.holdfast.catalogue.Declared.person;
import static dev.holdfast.catalogue.Declared.service;
import static dev.holdfast.catalogue.Declared.team;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import dev.holdfast.HoldfastTest;
import dev.holdfast.TestClock;
import dev.holdfast.http.Conflict;
import dev.holdfast.http.Forbidden;
import dev.holdfast.http.Malformed;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.ledger.Ledger;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@HoldfastTest
class CatalogueTest {

    @Autowired
    Catalogue catalogue;

    @Autowired
    Documents documents;

    @Autowired
    Things things;

    @Autowired
    Ledger ledger;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void appliesAFileOnceAndThenFindsNothingToChange() {
        var yaml = person("a-ann") + team("a-team", "a-ann")
                + service("a-bedroom", "a-team", "lifecycle: live, databases: [a-db], links: {runbook: \"https://wiki/a\"}");

        var first = apply(yaml);
        var second = apply(yaml);

        assertThat(first.created()).isEqualTo(3);
        assertThat(second).extracting(Applied::created, Applied::updated, Applied::unchanged).containsExactly(0, 0, 3);
        var view = documents.at(clock.instant());
        assertThat(view.service(new ServiceName("a-bedroom")).orElseThrow().owner()).isEqualTo(new TeamName("a-team"));
        assertThat(view.team(new TeamName("a-team")).orElseThrow().members()).containsExactly(new PersonName("a-ann"));
    }

    @Test
    void showsFromAndToOfEveryFieldAndADryRunChangesNothing() {
        apply(team("b-one") + team("b-two") + service("b-shop", "b-one", "lifecycle: building"));
        var changed = file(service("b-shop", "b-two", "lifecycle: live, databases: [b-db]"));

        var dry = catalogue.apply(changed, ADMIN, true);

        assertThat(dry.changes().getFirst().fields())
                .extracting(FieldChange::path, change -> String.valueOf(change.from()), change -> String.valueOf(change.to()))
                .containsExactly(
                        tuple("spec.owner", "\"b-one\"", "\"b-two\""),
                        tuple("spec.lifecycle", "\"building\"", "\"live\""),
                        tuple("spec.databases", "null", "[\"b-db\"]"));
        assertThat(owner("b-shop")).isEqualTo("b-one");
        assertThat(apply(service("b-shop", "b-two", "lifecycle: live, databases: [b-db]")).changes()).isEqualTo(dry.changes());
    }

    @Test
    void answersForYesterdayAsItStoodThen() {
        apply(team("c-one") + team("c-two") + service("c-shop", "c-one", ""));
        clock.advance(Duration.ofDays(1));
        var yesterday = clock.instant().minus(Duration.ofHours(3));

        apply(service("c-shop", "c-two", ""));

        assertThat(owner("c-shop")).isEqualTo("c-two");
        for (var then : Stream.of(yesterday, yesterday.minus(Duration.ofDays(1000))).toList()) {
            assertThat(documents.at(then).service(new ServiceName("c-shop")).orElseThrow().owner())
                    .isEqualTo(new TeamName("c-one"));
        }
        assertThat(documents.versions("Service", "c-shop")).hasSize(2);
    }

    @Test
    void aVersionWaitsForItsInstantAndNoneBeginsBeforeTheLatest() {
        var tomorrow = clock.instant().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
        apply(team("d-one") + team("d-two") + service("d-shop", "d-one", ""));

        apply(service("d-shop", "d-two", "effectiveFrom: \"" + tomorrow + "\""));

        assertThat(owner("d-shop")).isEqualTo("d-one");
        assertThat(faults(service("d-shop", "d-one", "effectiveFrom: \"" + tomorrow.minusSeconds(1) + "\"")))
                .containsExactly("1 spec.effectiveFrom OUT_OF_RANGE");
        clock.advance(Duration.ofDays(2));
        assertThat(owner("d-shop")).isEqualTo("d-two");
    }

    @Test
    void namesEveryFaultWithItsDocumentAndPathAndAppliesNothing() {
        apply(team("e-team") + service("e-first", "e-team", "databases: [e-db]"));
        var yaml = person("e-new") + service("e-second", "e-nobody", "databases: [e-db], colour: blue, lifecycle: dead")
                + document("Service", "e-third", "kind: digital")
                + document("Team", "e-other", "kind: product, members: [e-gone, e-new]")
                + document("Sofa", "e-sofa", "") + person("e-new") + document("Person", "E_Big", "")
                + "kind: Person\nmetadata: {name: e-versionless}\n";

        assertThat(faults(yaml))
                .containsExactlyInAnyOrder(
                        "2 spec.owner UNKNOWN_REFERENCE",
                        "2 spec.databases[0] DATABASE_TAKEN",
                        "2 spec.colour UNKNOWN_FIELD",
                        "2 spec.lifecycle UNKNOWN_VALUE",
                        "3 spec.owner REQUIRED",
                        "4 spec.members[0] UNKNOWN_REFERENCE",
                        "5 kind UNKNOWN_VALUE",
                        "6 metadata.name DUPLICATE_NAME",
                        "7 metadata.name MALFORMED",
                        "8 apiVersion REQUIRED");
        assertThat(documents.at(clock.instant()).person(new PersonName("e-new"))).isEmpty();
    }

    @Test
    void saysWhoOwnsTheConsumerOfADatabase() {
        apply(team("f-team") + service("f-first", "f-team", "databases: [f-db]"));

        assertThatThrownBy(() -> apply(service("f-second", "f-team", "databases: [f-db]")))
                .isInstanceOf(Unprocessable.class)
                .hasMessageContaining("f-first")
                .hasMessageContaining("f-team");
    }

    @Test
    void aDatabaseMayMoveBetweenServicesOfOneFile() {
        apply(team("g-team") + service("g-a", "g-team", "databases: [g-db]") + service("g-b", "g-team", ""));

        var moved = apply(service("g-b", "g-team", "databases: [g-db]") + service("g-a", "g-team", ""));

        assertThat(moved.updated()).isEqualTo(2);
        assertThat(db.sql("select service from catalogue.database_consumer where database = 'g-db'")
                        .query(String.class)
                        .single())
                .isEqualTo("g-b");
    }

    @Test
    void endsAThingOnlyWhenNobodyNeedsIt() {
        apply(person("h-ann") + team("h-team", "h-ann"));

        var refused = catchThrowableOfType(Conflict.class, () -> catalogue.end("Person", "h-ann", ADMIN));
        apply(team("h-team"));
        catalogue.end("Person", "h-ann", ADMIN);

        assertThat(refused.faults()).extracting(fault -> fault.path()).containsExactly("spec.members[0]");
        assertThat(documents.at(clock.instant()).person(new PersonName("h-ann"))).isEmpty();
        assertThat(documents.at(clock.instant().minus(Duration.ofDays(1))).person(new PersonName("h-ann"))).isPresent();
        assertThat(apply(person("h-ann")).created()).isOne();
    }

    @Test
    void theDatabaseItselfRefusesAnUnknownOwnerAndASecondConsumer() {
        apply(team("i-team") + service("i-shop", "i-team", "databases: [i-db]"));

        assertThatThrownBy(() -> db.sql("update catalogue.service_owner set team = 'nobody' where service = 'i-shop'").update())
                .hasMessageContaining("foreign key");
        assertThatThrownBy(() -> db.sql("insert into catalogue.database_consumer (database, service) values ('i-db', 'i-shop')").update())
                .hasMessageContaining("duplicate key");
        assertThatThrownBy(() -> db.sql("delete from catalogue.thing where kind = 'Team' and name = 'i-team'").update())
                .hasMessageContaining("foreign key");
    }

    @Test
    void aTeamChangesWhatIsItsOwnAndNothingElse() {
        apply(person("j-ann") + team("j-mine", "j-ann") + team("j-theirs") + service("j-a", "j-mine", "")
                + service("j-b", "j-theirs", ""));
        var ann = member("j-ann", "j-mine");

        var mine = catalogue.apply(file(service("j-a", "j-mine", "lifecycle: live")), ann, false);
        var refused = catchThrowableOfType(
                Forbidden.class,
                () -> catalogue.apply(
                        file(service("j-b", "j-mine", "") + person("j-new")
                                + document("Team", "j-mine", "kind: incident-management, members: [j-ann]")
                                + service("j-a", "j-mine", "lifecycle: building")),
                        ann,
                        false));

        assertThat(mine.updated()).isOne();
        assertThat(refused.faults())
                .extracting(fault -> fault.document() + " " + fault.message() + " " + fault.code())
                .containsExactly("1 Service/j-b NOT_OWNER", "2 Person/j-new NOT_OWNER", "3 Team/j-mine NOT_OWNER");
        assertThat(documents.at(clock.instant()).service(new ServiceName("j-a")).orElseThrow().lifecycle())
                .isEqualTo(Lifecycle.LIVE);
    }

    @Test
    void appliesAtOneTimeFollowEachOther() {
        apply(team("k-team"));
        var applies = new ArrayList<CompletableFuture<Applied>>();
        for (var number = 0; number < 8; number++) {
            var yaml = service("k-shop", "k-team", "databases: [k-" + number + "]");
            applies.add(CompletableFuture.supplyAsync(() -> apply(yaml)));
        }

        var answers = applies.stream().map(CompletableFuture::join).toList();

        assertThat(answers.stream().mapToInt(Applied::created).sum()).isOne();
        assertThat(answers.stream().mapToInt(Applied::updated).sum()).isEqualTo(7);
        assertThat(db.sql("select count(*) from catalogue.document where name = 'k-shop'").query(Long.class).single())
                .isEqualTo(8);
        assertThat(ledger.verify().verified()).isTrue();
    }

    @Test
    void aTransactionSeesWhatItAppliedAndLeavesNothingWhenItFails() {
        var template = new TransactionTemplate(transactions);

        var seen = template.execute(open -> {
            apply(team("undone-team"));
            open.setRollbackOnly();
            return documents.at(clock.instant()).team(new TeamName("undone-team")).isPresent();
        });

        assertThat(seen).isTrue();
        assertThat(documents.at(clock.instant()).team(new TeamName("undone-team"))).isEmpty();
    }

    @Test
    void anotherNodeSeesWhatWasAppliedHere() {
        var other = new Documents(new DocumentStore(db), clock);
        var before = other.at(clock.instant()).team(new TeamName("m-team"));

        apply(team("m-team"));

        assertThat(before).isEmpty();
        assertThat(other.at(clock.instant()).team(new TeamName("m-team"))).isPresent();
    }

    @Test
    void hidesOtherPeoplesContactDetails() {
        apply(person("o-ann"));

        var forBob = things.find("Person", "o-ann", clock.instant(), member("o-bob")).orElseThrow();
        var forAnn = things.find("Person", "o-ann", clock.instant(), member("o-ann")).orElseThrow();

        assertThat(forBob.spec().has("email")).isFalse();
        assertThat(forAnn.spec().path("email").stringValue()).isEqualTo("o-ann@example.com");
    }

    @Test
    void whatIsExportedAppliesAsUnchanged() {
        var random = new Random(7);
        for (var round = 0; round < 12; round++) {
            apply(randomly(random));

            var again = catalogue.apply(file(catalogue.export(ADMIN)), ADMIN, false);

            assertThat(again.changes()).isEmpty();
            assertThat(again.unchanged()).isGreaterThan(5);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "kind: [ | 1",
        "a: 1\\n---\\n{a: 1, a: 2} | 2",
        "a: !!java.util.Date 2020-01-01 | 1",
        "a: 1\\n---\\nb: \"\\0\" | 2",
        "a: *nothing | 1",
        "a: &x [*x] | 1",
    })
    void whatIsNoYamlIsMalformedInItsDocument(String yaml, int document) {
        var text = yaml.strip().replace("\\n", "\n");

        var refused = catchThrowableOfType(Malformed.class, () -> apply(text));

        assertThat(refused.faults().getFirst().document()).isEqualTo(document);
        assertThat(refused.faults().getFirst().code()).isEqualTo("MALFORMED");
    }

    @Test
    void badBytesDeepNestsAndLaughsAreMalformed() {
        var bad = file("a: 1\n---\nb: x");
        bad[bad.length - 1] = (byte) 0xff;
        var laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var number = 1; number < 9; number++) {
            laughs.append("a%d: &a%d [%s]\n".formatted(number, number, ("*a" + (number - 1) + ",").repeat(10)));
        }

        var refused = catchThrowableOfType(Malformed.class, () -> catalogue.apply(bad, ADMIN, false));

        assertThat(refused.faults().getFirst().document()).isEqualTo(2);
        assertThatThrownBy(() -> apply("a: " + "[".repeat(10_000))).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> apply(laughs.toString())).isInstanceOf(Malformed.class);
    }

    @Test
    void readsAnotherCatalogueAndRefusesNothingForBeingIncomplete() {
        var yaml = """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: N.Shop, links: [{url: "https://wiki/n", title: Runbook}]}
                spec: {type: service, lifecycle: production, owner: "group:default/N_Nobody", system: n-sys, dependsOn: ["resource:n-db", "component:default/n-stock"]}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: n-stock}
                spec: {}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: n.shop}
                ---
                apiVersion: backstage.io/v1beta1
                kind: Resource
                metadata: {name: n-db}
                spec: {type: database}
                ---
                apiVersion: backstage.io/v1beta1
                kind: Template
                metadata: {name: n-template}
                """;

        var applied = apply(yaml);

        assertThat(applied.created()).isEqualTo(2);
        assertThat(applied.warnings())
                .extracting(fault -> fault.document() + " " + fault.code())
                .containsExactlyInAnyOrder("1 UNRESOLVED_OWNER", "3 DUPLICATE_NAME", "5 KIND_IGNORED");
        var shop = things.find("Service", "n-shop", clock.instant(), ADMIN).orElseThrow();
        assertThat(shop.title()).isEqualTo("N.Shop");
        assertThat(shop.status().path("ownerResolved").booleanValue()).isFalse();
        assertThat(shop.status().path("missing").toString()).contains("\"kind\"");
        assertThat(shop.spec().path("databases").toString()).isEqualTo("[\"n-db\"]");
        assertThat(apply(yaml).changes()).isEmpty();
    }

    private static String randomly(Random random) {
        var yaml = new StringBuilder(person("r-p0") + person("r-p1") + team("r-t", "r-p0", "r-p1"));
        var texts = new String[] {"yes", "1.50", "0x1F", "~", "a: b", "- x", "line\\nbreak", "é☃😀", "1e3", "'q'", "#c", " lead ", "True", "2026-01-01"};
        for (var number = 0; number < 4; number++) {
            var text = texts[random.nextInt(texts.length)];
            yaml.append("apiVersion: holdfast.dev/v1\nkind: ThirdParty\nmetadata: {name: r-%d, title: \"%s\"}\n".formatted(number, text))
                    .append("spec: {contact: \"%s\", raise: %s, promises: \"%s\"}\n---\n".formatted(
                            texts[random.nextInt(texts.length)], random.nextInt(1000) + ".0" + random.nextInt(10), text));
            var needs = random.nextBoolean() ? "dependsOn: [{thirdParty: r-1, via: queue}]" : "databases: [r-db-" + number + "]";
            yaml.append(service("r-s" + number, "r-t", needs));
        }
        return yaml.toString();
    }

    private Applied apply(String yaml) {
        return catalogue.apply(file(yaml), ADMIN, false);
    }

    private List<String> faults(String yaml) {
        return catchThrowableOfType(Unprocessable.class, () -> apply(yaml)).faults().stream()
                .map(fault -> fault.document() + " " + fault.path() + " " + fault.code())
                .toList();
    }

    private String owner(String service) {
        return documents.at(clock.instant()).ownerOf(new ServiceName(service)).orElseThrow().name().value();
    }
}
