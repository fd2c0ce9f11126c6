package dev.holdfast.truth;

import static dev.holdfast.truth.Check.CYCLE;
import static dev.holdfast.truth.Check.DATABASE_SHARED;
import static dev.holdfast.truth.Check.DISBANDED_OWNER;
import static dev.holdfast.truth.Check.DUPLICATE;
import static dev.holdfast.truth.Check.ORPHAN_DOMAIN;
import static dev.holdfast.truth.Check.TEAM_WITHOUT_MEMBERS;
import static dev.holdfast.truth.Check.UNREACHABLE;
import static dev.holdfast.truth.Check.UNRESOLVED_DEPENDENCY;
import static dev.holdfast.truth.Check.UNRESOLVED_DOMAIN;
import static dev.holdfast.truth.Check.UNRESOLVED_MEMBER;
import static dev.holdfast.truth.Check.UNRESOLVED_OWNER;
import static dev.holdfast.truth.Check.WITHOUT_COVER;
import static dev.holdfast.truth.Check.WITHOUT_EXPOSURE;
import static dev.holdfast.truth.Check.WITHOUT_OWNER;
import static dev.holdfast.truth.Check.WITHOUT_RUNBOOK;
import static dev.holdfast.truth.Check.WITHOUT_TELEMETRY;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/**
 * Some hundred entities as public repositories have them, with every flaw that they have, and the findings that each flaw
 * has to give. A seed makes the same file always; the order of the documents means nothing.
 */
public final class FlawedBackstage {

    private static final int TEAMS = 20;
    private static final int SYSTEMS = 8;

    private final String prefix;
    private final int components;
    private final Random random;
    private final List<String> documents = new ArrayList<>();
    private final List<String> repeated = new ArrayList<>();
    private final TreeSet<String> expected = new TreeSet<>();

    private FlawedBackstage(String prefix, int components, long seed) {
        this.prefix = prefix;
        this.components = components;
        this.random = new Random(seed);
    }

    public static FlawedBackstage of(String prefix, int components, long seed) {
        var flawed = new FlawedBackstage(prefix, components, seed);
        flawed.people();
        flawed.systems();
        for (var number = 0; number < components; number++) flawed.component(number);
        flawed.others();
        return flawed;
    }

    public String yaml() {
        var shuffled = new ArrayList<>(documents);
        Collections.shuffle(shuffled, random);
        shuffled.addAll(repeated);
        return "# gathered from many repositories\n---\n" + String.join("---\n", shuffled);
    }

    public int size() {
        return documents.size() + repeated.size();
    }

    /** As {@code CHECK kind/name}. */
    TreeSet<String> expected() {
        return expected;
    }

    private void people() {
        for (var number = 0; number < TEAMS; number++) {
            var said = number % 2 == 0 && number != 18 ? ", members: [%1$s-user-%2$d, \"user:default/%1$s-User-%3$d\"]".formatted(prefix, 2 * number, 2 * number + 1) : "";
            if (number == 17) said = ", members: [" + prefix + "-ghost]";
            document("Group", prefix + "-team-" + number, "type: team, children: [], profile: {displayName: Team %d}%s".formatted(number, said));
        }
        for (var number = 0; number < 2 * TEAMS; number++) {
            var team = number / 2;
            var memberOf = team % 2 == 1 && team < 19 ? "group:default/" + prefix + "-TEAM-" + team : "";
            document("User", prefix + "-user-" + number, "profile: {displayName: User %d, email: %s-user-%d@example.com}, memberOf: [%s]"
                    .formatted(number, prefix, number, memberOf));
        }
        expect(TEAM_WITHOUT_MEMBERS, "Team/" + prefix + "-team-18");
        expect(TEAM_WITHOUT_MEMBERS, "Team/" + prefix + "-team-19");
        expect(UNRESOLVED_MEMBER, "Team/" + prefix + "-team-17");
        for (var number = 0; number < 36; number++) expect(UNREACHABLE, "Person/" + prefix + "-user-" + number);
    }

    private void systems() {
        for (var number = 0; number < 6; number++) document("Domain", prefix + "-domain-" + number, "owner: " + prefix + "-team-0");
        for (var number = 0; number < SYSTEMS; number++) {
            var domain = number == 6 ? prefix + "-domain-none" : prefix + "-domain-" + number % 5;
            document("System", prefix + "-System-" + number, "owner: group:%s-team-0, domain: %s".formatted(prefix, domain));
        }
        expect(ORPHAN_DOMAIN, "Domain/" + prefix + "-domain-5");
        expect(UNRESOLVED_DOMAIN, "Domain/" + prefix + "-domain-none");
        service(prefix + "-system-7", false, false, true);
    }

    private void component(int number) {
        var name = prefix + "-svc-" + number;
        var runbook = number % 3 != 0;
        var telemetry = number % 4 != 0;
        var live = number % 10 != 9;
        document("Component", number == 35 ? prefix.toUpperCase(java.util.Locale.ROOT) + ".Svc_35" : name, metadata(number, runbook, telemetry),
                "type: service, lifecycle: %s, system: %s-system-%d%s%s".formatted(
                        live ? number % 2 == 0 ? "production" : "Deprecated" : "experimental", prefix, number % 7, owner(number), needs(number)));
        service(name, runbook, telemetry, live);
        flaws(number, name);
    }

