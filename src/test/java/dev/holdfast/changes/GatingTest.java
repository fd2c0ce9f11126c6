package dev.holdfast.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.changes.Change.Kind;
import dev.holdfast.changes.Change.State;
import dev.holdfast.deployments.Commit;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.deployments.Deployment.Status;
import dev.holdfast.quantities.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every answer of the gate, by the facts that lead to it. */
class GatingTest {

    private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");
    private static final ServiceName SERVICE = new ServiceName("a");

    record Case(String name, GateQuestion question, Gating.Facts facts, boolean allowed, Verdict.Code code, @Nullable Long change) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        var approved = normal(1, State.APPROVED, "1.4");
        var rejected = normal(2, State.REJECTED, "1.4");
        var emergency = Deciding.urgent(normal(5, State.RAISED, "1.4"), change(5, Kind.EMERGENCY, State.RAISED, "1.4", null, null, null));
        return Stream.of(
                allows("an approved normal change inside its window", facts(approved), Verdict.Code.APPROVED, 1L),
                refuses("nobody has decided yet", facts(normal(1, State.RAISED, "1.4")), Verdict.Code.PENDING_APPROVAL, 1L),
                refuses("the approval is for another version", facts(normal(1, State.APPROVED, "1.3")), Verdict.Code.VERSION_MISMATCH, 1L),
                refuses("approved for later", at(NOW.minus(Duration.ofMinutes(61)), approved), Verdict.Code.NOT_YET_VALID, 1L),
                refuses("approved for earlier", at(NOW.plus(Duration.ofHours(2)), approved), Verdict.Code.EXPIRED, 1L),
                refuses("a freeze beats an approval", frozen(approved), Verdict.Code.FREEZE, 1L),
                refuses("a freeze beats a template", frozen(standard(3, "t")), Verdict.Code.FREEZE, 3L),
                allows("an agreed template needs no person", facts(standard(3, "t")), Verdict.Code.PRE_APPROVED, 3L),
                refuses("the template is suspended", facts(standard(3, "suspended")), Verdict.Code.TEMPLATE_SUSPENDED, 3L),
                refuses("the template is gone", facts(standard(3, "gone")), Verdict.Code.TEMPLATE_SUSPENDED, 3L),
                refuses("the template expired", facts(standard(3, "expired")), Verdict.Code.EXPIRED, 3L),
                new Case("staging is not gated", question("staging", null, null), facts(), true, Verdict.Code.NOT_GATED, null),
                allows("one rejected, one approved: the approved one decides", facts(rejected, approved), Verdict.Code.APPROVED, 1L),
                refuses("a person said no", facts(rejected), Verdict.Code.REJECTED, 2L),
                refuses("it was used", facts(normal(1, State.CLOSED, "1.4")), Verdict.Code.ALREADY_CLOSED, 1L),
                refuses("nobody raised one", facts(), Verdict.Code.NO_CHANGE, null),
                refuses("its raiser approved it", facts(decided(normal(4, State.APPROVED, "1.4"), "dee")), Verdict.Code.SELF_APPROVED, 4L),
                refuses("an author approved it", facts(decided(normal(4, State.APPROVED, "1.4"), "ada")), Verdict.Code.SELF_APPROVED, 4L),
                refuses("its deployer approved it", facts(decided(normal(4, State.APPROVED, "1.4"), "rob")), Verdict.Code.SELF_APPROVED, 4L),
                new Case("another artifact", question("production", "sha256:bb", null), facts(approved), false, Verdict.Code.DIGEST_MISMATCH, 1L),
                new Case("an emergency without an open incident", question("production", null, emergencyOf("INC-1")), facts(), false, Verdict.Code.NO_OPEN_INCIDENT, null),
                new Case("an emergency with one", question("production", null, emergencyOf("INC-1")), withIncident(), true, Verdict.Code.EMERGENCY, null),
                allows("an emergency passes a freeze", frozen(emergency), Verdict.Code.EMERGENCY, 5L),
                allows("back to what was live", attempted(Duration.ofDays(6)), Verdict.Code.ROLLBACK, null),
                allows("back even in a freeze", attemptedFrozen(), Verdict.Code.ROLLBACK, null),
                refuses("back after too long is a deployment like others", attempted(Duration.ofDays(8)), Verdict.Code.NO_CHANGE, null));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answersByTheFactsAndSaysByWhichChange(Case each) {
        var verdict = Gating.decide(each.question(), each.facts());

        assertThat(verdict.code()).isEqualTo(each.code());
        assertThat(verdict.allowed()).isEqualTo(each.allowed());
        assertThat(verdict.change() == null ? null : verdict.change().number()).isEqualTo(each.change());
        assertThat(verdict.message()).isNotBlank().doesNotContain("null");
    }

    @Test
    void everyAnswerIsReachedButTheOneOfAServiceThatIsNotThere() {
        var reached = EnumSet.noneOf(Verdict.Code.class);
        cases().forEach(each -> reached.add(each.code()));

        assertThat(EnumSet.complementOf(reached)).containsExactly(Verdict.Code.UNKNOWN_SERVICE);
    }

