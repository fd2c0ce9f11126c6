package dev.holdfast.remuneration.web;

import dev.holdfast.Api;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Documents of a small organisation that pays for standby. */
public final class SomePay {

    private SomePay() {}

    public static String organisation(String remuneration) {
        return """
                apiVersion: holdfast.dev/v1
                kind: Organisation
                metadata: {name: payers}
                spec:
                  currency: GBP
                  workingHours: {timeZone: Europe/London, days: [MON, TUE, WED, THU, FRI], from: "09:00", to: "17:00", holidays: ["2024-12-25"]}
                  remuneration: %s
                ---
                """.formatted(remuneration);
    }

    public static String people(String... names) {
        var documents = new StringBuilder();
        for (var name : names) {
            documents.append("apiVersion: holdfast.dev/v1\nkind: Person\nmetadata: {name: %s}\nspec: {timeZone: Europe/London}\n---\n".formatted(name));
        }
        return documents.toString();
    }

    public static String team(String name, String members, String holder) {
        return """
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: %s}
                spec: {kind: product, members: [%s], budgetHolder: {person: %s, function: product}}
                ---
                """.formatted(name, members, holder);
    }

    /** Without exposure its team is on call at every hour. */
    public static String service(String name, String team) {
        return """
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: %s}
                spec: {kind: digital, owner: %s}
                ---
                """.formatted(name, team);
    }

    public static String schedule(String name, String holder, String layers, String overrides) {
        return """
                apiVersion: holdfast.dev/v1
                kind: Schedule
                metadata: {name: %s}
                spec: {%s, hours: out-of-hours, timeZone: Europe/London, layers: [%s], overrides: [%s]}
                ---
                """.formatted(name, holder, layers, overrides);
    }

    public static String budgetLine(String name, String bearer, String year, String holder) {
        return """
                apiVersion: holdfast.dev/v1
                kind: BudgetLine
                metadata: {name: %s}
                spec: {%s, from: "%s-01-01", to: "%d-01-01", funding: opex, holder: %s, planned: 24000}
                ---
                """.formatted(name, bearer, year, Integer.parseInt(year) + 1, holder);
    }

    public static JsonNode statement(Api api, String person, String month) {
        var items = api.get("/api/v1/pay/statements?month=%s&person=%s".formatted(month, person)).expect(200).body().path("items");
        if (items.size() != 1) throw new AssertionError("One statement of " + person + " was expected in " + month + ": " + items);
        return items.get(0);
    }

    public static BigDecimal total(JsonNode statement) {
        return new BigDecimal(statement.at("/total/amount").asString());
    }

    public static BigDecimal hours(JsonNode statement, String dayClass) {
        return lines(statement).stream()
                .filter(line -> dayClass.equals(line.path("dayClass").asString("")))
                .map(line -> new BigDecimal(line.path("hours").asString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public static List<JsonNode> lines(JsonNode statement) {
        return statement.path("lines").valueStream().toList();
    }

    /** A token for a person, or for a team, with these scopes. */
    public static Api token(Api admin, String name, String scopes, String whose) {
        var token = admin.post("/api/v1/tokens", "{\"name\": \"%s\", \"scopes\": [%s]%s}".formatted(name, scopes, whose)).expect(201);
        return admin.as(token.at("/token"));
    }
}