    private void service(String name, boolean runbook, boolean telemetry, boolean live) {
        expect(WITHOUT_EXPOSURE, "Service/" + name);
        if (!runbook) expect(WITHOUT_RUNBOOK, "Service/" + name);
        if (!telemetry) expect(WITHOUT_TELEMETRY, "Service/" + name);
        if (live) expect(WITHOUT_COVER, "Service/" + name);
    }

    private String owner(int number) {
        if (number < 12) return ", owner: " + (number % 2 == 0 ? "group:default/" + prefix + "_Team_Twnety" : prefix + "-Team-Twnety");
        if (number < 15) return "";
        if (number == 42) return ", owner: " + prefix + "-disbanded";
        var team = prefix + "-team-" + number % 18;
        return ", owner: " + switch (random.nextInt(4)) {
            case 0 -> team;
            case 1 -> "group:default/" + team;
            case 2 -> "Group:" + team.toUpperCase(java.util.Locale.ROOT);
            default -> "group:" + team;
        };
    }

    private String needs(int number) {
        var other = "component:default/" + prefix + "-svc-";
        return switch (number) {
            case 21, 22, 23 -> ", dependsOn: [\"" + other + (number + 1) + "\"]";
            case 24 -> ", dependsOn: [\"" + other + "21\"]";
            case 25 -> ", dependencyOf: [" + other + "26], dependsOn: [" + other.toUpperCase(java.util.Locale.ROOT) + "26]";
            case 27 -> ", providesApis: [%1$s-api], consumesApis: [api:default/%1$s-api-back]".formatted(prefix);
            case 28 -> ", consumesApis: [%1$s-API], providesApis: [%1$s-api-back]".formatted(prefix);
            case 30 -> ", dependsOn: [" + other + "nowhere]";
            case 31, 32 -> ", dependsOn: [resource:default/" + prefix + "-db, resource:" + prefix + "-queue]";
            case 33 -> ", implementation: {spec: {pipeline_file: .buildkite/p.yml, env: [a, {b: [1, 2.5, null]}], teams: {everyone: {access_level: READ}}}}";
            case 34 -> ", dependsOn: [42, {a: b}], consumesApis: none, subcomponentOf: " + other + "36";
            default -> number > 50 ? ", dependsOn: [" + other + random.nextInt(43, number) + "]" : "";
        };
    }

    private String metadata(int number, boolean runbook, boolean telemetry) {
        var links = new ArrayList<String>(List.of("{url: not an address, title: Runbook}"));
        if (runbook) links.add("{url: \"https://wiki.example.com/%d\", title: \"%s\"}".formatted(number, number % 2 == 0 ? "Run book" : "Playbook"));
        if (telemetry) links.add("{url: \"https://example.com/d/%d\", icon: %s}".formatted(number, number % 2 == 0 ? "grafana" : "dashboard"));
        return ", description: >-\n    Written by hand\n  annotations: {github.com/project-slug: example/%d, grafana/dashboard-selector: \"tag = 'x'\", pagerduty.com/service-id: P%d}\n"
                .formatted(number, number) + "  tags: [java, 17]\n  links: [" + String.join(", ", links) + "]";
    }

    private void flaws(int number, String name) {
        if (number < 12) expect(UNRESOLVED_OWNER, "Team/" + prefix + "-team-twnety");
        if (number >= 12 && number < 15) expect(WITHOUT_OWNER, "Service/" + name);
        if (number >= 15 && number < 21) {
            expect(DUPLICATE, "Service/" + name);
            repeated.add(written("Component", number % 2 == 0 ? name : name.toUpperCase(java.util.Locale.ROOT), "\n  namespace: other", "type: library, owner: nobody"));
        }
        if (number == 30 || number == 34) expect(UNRESOLVED_DEPENDENCY, "Service/" + name);
        if (number == 42) expect(DISBANDED_OWNER, "Team/" + prefix + "-disbanded");
        if (number == 21 || number == 25 || number == 27) expect(CYCLE, "Service/" + name);
    }

    private void others() {
        document("Resource", prefix + "-db", "type: Database, owner: " + prefix + "-team-0");
        document("Resource", prefix + "-queue", "type: kafka-topic");
        document("API", prefix + "-api", "type: openapi, definition: {$text: ./api.yaml}");
        document("Location", prefix + "-location", "type: url, targets: [./a.yaml, ./b.yaml]");
        document("Template", prefix + "-template", "steps: []");
        document("AiResource", prefix + "-model", "{}");
        document("Component", "", "type: nameless");
        expect(DATABASE_SHARED, "Service/" + prefix + "-svc-");
    }

    private void document(String kind, String name, String spec) {
        document(kind, name, "", spec);
    }

    private void document(String kind, String name, String metadata, String spec) {
        documents.add(written(kind, name, metadata, spec));
    }

    private String written(String kind, String name, String metadata, String spec) {
        var version = random.nextBoolean() ? "v1alpha1" : "v1beta1";
        var more = metadata.startsWith(", ") ? "\n  " + metadata.substring(2) : metadata;
        return "apiVersion: backstage.io/%s\nkind: %s\nmetadata:\n  name: \"%s\"%s\nspec: %s\n".formatted(
                version, kind, name, more, spec.equals("{}") ? spec : "{" + spec + "}");
    }

    private void expect(Check check, String what) {
        expected.add(check + " " + what);
    }
}
