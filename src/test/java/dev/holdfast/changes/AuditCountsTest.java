package dev.holdfast.changes;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.HoldfastTest;
import dev.holdfast.Statements;
import dev.holdfast.TestClock;
import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.deployments.DeploymentFilter;
import dev.holdfast.http.Limit;
import dev.holdfast.ledger.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.support.TransactionTemplate;

/** What the database counts and finds is what the evidence of each deployment says, whatever the facts. */
@HoldfastTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
class AuditCountsTest {

    private static final Viewer READER = new Viewer("reader", null, Set.of(), Set.of(), Set.of(Scope.READ), null, null);
    private static final List<String> PEOPLE = List.of("ann", "ben", "cleo");
    private static final int MANY = 400;

    @Autowired
    Audit audit;

    @Autowired
    JdbcClient db;

    @Autowired
    Ledger ledger;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    TestClock clock;

    private final Random random = new Random(2026);
    private DeploymentFilter everything = new DeploymentFilter(Set.of(), null, null, null);

    @BeforeAll
    void allSortsOfDeployments() {
        for (var number = 0; number < MANY; number++) deployment("d" + number);
        everything = new DeploymentFilter(Set.of("audited", "audited-too"), null, null, null);
    }

    @ParameterizedTest
    @EnumSource(Trait.class)
    void countsAndFindsWhatTheEvidenceSays(Trait trait) {
        var expected = new TreeSet<String>();
        audit.each(everything, READER, page -> page.stream().filter(so(trait)).map(AuditCountsTest::name).forEach(expected::add));

        assertThat(expected).as("the facts have examples of it").isNotEmpty().hasSizeLessThan(MANY);
        assertThat(audit.summary(everything, READER).of(trait)).isEqualTo(expected.size());
        assertThat(all(new AuditQuestion(everything, trait))).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void asksTheDatabaseOnceHoweverManyThereAre() {
        assertThat(Statements.of(() -> audit.summary(everything, READER))).hasSize(1);
        assertThat(audit.summary(everything, READER).population()).isEqualTo(MANY);
    }

    @Test
    void drawsTheSameAgainAndOthersByAnotherSeed() {
        var question = new AuditQuestion(everything, Trait.WITH_GAPS);
        var drawn = names(audit.sample(question, 10, 7, READER));

        assertThat(drawn).hasSize(10).doesNotHaveDuplicates().isEqualTo(names(audit.sample(question, 10, 7, READER)));
        assertThat(drawn).isNotEqualTo(names(audit.sample(question, 10, 8, READER)));
        assertThat(all(question)).containsAll(drawn);
    }

    private static Predicate<Evidence> so(Trait trait) {
        return switch (trait) {
            case IN_ORDER -> row -> row.gaps().isEmpty();
            case WITH_GAPS -> row -> !row.gaps().isEmpty();
            case NO_CHANGE, NOT_APPROVED, APPROVED_AFTER_START, SELF_APPROVED, AUTHOR_ONLY_REVIEW, DIGEST_DIFFERS, APPROVAL_OVERDUE ->
                    row -> row.gaps().contains(Gap.valueOf(trait.name()));
            case STANDARD, NORMAL, EMERGENCY -> row -> row.change() != null && row.change().kind().name().equals(trait.name());
            case APPROVED -> Evidence::isApproved;
            case WITHOUT_APPROVER -> row -> row.deployment().isInProduction() && (row.change() == null || !row.change().isApproved());
            case ASKED -> row -> row.said() != null;
            case ALLOWED -> row -> row.said() != null && row.said().allowed();
            case REFUSED -> row -> row.said() != null && !row.said().allowed() && !row.said().recordOnly();
            case ONLY_RECORDED -> row -> row.said() != null && !row.said().allowed() && row.said().recordOnly();
            case NEVER_ASKED -> row -> row.said() == null;
            case FAILED -> row -> row.known().failure() != null || row.deployment().status() == Deployment.Status.FAILED;
            case UNAUTHORISED -> row -> row.gaps().stream().anyMatch(gap -> gap.isUnapproved() || gap == Gap.APPROVAL_OVERDUE);
            case UNDOCUMENTED -> row -> !row.isApproved() || !Boolean.TRUE.equals(row.testsPassed());
            case SAME_PERSON -> row -> row.gaps().stream().anyMatch(gap -> gap == Gap.SELF_APPROVED || gap == Gap.AUTHOR_ONLY_REVIEW);
            case UNTESTED -> row -> !Boolean.TRUE.equals(row.testsPassed());
            case UNRECORDED -> row -> row.entry() == null;
        };
    }

    /** By pages, so that the cursors are followed too. */
    private List<String> all(AuditQuestion question) {
        var found = new ArrayList<String>();
        String cursor = null;
        do {
            var page = audit.list(question, cursor, new Limit(7), READER);
            found.addAll(names(page.items()));
            cursor = page.next();
        } while (cursor != null);
        return found;
    }

    private static List<String> names(List<Evidence> rows) {
        return rows.stream().map(AuditCountsTest::name).toList();
    }

    private static String name(Evidence row) {
        return row.deployment().id();
    }

    private void deployment(String id) {
        var service = random.nextBoolean() ? "audited" : "audited-too";
        var version = "1." + random.nextInt(60);
        var environment = random.nextInt(8) == 0 ? "staging" : "production";
        var startedAt = clock.instant().minus(Duration.ofMinutes(random.nextInt(40_000)));
        db.sql("""
                insert into deployments.deployment (service, id, version, environment, status, kind, remediates, started_at, deployer, artifact_digest, received_at)
                values (:service, :id, :version, :environment, :status, 'planned', :remediates, :startedAt, :deployer, :digest, :startedAt)
                """)
                .param("service", service).param("id", id).param("version", version).param("environment", environment)
                .param("status", any("succeeded", "succeeded", "succeeded", "failed", "rolled-back", "started"))
                .param("remediates", random.nextInt(10) == 0 ? "1." + random.nextInt(60) : null)
                .param("startedAt", startedAt.atOffset(UTC)).param("deployer", perhaps(person())).param("digest", perhaps(any("sha256:a", "sha256:b")))
                .update();
        if (random.nextInt(3) > 0) build(service, version);
        if (random.nextInt(3) > 0) decision(service, version, environment, startedAt);
        if (random.nextInt(6) > 0) change(service, id, version, environment, startedAt);
        if (random.nextBoolean()) transactions.executeWithoutResult(open -> ledger.record("holdfast", "deploy", "deployment/" + service + "/" + id, null, "so"));
    }

    private void build(String service, String version) {
        db.sql("""
                insert into deployments.build (service, version, built_at, commits, pre_production_passed, facts, received_at)
                values (:service, :version, :at, '[]', :passed, '{}', :at)
                    on conflict do nothing
                """)
                .param("service", service).param("version", version).param("at", clock.instant().atOffset(UTC))
                .param("passed", perhaps(random.nextBoolean()))
                .update();
    }

    private void decision(String service, String version, String environment, Instant startedAt) {
        var at = startedAt.plus(Duration.ofMinutes(random.nextInt(60) - 40L));
        db.sql("""
                insert into changes.decision (id, question, decided_at, service, version, environment, allowed, record_only, code, message)
                values (:id, :question, :at, :service, :version, :environment, :allowed, :recordOnly, 'APPROVED', '')
                """)
                .param("id", UUID.randomUUID()).param("question", service + version).param("at", at.atOffset(UTC)).param("service", service)
                .param("version", version).param("environment", environment).param("allowed", random.nextBoolean()).param("recordOnly", random.nextInt(3) == 0)
                .update();
    }

    private void change(String service, String deployment, String version, String environment, Instant startedAt) {
        var id = UUID.randomUUID();
        var decided = random.nextInt(4) > 0;
        var commits = "[{\"sha\": \"1\", \"author\": %s, \"reviewer\": %s, \"at\": null, \"message\": null}, {\"sha\": \"2\"}]".formatted(quoted(perhaps(person())), quoted(perhaps(person())));
        db.sql("""
                insert into changes.change (id, kind, state, outcome, service, version, environment, artifact_digest, summary, raised_by, raised_at, decided_by,
                       decided_at, approval_due_by, commits, unmet)
                values (:id, :kind, :state, :outcome, :service, :version, :environment, :digest, '', :raisedBy, :startedAt, :decidedBy, :decidedAt, :due,
                        :commits::jsonb, '{}')
                """)
                .param("id", id).param("kind", any("standard", "normal", "emergency")).param("state", any("rejected", "closed", "closed", "expired"))
                .param("outcome", any("successful", "unsuccessful", "backed-out", "withdrawn")).param("service", service).param("version", version)
                .param("environment", environment).param("digest", perhaps(any("sha256:a", "sha256:b"))).param("raisedBy", person())
                .param("startedAt", startedAt.atOffset(UTC)).param("decidedBy", decided ? perhaps(person()) : null)
                .param("decidedAt", decided ? startedAt.plus(Duration.ofMinutes(random.nextInt(60) - 40L)).atOffset(UTC) : null)
                .param("due", perhaps(clock.instant().plus(Duration.ofHours(random.nextInt(8) - 4L)).atOffset(UTC))).param("commits", commits)
                .update();
        db.sql("insert into changes.release (service, deployment, change) values (:service, :deployment, :change)")
                .param("service", service).param("deployment", deployment).param("change", id).update();
    }

    private String person() {
        return any(PEOPLE.toArray(String[]::new));
    }

    private String any(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private <T> @Nullable T perhaps(T value) {
        return random.nextInt(5) == 0 ? null : value;
    }

    private static String quoted(@Nullable String text) {
        return text == null ? "null" : '"' + text + '"';
    }
}
