package dev.holdfast.remuneration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import dev.holdfast.Statements;
import dev.holdfast.TestClock;
import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.remuneration.web.SomePay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** What is kept of the months of a year, the one that goes on among them, is what would be reckoned anew, whatever happens. */
@HoldfastTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(properties = "holdfast.admin-token=" + KeptSpendingTest.TOKEN)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
class KeptSpendingTest {

    static final String TOKEN = "hf_keptspending_keptspending_keptspending";

    private static final Viewer ADMIN = new Viewer("admin", null, Set.of("admin"), Set.of(), EnumSet.allOf(Scope.class), null, "ci");
    private static final List<String> PEOPLE = List.of("ann", "bob", "cas");
    private static final String STATEMENTS = "/api/v1/pay/statements";

    @LocalServerPort
    int port;

    @Autowired
    private MonthlySpending monthly;

    @Autowired
    private BudgetLines lines;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    private Api admin;

    @BeforeAll
    void anOrganisationThatPays() {
        admin = new Api("http://localhost:" + port, TOKEN);
        admin.apply(SomePay.organisation("{model: standby-and-callout, standby: {amount: 350, per: week}, callout: {amount: 50, per: hour}}")
                + SomePay.people("ann", "bob", "cas", "pat")
                + SomePay.team("shop-team", "ann, bob, cas", "pat")
                + SomePay.team("barn-team", "cas, bob", "ann")
                + SomePay.service("shop", "shop-team")
                + SomePay.service("cart", "shop-team")
                + SomePay.service("barn", "barn-team")
                + SomePay.budgetLine("shop-line", "service: shop", "" + year(clock.instant()), "pat")
                + nights("shop-nights", "shop-team", "ann, bob, cas", 7) + nights("barn-nights", "barn-team", "cas, bob", 2)).expect(200);
    }

    @Test
    void isWhatIsReckonedAnew() {
        var random = new Random(20261122);
        var acts = List.<Runnable>of(
                () -> clock.advance(Duration.ofMinutes(random.nextInt(60))),
                () -> clock.advance(Duration.ofMinutes(random.nextInt(600))),
                () -> clock.advanceTo(clock.instant().atOffset(ZoneOffset.UTC).plusDays(1).with(LocalTime.of(random.nextInt(24), 0)).toInstant()),
                () -> override(random),
                () -> work(random),
                () -> admin.apply(nights("barn-nights", "barn-team", random.nextBoolean() ? "cas, bob" : "ann, cas, bob", 1 + random.nextInt(7))).expect(200),
                () -> admin.apply(SomePay.service("more-" + random.nextInt(3), "barn-team")).expect(200),
                () -> approveAndCorrect(random));

        for (var step = 0; step < 60; step++) {
            acts.get(random.nextInt(acts.size())).run();

            for (var again = 0; again < 2; again++) {
                var now = clock.instant();
                var anew = transaction.execute(status -> sums(now));
                assertThat(sums(now)).as("step %d at %s", step, now).isEqualTo(anew).isNotEmpty();
            }
        }
    }

    @Test
    void costsAsManyStatementsForAYearAsForItsBasis() {
        var year = Year.of(year(clock.instant()));
        lines.of(year, ADMIN);

        assertThat(Statements.of(() -> lines.of(year, ADMIN))).hasSizeLessThan(10);
    }

    private List<BudgetStanding> sums(Instant now) {
        var spending = new Spending(List.of());
        monthly.add(Year.of(year(now)), now, spending);
        return spending.standings();
    }

    private void override(Random random) {
        var from = clock.instant().plus(Duration.ofMinutes(random.nextInt(3_000)));
        var schedule = random.nextBoolean() ? "shop-nights" : "barn-nights";
        admin.post("/api/v1/schedules/" + schedule + "/overrides", "{\"from\": \"%s\", \"to\": \"%s\", \"person\": \"%s\"}"
                .formatted(from, from.plus(Duration.ofMinutes(30 + random.nextInt(1_000))), PEOPLE.get(random.nextInt(3))));
    }

    private void work(Random random) {
        var from = clock.instant().minus(Duration.ofMinutes(random.nextInt(40_000))).toString();
        db.sql("""
                with past as (
                    insert into incidents.incident (id, summary, state, service, severity, type, type_by, loss_size, started_at, opened_at,
                           acknowledged_at, acknowledged_by, resolved_at, resolved_by, imported, loss, at_tolerable, protected, overrun)
                    values (gen_random_uuid(), 'Nothing is sold', 'resolved', 'shop', 'critical', 'minor', 'expected-loss', 'high',
                           :from::timestamptz, :from::timestamptz, :from::timestamptz, 'ann', :from::timestamptz + interval '1 hour', 'ann', true, 1, 1, 0, 0)
                    returning id)
                insert into incidents.responder (incident, person, role, joined_at, left_at)
                select id, :person, 'responder', :from::timestamptz, :from::timestamptz + interval '50 minutes' from past
                """)
                .param("from", from)
                .param("person", PEOPLE.get(random.nextInt(3)))
                .update();
    }

    /** Of the month before, which is over. */
    private void approveAndCorrect(Random random) {
        var month = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC)).minusMonths(1);
        var items = admin.get(STATEMENTS + "?month=%s&person=%s".formatted(month, PEOPLE.get(random.nextInt(3)))).expect(200).body().path("items");
        if (items.isEmpty()) return;
        var id = items.get(0).path("id").asString();
        for (var holder : List.of("pat", "ann")) admin.post(STATEMENTS + "/" + id + "/approve", "{\"person\": \"%s\"}".formatted(holder));
        var line = items.get(0).path("lines").get(0).path("id").asString();
        admin.post(STATEMENTS + "/" + id + "/corrections", "{\"person\": \"pat\", \"line\": \"%s\", \"amount\": \"-10.00\", \"note\": \"Twice.\"}".formatted(line));
    }

    private static int year(Instant at) {
        return at.atOffset(ZoneOffset.UTC).getYear();
    }

    private static String nights(String name, String team, String people, int days) {
        return SomePay.schedule(name, "team: " + team, "{start: \"2024-01-01T09:00\", every: P%dD, people: [%s]}".formatted(days, people), "");
    }
}
