package dev.holdfast.oncall.web;

/** Documents as people write them. */
final class Written {

    private Written() {}

    static String weekly(String... people) {
        return "[{start: \"2020-01-06T09:00\", every: P1W, people: [%s]}]".formatted(String.join(", ", people));
    }

    static String person(String name) {
        return """
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: %s}
                spec: {email: %s@example.com, timeZone: Europe/London}
                """.formatted(name, name);
    }

    static String team(String name, String kind, String more) {
        return """
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: %s}
                spec: {kind: %s, %s}
                """.formatted(name, kind, more);
    }

    static String service(String name, String more) {
        return """
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: %s}
                spec: {kind: digital, owner: bedroom-team, domain: furnishing, lifecycle: live, %s}
                """.formatted(name, more);
    }

    static String schedule(String name, String fields, String layers) {
        return """
                apiVersion: holdfast.dev/v1
                kind: Schedule
                metadata: {name: %s}
                spec:
                  %s
                  timeZone: Europe/London
                  layers: %s
                """.formatted(name.toLowerCase(), fields.replace(", ", "\n  "), layers);
    }
}
