package dev.holdfast;

import java.time.Instant;
import java.time.ZoneOffset;

/** Many services of one small team, in YAML, for tests that break things. */
final class FaultyOrganisation {

    private final StringBuilder yaml = new StringBuilder();

    private FaultyOrganisation() {}

    /** Steps of so many seconds, one round; work is done on a day that is not today. */
    static FaultyOrganisation withSteps(int seconds) {
        var organisation = new FaultyOrganisation();
        var otherDay = Instant.now().atZone(ZoneOffset.UTC).plusDays(3).getDayOfWeek().name().substring(0, 3);
        organisation.add("""
                kind: Organisation
                metadata: {name: broken}
                spec:
                  currency: USD
                  workingHours: {timeZone: UTC, days: [%s], from: "09:00", to: "17:30"}
                  escalation: {stepTimeout: PT%dS, rounds: 1}
                """.formatted(otherDay, seconds));
        return organisation;
    }

    FaultyOrganisation person(String name, String phone) {
        return add("""
                kind: Person
                metadata: {name: %s}
                spec: {email: %s@example.com, timeZone: UTC, notify: [{after: PT0S, by: webhook, to: "%s"}]}
                """.formatted(name, name, phone));
    }

    /** With a schedule for every hour. */
    FaultyOrganisation team(String name, String... people) {
        var members = String.join(", ", people);
        return add("""
                kind: Team
                metadata: {name: %s}
                spec: {kind: product, members: [%s], lead: %s}
                """.formatted(name, members, people[0])).add("""
                kind: Schedule
                metadata: {name: %s-always}
                spec: {team: %s, hours: always, timeZone: UTC, layers: [{start: "2026-01-05T09:00", every: P1W, people: [%s]}]}
                """.formatted(name, name, members));
    }

    /** Live and not assessed, so that it is called for at every hour, with an integration of the key. */
    FaultyOrganisation service(String name, String owner, String key) {
        return service(name, owner, key, "");
    }

    /** At little risk until then, so that its callouts are suppressed, and at much from then on. */
    FaultyOrganisation quietUntil(Instant peak, String name, String owner, String key) {
        return service(name, owner, key, """
                , exposurePerHour: {revenue: 100, cost: 0}, demand: Very High, \
                peaks: [{name: sale, from: "%s", to: "%s", exposurePerHour: {revenue: 800000, cost: 0}}]"""
                .formatted(peak, peak.plusSeconds(7_200)));
    }

    private FaultyOrganisation service(String name, String owner, String key, String more) {
        return add("""
                kind: Service
                metadata: {name: %s}
                spec: {kind: digital, owner: %s, lifecycle: live%s}
                """.formatted(name, owner, more)).add("""
                kind: Integration
                metadata: {name: %s-alerts}
                spec: {service: %s, key: "%s"}
                """.formatted(name, name, key));
    }

    private FaultyOrganisation add(String document) {
        yaml.append("---\napiVersion: holdfast.dev/v1\n").append(document);
        return this;
    }

    String yaml() {
        return yaml.toString();
    }

    /** A routing key of the right length. */
    static String key(String name) {
        return (name.replace("-", "x") + "0".repeat(32)).substring(0, 32);
    }
}
