import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** 500 services of 50 teams, always covered: four people a team, each with a webhook; incident managers on duty. */
final class Organisation {

    static final int SERVICES = 500;
    private static final int TEAMS = 50;
    private static final int PEOPLE_IN_A_TEAM = 4;

    private final int sink;

    Organisation(int sink) {
        this.sink = sink;
    }

    static String service(int number) {
        return "service-%03d".formatted(number % SERVICES);
    }

    static String key(int number) {
        return "bench%027d".formatted(number % SERVICES);
    }

    String policy(String stepTimeout) {
        return """
                apiVersion: holdfast.dev/v1
                kind: Organisation
                metadata: {name: bench}
                spec:
                  currency: USD
                  workingHours: {timeZone: Europe/London, days: [MON, TUE, WED, THU, FRI], from: "09:00", to: "17:30"}
                  exposureBands: [{upTo: 7000, level: "95.0"}, {upTo: 250000, level: "99.0"}, {upTo: 800000, level: "99.9"}]
                  demandBands: [{name: Low, every: P30D}, {name: High, every: P7D}]
                  onCallLevels: {"95.0": team, "99.0": team, "99.9": team}
                  incidentLoss: {high: 100000, medium: 10000}
                  escalation: {stepTimeout: %s, rounds: 3}
                """.formatted(stepTimeout);
    }

    String whole() {
        var teams = IntStream.range(0, TEAMS).mapToObj(this::team).collect(Collectors.joining());
        var services = IntStream.range(0, SERVICES).mapToObj(Organisation::serviceAndItsAlerts).collect(Collectors.joining());
        return policy("PT1H") + team("incident-managers", "incident-management", "duty: incident-manager") + teams + services;
    }

    private String team(int number) {
        return team("team-%02d".formatted(number), "product", "team: team-%02d".formatted(number));
    }

    private String team(String name, String kind, String of) {
        var members = IntStream.range(0, PEOPLE_IN_A_TEAM).mapToObj(one -> name + "-" + one).toList();
        var people = members.stream().map(this::person).collect(Collectors.joining());
        return people + """
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: %1$s}
                spec: {kind: %2$s, members: [%3$s], lead: %1$s-0}
                ---
                apiVersion: holdfast.dev/v1
                kind: Schedule
                metadata: {name: %1$s-always}
                spec:
                  %4$s
                  hours: always
                  timeZone: Europe/London
                  layers: [{start: "2026-01-05T09:00", every: P1W, people: [%3$s]}]
                """.formatted(name, kind, String.join(", ", members), of);
    }

    private String person(String name) {
        return """
                ---
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: %1$s}
                spec:
                  email: %1$s@example.com
                  timeZone: Europe/London
                  onCall: true
                  notify: [{after: PT0S, by: webhook, to: "http://127.0.0.1:%2$d/%1$s", secret: "%1$s-0123456789abcdef"}]
                """.formatted(name, sink);
    }

    /** One service in ten has so much at risk that a critical alert is a major incident. */
    private static String serviceAndItsAlerts(int number) {
        return """
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: %1$s}
                spec:
                  kind: digital
                  owner: team-%2$02d
                  lifecycle: live
                  exposurePerHour: {revenue: %3$d, cost: 1000}
                  demand: High
                ---
                apiVersion: holdfast.dev/v1
                kind: Integration
                metadata: {name: %1$s-alerts}
                spec: {service: %1$s, key: "%4$s"}
                """.formatted(service(number), number % TEAMS, number % 10 == 0 ? 200_000 : 40_000, key(number));
    }
}
