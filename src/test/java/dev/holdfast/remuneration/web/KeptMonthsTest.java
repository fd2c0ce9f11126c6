package dev.holdfast.remuneration.web;

import static dev.holdfast.remuneration.web.SomePay.lines;
import static dev.holdfast.remuneration.web.SomePay.statement;
import static dev.holdfast.remuneration.web.SomePay.total;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import dev.holdfast.TestClock;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What is kept of months that are over is told only as long as it is what would be reckoned: each change of the past is seen. */
@HoldfastTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(properties = "holdfast.admin-token=" + KeptMonthsTest.TOKEN)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
class KeptMonthsTest {

    static final String TOKEN = "hf_keptmonths_keptmonths_keptmonths";

    private static final String STATEMENTS = "/api/v1/pay/statements";
    private static final String YEAR = "/api/v1/budget-lines?year=2024";
    private static final List<String> PEOPLE = List.of("ann", "bob", "dee");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient db;

    @Autowired
    TestClock clock;

    private Api admin;

    @BeforeAll
    void anOrganisationThatPays() {
        admin = new Api("http://localhost:" + port, TOKEN);
        admin.apply(organisation(350)
                + SomePay.people("ann", "bob", "dee", "pat")
                + SomePay.team("shop-team", "ann, bob", "pat")
                + SomePay.team("barn-team", "dee", "pat")
                + SomePay.service("shop", "shop-team")
                + SomePay.service("barn", "barn-team")
                + SomePay.budgetLine("shop-2024", "service: shop", "2024", "pat")
                + nights("shop-nights", "shop-team", "ann, bob"))
                .expect(200);
    }

    @Test
    void seesEachChangeOfThePast() {
        var first = kept();

        admin.apply(nights("barn-nights", "barn-team", "dee")).expect(200);
        var withBarn = kept();
        admin.apply(SomePay.service("cart", "shop-team")).expect(200);
        var withCart = kept();
        admin.apply(SomePay.budgetLine("barn-2024", "service: barn", "2024", "pat")).expect(200);
        var withLine = kept();
        writeDownACallout();
        var withCallout = kept();
        var id = statement(admin, "ann", "2024-03").path("id").asString();
        admin.post(STATEMENTS + "/" + id + "/approve", "{\"person\": \"pat\"}").expect(200);
        var approved = kept();
        var line = lines(statement(admin, "ann", "2024-03")).getFirst().path("id").asString();
        admin.post(STATEMENTS + "/" + id + "/corrections", "{\"person\": \"pat\", \"line\": \"%s\", \"amount\": \"-10.00\", \"note\": \"Twice.\"}".formatted(line))
                .expect(201);
        var corrected = kept();

        assertThat(withBarn).isGreaterThan(first);
        assertThat(admin.get(YEAR).at("/items/0/service")).isEqualTo("barn");
        assertThat(withCart).isEqualByComparingTo(withBarn);
        assertThat(admin.get(YEAR).expect(200).body().path("items").findValuesAsString("service")).contains("cart");
        assertThat(withLine).isEqualByComparingTo(withCart);
        assertThat(withCallout).isGreaterThan(withLine);
        assertThat(approved).isEqualByComparingTo(withCallout);
        assertThat(corrected).isEqualByComparingTo(approved.subtract(new BigDecimal("10.00")));
    }

    @Test
    void tellsAMonthThatWasAheadAsSpentOnceItIsOver() {
        var month = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC)).plusMonths(3);
        admin.apply(SomePay.team("mill-team", "dee", "pat")
                + SomePay.service("mill", "mill-team")
                + nights("mill-nights", "mill-team", "dee", month.atDay(2).toString(), month.atDay(20).toString())).expect(200);
        var year = "/api/v1/budget-lines?year=" + month.getYear();
        var ahead = admin.get(year).expect(200).body();
        clock.advanceTo(month.plusMonths(1).atDay(20).atStartOfDay().toInstant(ZoneOffset.UTC));

        var over = admin.get(year).expect(200).body();

        assertThat(sum(ahead, "committed")).isPositive();
        assertThat(sum(over, "committed")).isZero();
        assertThat(sum(over, "spent")).isEqualByComparingTo(sum(ahead, "committed"));
    }

    /** The year's budget lines, asked for twice, and the months' statements: both agree with what is reckoned person by person. */
    private BigDecimal kept() {
        var once = admin.get(YEAR).expect(200).body();
        assertThat(admin.get(YEAR).expect(200).body()).isEqualTo(once);
        var spent = sum(once, "spent");
        for (var again = 0; again < 2; again++) assertThat(months("")).isEqualByComparingTo(spent);
        assertThat(PEOPLE.stream().map(person -> months("&person=" + person)).reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(spent);
        return spent;
    }

    private static BigDecimal sum(JsonNode lines, String what) {
        return lines.path("items").valueStream()
                .map(line -> new BigDecimal(line.at("/%s/amount".formatted(what)).asString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal months(String whose) {
        var sum = BigDecimal.ZERO;
        for (var month = 1; month <= 12; month++) {
            var items = STATEMENTS + "?month=2024-%02d%s".formatted(month, whose);
            for (JsonNode each : admin.get(items).expect(200).body().path("items")) sum = sum.add(total(each));
        }
        return sum;
    }

    /** Ann worked on it in a night of March in which she was on call. */
    private void writeDownACallout() {
        db.sql("""
                with past as (
                    insert into incidents.incident (id, summary, state, service, severity, type, type_by, loss_size, started_at, opened_at,
                           acknowledged_at, acknowledged_by, resolved_at, resolved_by, imported, loss, at_tolerable, protected, overrun)
                    values (gen_random_uuid(), 'Nothing is sold', 'resolved', 'shop', 'critical', 'minor', 'expected-loss', 'high',
                           '2024-03-05T22:00Z', '2024-03-05T22:00Z', '2024-03-05T22:01Z', 'ann', '2024-03-06T00:00Z', 'ann', true, 1, 1, 0, 0)
                    returning id)
                insert into incidents.responder (incident, person, role, joined_at, left_at)
                select id, 'ann', 'responder', '2024-03-05T22:00Z', '2024-03-06T00:00Z' from past
                """).update();
    }

    private static String organisation(int week) {
        return SomePay.organisation("{model: standby-and-callout, standby: {amount: %d, per: week}, callout: {amount: 50, per: hour}}".formatted(week));
    }

    private static String nights(String name, String team, String people) {
        return nights(name, team, people, "2024-02-05", "2024-05-06");
    }

    private static String nights(String name, String team, String people, String from, String to) {
        var layer = "{start: \"%sT09:00\", every: P1W, people: [%s], to: \"%sT09:00\"}".formatted(from, people, to);
        return SomePay.schedule(name, "team: " + team, layer, "");
    }
}
