import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A large organisation, the same at every run: 5 000 services of 1 000 teams in 60 domains, three people a team, a schedule
 * for each team and domain, dependencies, a way in for the alerts of each service, and now and then something that is
 * missing.
 */
final class Retail {

    static final int SERVICES = 5_000;
    static final int TEAMS = 1_000;
    static final int DOMAINS = 60;
    private static final String[] DEMANDS = {"Low", "Medium", "High", "High", "Very High"};
    private static final int[] EXPOSURES = {1_500, 6_000, 18_000, 45_000, 90_000, 180_000, 240_000, 400_000, 760_000, 900_000};

    private final Random random = new Random(20261121);

    static String service(int number) {
        return "service-%04d".formatted(number);
    }

    static String team(int number) {
        return "team-%03d".formatted(number);
    }

    static String domain(int number) {
        return "domain-%02d".formatted(number);
    }

    /** Policy, people, teams, domains and schedules. */
    String people() {
        var teams = IntStream.range(0, TEAMS).mapToObj(this::teamAndItsPeople).collect(Collectors.joining());
        var domains = IntStream.range(0, DOMAINS).mapToObj(this::domainAndItsNights).collect(Collectors.joining());
        return POLICY + teams + domains;
    }

    /** So many services from that one on: a file is not to be larger than a person would send. */
    String services(int from, int to) {
        return IntStream.range(from, to).mapToObj(this::describe).collect(Collectors.joining());
    }

    private static final String POLICY = """
            apiVersion: holdfast.dev/v1
            kind: Organisation
            metadata: {name: retail, title: Retail}
            spec:
              currency: USD
              workingHours: {timeZone: Europe/London, days: [MON, TUE, WED, THU, FRI], from: "09:00", to: "17:30"}
              exposureBands: [{upTo: 7000, level: "95.0"}, {upTo: 250000, level: "99.0"}, {upTo: 800000, level: "99.9"}]
              demandBands: [{name: Low, every: P30D}, {name: Medium, every: P14D}, {name: High, every: P7D}, {name: Very High, every: P1D}]
              onCallLevels: {"95.0": none, "99.0": domain, "99.9": team, "99.99": team}
              incidentLoss: {high: 100000, medium: 10000}
              remuneration: {model: standby, standby: {amount: 350, per: week}}
            """;

    private String teamAndItsPeople(int number) {
        var team = team(number);
        var members = IntStream.range(0, 3).mapToObj(one -> "p%03d-%d".formatted(number, one)).toList();
        var people = members.stream().map(Retail::person).collect(Collectors.joining());
        return people + """
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: %1$s, title: Team %2$d}
                spec: {kind: product, members: [%3$s], lead: %4$s, productManager: %5$s, budgetHolder: {person: %4$s, function: product}}
                ---
                apiVersion: holdfast.dev/v1
                kind: Schedule
                metadata: {name: %1$s-always}
                spec: {team: %1$s, hours: always, timeZone: Europe/London, layers: [{start: "2026-01-05T09:00", every: P1W, people: [%3$s]}]}
                """.formatted(team, number, String.join(", ", members), members.get(0), members.get(1));
    }

    private static String person(String name) {
        return """
                ---
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: %1$s, title: Person %1$s}
                spec: {email: %1$s@example.com, timeZone: Europe/London, notify: [{after: PT0S, by: ntfy, to: "https://ntfy.example.com/%1$s"}]}
                """.formatted(name);
    }

    private String domainAndItsNights(int number) {
        var people = IntStream.range(0, 6).mapToObj(one -> "p%03d-0".formatted(number * 16 + one)).collect(Collectors.joining(", "));
        return """
                ---
                apiVersion: holdfast.dev/v1
                kind: Domain
                metadata: {name: %1$s, title: Domain %2$d}
                spec: {grouping: customer-journey, budgetHolder: p000-0}
                ---
                apiVersion: holdfast.dev/v1
                kind: Schedule
                metadata: {name: %1$s-nights}
                spec: {domain: %1$s, hours: out-of-hours, timeZone: Europe/London, layers: [{start: "2026-01-05T09:00", every: P1W, people: [%3$s]}]}
                """.formatted(domain(number), number, people);
    }

    private String describe(int number) {
        var exposure = EXPOSURES[random.nextInt(EXPOSURES.length)];
        var assessed = random.nextInt(10) > 0
                ? "\n  exposurePerHour: {revenue: %d, cost: %d}\n  demand: %s".formatted(exposure, exposure / 10, DEMANDS[random.nextInt(DEMANDS.length)])
                : "";
        var depends = number < 10 ? "" : "\n  dependsOn: [{service: %s, via: hard}, {service: %s, via: queue}]"
                .formatted(service(random.nextInt(number)), service(random.nextInt(number)));
        return """
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: %1$s, title: Service %2$d, description: What customers do with the part of the shop that has number %2$d.}
                spec:
                  kind: digital
                  owner: %3$s
                  domain: %4$s
                  lifecycle: live%5$s%6$s
                  links: {runbook: "https://wiki.example.com/%1$s", dashboard: "https://grafana.example.com/d/%1$s"}
                ---
                apiVersion: holdfast.dev/v1
                kind: Integration
                metadata: {name: %1$s-alerts}
                spec: {service: %1$s, key: "retail%2$026d"}
                """.formatted(service(number), number, team(number % TEAMS), domain(number % DOMAINS), assessed, depends);
    }
}