    @Test
    void theOrderInWhichChangesAreGivenDoesNotMatter() {
        var random = new Random(7);
        for (var round = 0; round < 2_000; round++) {
            var changes = new ArrayList<Change>();
            for (var number = 1; number <= 1 + random.nextInt(6); number++) {
                changes.add(any(number, random));
            }
            var expected = Gating.decide(question("production", null, null), with(List.copyOf(changes), List.of(), List.of(), false, NOW));
            for (var shuffle = 0; shuffle < 5; shuffle++) {
                Collections.shuffle(changes, random);
                var verdict = Gating.decide(question("production", null, null), with(List.copyOf(changes), List.of(), List.of(), false, NOW));
                assertThat(verdict).isEqualTo(expected);
            }
        }
    }

    private static Change any(int number, Random random) {
        var version = random.nextInt(3) == 0 ? "1.3" : "1.4";
        return switch (random.nextInt(7)) {
            case 0 -> normal(number, State.RAISED, version);
            case 1 -> normal(number, State.REJECTED, version);
            case 2 -> normal(number, State.CLOSED, version);
            case 3 -> normal(number, State.EXPIRED, version);
            case 4 -> standard(number, random.nextBoolean() ? "t" : "suspended");
            case 5 -> decided(normal(number, State.APPROVED, version), "ada");
            default -> normal(number, State.APPROVED, version);
        };
    }

    private static Case allows(String name, Gating.Facts facts, Verdict.Code code, @Nullable Long change) {
        return new Case(name, question("production", "sha256:aa", null), facts, true, code, change);
    }

    private static Case refuses(String name, Gating.Facts facts, Verdict.Code code, @Nullable Long change) {
        return new Case(name, question("production", "sha256:aa", null), facts, false, code, change);
    }

    private static GateQuestion question(String environment, @Nullable String digest, GateQuestion.@Nullable Emergency emergency) {
        return new GateQuestion(SERVICE, "1.4", environment, "rob", digest, null, null, emergency);
    }

    private static GateQuestion.Emergency emergencyOf(String incident) {
        return new GateQuestion.Emergency(incident, "Nobody can pay.");
    }

    private static Change normal(long number, State state, String version) {
        var decided = state == State.RAISED ? null : "mo";
        return change(number, Kind.NORMAL, state, version, decided, null, state == State.CLOSED ? Change.Outcome.SUCCESSFUL : null);
    }

    private static Change standard(long number, String template) {
        return change(number, Kind.STANDARD, State.APPROVED, "1.4", "mo", template, null);
    }

    private static Change decided(Change change, String by) {
        return Deciding.approved(change, by, NOW.minus(Duration.ofMinutes(30)), "", change.validUntil());
    }

    private static Change change(
            long number, Kind kind, State state, String version, @Nullable String decided, @Nullable String template, Change.@Nullable Outcome outcome) {
        var from = NOW.minus(Duration.ofHours(1));
        return new Change(
                new ChangeId(new java.util.UUID(0, number)), number, kind, state, outcome, SERVICE, version, "production", "sha256:aa", "Release", null,
                template, template == null ? null : 1, null, "dee", from, decided, decided == null ? null : from, decided == null ? null : "So it is.",
                null, from, NOW.plus(Duration.ofHours(2)), List.of(new Commit("c1", "ada", null, from, "Mend")), List.of(), null, null);
    }

    private static Gating.Facts facts(Change... changes) {
        return with(List.of(changes), List.of(), List.of(), false, NOW);
    }

    private static Gating.Facts at(Instant now, Change... changes) {
        return with(List.of(changes), List.of(), List.of(), false, now);
    }

    private static Gating.Facts withIncident() {
        return with(List.of(), List.of(), List.of(), true, NOW);
    }

    private static Gating.Facts frozen(Change... changes) {
        return with(List.of(changes), List.of(freeze()), List.of(), false, NOW);
    }

    private static Gating.Facts attempted(Duration ago) {
        return with(List.of(), List.of(), attempts(ago), false, NOW);
    }

    private static Gating.Facts attemptedFrozen() {
        return with(List.of(), List.of(freeze()), attempts(Duration.ofHours(1)), false, NOW);
    }

    private static List<Deployment> attempts(Duration ago) {
        return List.of(deployment("d2", "1.5", NOW.minus(ago)), deployment("d1", "1.4", NOW.minus(ago).minus(Duration.ofDays(3))));
    }

    private static Deployment deployment(String id, String version, Instant at) {
        return new Deployment(
                id, SERVICE, version, "production", Status.SUCCEEDED, Deployment.Kind.PLANNED, null, at, at, "dee", null, null, null, null);
    }

    private static FreezeWindow freeze() {
        var during = new Period(NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(1)));
        return new FreezeWindow("black-friday", Set.of("*"), Set.of(), Set.of("production"), during, "Everybody buys.");
    }

    private static Gating.Facts with(
            List<Change> changes, List<FreezeWindow> freezes, List<Deployment> attempts, boolean incidentIsOpen, Instant now) {
        var templates = List.of(
                template("t", Standing.State.ACTIVE, null), template("suspended", Standing.State.SUSPENDED, null),
                template("expired", Standing.State.ACTIVE, LocalDate.parse("2026-03-10")));
        return new Gating.Facts(ChangePolicy.DEFAULT, changes, templates, freezes, attempts, incidentIsOpen, LocalDate.parse("2026-03-10"), now);
    }

    private static Standing template(String name, Standing.State state, @Nullable LocalDate expires) {
        return new Standing(
                name, SERVICE, state, 1, "dee", 1, "mo", NOW.minus(Duration.ofDays(30)), Set.of("production"), List.of(Criterion.AUTOMATED_TESTS), expires,
                null);
    }
}
