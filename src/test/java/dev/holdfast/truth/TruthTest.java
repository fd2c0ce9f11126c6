package dev.holdfast.truth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.HoldfastTest;
import dev.holdfast.TestClock;
import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Applied;
import dev.holdfast.catalogue.Catalogue;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HoldfastTest
class TruthTest {

    private static final Viewer ADMIN = new Viewer("admin", null, Set.of("admin"), Set.of(), Set.of(Scope.values()), null, "ci");

    @Autowired
    Catalogue catalogue;

    @Autowired
    Truth truth;

    @Autowired
    TestClock clock;

    @Test
    void someHundredFlawedEntitiesGiveExactlyTheirFindings() {
        var flawed = FlawedBackstage.of("bs", 250, 7);
        disband("bs-disbanded");

        var yaml = flawed.yaml();
        var applied = apply(yaml);

        assertThat(applied.created()).isEqualTo(20 + 40 + 6 + 1 + 250);
        assertThat(found("bs")).containsExactlyElementsOf(expected(flawed));
        assertThat(applied.warnings().stream().collect(Collectors.groupingBy(fault -> fault.code(), Collectors.counting())))
                .containsEntry("DUPLICATE_NAME", 6L).containsEntry("KIND_IGNORED", 5L).containsEntry("MALFORMED", 1L).containsEntry("DATABASE_TAKEN", 1L);
        assertThat(apply(yaml).changes()).isEmpty();
    }

    @Test
    void whatIsMendedIsFoundNoMoreAndStaysWhenTheSameIsImportedAgain() {
        var flawed = FlawedBackstage.of("bm", 45, 7);
        disband("bm-disbanded");
        apply(flawed.yaml());

        apply(document("Team", "bm-team-twnety", "kind: product, members: [bm-user-0]")
                + document("Service", "bm-svc-40", "kind: digital, owner: bm-team-4, exposurePerHour: {revenue: 640000, cost: 0}, demand: High, dependsOn: [{service: bm-svc-41, via: hard}]")
                + document("Service", "bm-svc-41", "kind: digital, owner: bm-team-5, exposurePerHour: {revenue: 5000, cost: 0}, demand: High")
                + document("Person", "bm-user-6", "leaves: \"2020-01-31\", email: six@example.com")
                + document("Person", "bm-user-7", "leaves: \"2020-01-31\", email: six@example.com")
                + document("Person", "bm-user-0", "notify: [{by: webhook, after: PT0S, to: \"https://hooks.example.com/x\"}]"));

        assertThat(found("bm"))
                .contains("LOWER_TARGET Service/bm-svc-40/bm-svc-41", "OWNER_LEFT Team/bm-team-3", "LEAVER Person/bm-user-6", "DUPLICATE Person/bm-user-6/bm-user-7")
                .doesNotContain("UNRESOLVED_OWNER Team/bm-team-twnety", "WITHOUT_EXPOSURE Service/bm-svc-40", "UNREACHABLE Person/bm-user-0");
        var lower = truth.at(clock.instant()).findings().stream().filter(it -> it.name().equals("bm-svc-40/bm-svc-41")).findFirst().orElseThrow();
        assertThat(lower.sentence()).isEqualTo("bm-svc-40 aims at 99.9 % ($640,000 an hour) and needs bm-svc-41 hard, which aims at 95.0 % ($5,000 an hour).");

        apply(flawed.yaml());

        assertThat(found("bm")).contains("OWNER_LEFT Team/bm-team-3").doesNotContain("WITHOUT_EXPOSURE Service/bm-svc-40", "UNREACHABLE Person/bm-user-0");
    }

    @Test
    void anUnknownOwnerIsSaidAsWrittenWithTheNearestTeamAndWhatIsAtRisk() {
        apply("""
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: bn-shop}
                spec: {owner: "group:default/Squad_BN_Payment"}
                ---
                """ + document("Team", "bn-payments", "kind: product") + document("Team", "bn-stock", "kind: product"));

        var finding = truth.at(clock.instant()).findings().stream().filter(it -> it.name().equals("squad-bn-payment")).findFirst().orElseThrow();

        assertThat(finding.check()).isEqualTo(Check.UNRESOLVED_OWNER);
        assertThat(finding.nearest()).isEqualTo("bn-payments");
        assertThat(finding.sentence())
                .isEqualTo("\"group:default/Squad_BN_Payment\" is named as owner by 1 service, and there is no team squad-bn-payment: bn-shop.");
    }

    private static TreeSet<String> expected(FlawedBackstage flawed) {
        var expected = new TreeSet<String>();
        flawed.expected().forEach(each -> expected.add(each.startsWith("DATABASE_SHARED") ? "DATABASE_SHARED" : each));
        return expected;
    }

    /** Which of the two loses the database depends on the order of the documents. */
    private TreeSet<String> found(String prefix) {
        return truth.at(clock.instant()).findings().stream()
                .filter(finding -> finding.name().startsWith(prefix + "-"))
                .map(finding -> finding.check() == Check.DATABASE_SHARED ? "DATABASE_SHARED" : finding.check() + " " + finding.kind() + "/" + finding.name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void disband(String team) {
        apply(document("Team", team, "kind: product"));
        catalogue.end("Team", team, ADMIN);
    }

    private Applied apply(String yaml) {
        return catalogue.apply(yaml.getBytes(UTF_8), ADMIN, false);
    }

    private static String document(String kind, String name, String spec) {
        return "apiVersion: holdfast.dev/v1\nkind: %s\nmetadata: {name: %s}\nspec: {%s}\n---\n".formatted(kind, name, spec);
    }
}
