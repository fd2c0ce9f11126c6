package dev.holdfast.remuneration.web;

import static dev.holdfast.remuneration.web.SomePay.lines;
import static dev.holdfast.remuneration.web.SomePay.statement;
import static dev.holdfast.remuneration.web.SomePay.token;
import static dev.holdfast.remuneration.web.SomePay.total;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Statements and budget lines as programs see them. */
@HoldfastTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(properties = "holdfast.admin-token=" + PayApiTest.TOKEN)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
class PayApiTest {

    static final String TOKEN = "hf_payapi_payapi_payapi_payapi_payapi";

    private static final String STATEMENTS = "/api/v1/pay/statements";

    @LocalServerPort
    int port;

    private Api admin;

    @BeforeAll
    void anOrganisationThatPays() {
        admin = new Api("http://localhost:" + port, TOKEN);
        admin.apply(SomePay.organisation("""
                {model: standby-and-callout, standby: {amount: 350, per: week}, callout: {amount: 50, per: hour},
                 exceptions: [{person: cas, standby: {amount: 500, per: week}}]}
                """)
                + SomePay.people("ann", "bob", "cas", "dee", "pat", "quin", "stranger")
                + SomePay.team("shop-team", "ann, bob, cas", "pat")
                + SomePay.team("barn-team", "dee, ann, pat", "quin")
                + SomePay.team("other-team", "stranger", "quin")
                + SomePay.service("shop", "shop-team")
                + SomePay.service("cart", "shop-team")
                + SomePay.service("basket", "shop-team")
                + SomePay.service("barn", "barn-team")
                + SomePay.budgetLine("shop-2024", "service: shop", "2024", "pat")
                + SomePay.budgetLine("cart-2024", "service: cart", "2024", "pat")
                + SomePay.budgetLine("basket-2024", "service: basket", "2024", "pat")
                + SomePay.schedule("shop-nights", "team: shop-team", "{start: \"2024-01-01T09:00\", every: P1W, people: [ann, bob], to: \"2025-06-30T09:00\"}",
                        "{from: \"2024-03-05T18:00:00Z\", to: \"2024-03-06T02:20:00Z\", person: cas}")
                + SomePay.schedule("barn-nights", "team: barn-team", "{start: \"2024-05-06T09:00\", every: P1W, people: [dee], to: \"2024-06-03T09:00\"}", ""))
                .expect(200);
    }

    @Test
    void fullTurnIsExactlyTheRateAndAnOverrideSplitsIt() {
        var ann = statement(admin, "ann", "2024-03");
        var bob = statement(admin, "bob", "2024-03");
        var cas = statement(admin, "cas", "2024-03");

        assertThat(between(ann, "2024-03-11", "2024-03-18T09:00:00Z")).isEqualByComparingTo("350.00");
        assertThat(between(bob, "2024-03-18", "2024-03-25T09:00:00Z")).isEqualByComparingTo("350.00");
        assertThat(between(bob, "2024-03-04T09:00:00Z", "2024-03-11T09:00:00Z")).isEqualByComparingTo("327.22");
        assertThat(ann.path("state").asString()).isEqualTo("draft");
        assertThat(lines(cas)).hasSize(3).allSatisfy(line -> assertThat(line.at("/rate/amount").asString()).isEqualTo("500.00"));
        assertThat(total(cas)).isEqualByComparingTo("32.55");
        assertThat(lines(cas).getFirst().path("explain").valueStream().map(because -> because.path("code").asString()))
                .contains("OVERRIDE", "RATE", "EQUAL_PARTS", "BUDGET_LINE");
    }

    @Test
    void statementsSumToBudgetLinesToThePenny() {
        var sum = BigDecimal.ZERO;
        for (var month = 1; month <= 12; month++) {
            for (var statement : admin.get(STATEMENTS + "?month=2024-%02d".formatted(month)).expect(200).body().path("items")) {
                sum = sum.add(total(statement));
            }
        }

        var spent = admin.get("/api/v1/budget-lines?year=2024").expect(200).body().path("items").valueStream()
                .map(line -> new BigDecimal(line.at("/spent/amount").asString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(spent).isEqualByComparingTo(sum).isGreaterThan(new BigDecimal("18000"));
        assertThat(admin.get("/api/v1/budget-lines?year=2024").at("/items/0/service")).isEqualTo("barn");
        assertThat(admin.get("/api/v1/budget-lines?year=2024").at("/items/0/planned/notApplicable")).isEqualTo("no budget line is declared");
    }

    @Test
    void whoPaysApprovesAndWhatIsApprovedStays() {
        var pat = token(admin, "pat", "\"read\", \"pay\"", ", \"person\": \"pat\"");
        var id = statement(admin, "bob", "2024-02").path("id").asString();

        assertThat(admin.post(STATEMENTS + "/" + id + "/corrections", correction(id, "-10.00")).status()).isEqualTo(403);
        var approved = pat.post(STATEMENTS + "/" + id + "/approve", "{}").expect(200).body();
        var again = pat.post(STATEMENTS + "/" + id + "/approve", "{}").expect(200).body();

        assertThat(approved.path("state").asString()).isEqualTo("approved");
        assertThat(approved.path("approvedBy").asString()).isEqualTo("pat");
        assertThat(again).isEqualTo(approved);
        assertThat(pat.get(STATEMENTS + "/" + id).body()).isEqualTo(approved);
        var corrected = pat.post(STATEMENTS + "/" + id + "/corrections", correction(id, "-10.00")).expect(201).body();
        assertThat(corrected.path("month").asString()).isEqualTo("2024-03");
        assertThat(lines(corrected)).anySatisfy(line -> {
            assertThat(line.path("kind").asString()).isEqualTo("correction");
            assertThat(line.at("/amount/amount").asString()).isEqualTo("-10.00");
            assertThat(line.path("corrects").asString()).isNotBlank();
        });
        assertThat(pat.get(STATEMENTS + "/" + id).body()).isEqualTo(approved);
        assertThat(pat.get(STATEMENTS + "?month=2024-03&person=bob&format=csv").text()).contains("correction", ",-10.00,GBP,");
    }

    @Test
    void programWithTheScopeActsForWhoPays() {
        var id = statement(admin, "bob", "2024-04").path("id").asString();

        assertThat(admin.post(STATEMENTS + "/" + id + "/approve", "{\"person\": \"quin\"}").status()).isEqualTo(403);
        assertThat(admin.post(STATEMENTS + "/" + id + "/approve", "{\"person\": \"bob\"}").status()).isEqualTo(403);
        assertThat(admin.post(STATEMENTS + "/" + id + "/approve", "{\"person\": \"pat\"}").expect(200).at("/approvedBy")).isEqualTo("pat");
    }

    @Test
    void everybodyWhoPaysSomeOfItApproves() {
        admin.apply(SomePay.team("mill-team", "ann", "quin")
                + SomePay.service("mill", "mill-team")
                + SomePay.schedule("mill-nights", "team: mill-team", "{start: \"2024-09-09T09:00\", every: P2W, people: [ann, bob], to: \"2024-09-30T09:00\"}", ""))
                .expect(200);
        var id = statement(admin, "ann", "2024-09").path("id").asString();

        assertThat(admin.post(STATEMENTS + "/" + id + "/approve", "{\"person\": \"pat\"}").expect(200).at("/state")).isEqualTo("draft");
        assertThat(admin.get(STATEMENTS + "/" + id).at("/approvals/0/holder")).isEqualTo("pat");
        assertThat(admin.post(STATEMENTS + "/" + id + "/approve", "{\"person\": \"quin\"}").expect(200).at("/state")).isEqualTo("approved");
    }

    @Test
    void strangersCannotTellThatItExists() {
        var stranger = token(admin, "stranger", "\"read\"", ", \"person\": \"stranger\"");
        var team = token(admin, "team", "\"read\", \"pay\"", ", \"team\": \"other-team\"");
        var id = statement(admin, "bob", "2024-05").path("id").asString();

        for (var other : List.of(stranger, team)) {
            assertThat(other.get(STATEMENTS + "/" + id).status()).isEqualTo(404);
            assertThat(other.get(STATEMENTS + "?month=2024-05").expect(200).body().path("items")).isEmpty();
            assertThat(other.get("/api/v1/budget-lines?year=2024").expect(200).body().path("items")).isEmpty();
        }
        assertThat(team.post(STATEMENTS + "/" + id + "/approve", "{}").status()).isEqualTo(404);
        assertThat(stranger.post(STATEMENTS + "/" + id + "/approve", "{}").status()).isEqualTo(403);
        var bob = token(admin, "bob", "\"read\"", ", \"person\": \"bob\"");
        assertThat(bob.get(STATEMENTS + "/" + id).status()).isEqualTo(200);
        var pat = token(admin, "pat-reads", "\"read\"", ", \"person\": \"pat\"");
        assertThat(pat.get(STATEMENTS + "?month=2024-05").body().path("items")).hasSize(2);
    }

    @Test
    void personDisputesALineOfTheirOwn() {
        var bob = token(admin, "bob-disputes", "\"read\", \"pay\"", ", \"person\": \"bob\"");
        var statement = statement(admin, "bob", "2024-06");
        var id = statement.path("id").asString();
        var body = "{\"line\": \"%s\", \"note\": \"I stood in on Friday.\"}".formatted(lines(statement).getFirst().path("id").asString());

        assertThat(bob.post(STATEMENTS + "/" + id + "/approve", "{}").status()).isEqualTo(403);
        assertThat(bob.post(STATEMENTS + "/" + id + "/dispute", body).expect(200).at("/disputes/0/note")).isEqualTo("I stood in on Friday.");
        assertThat(bob.post(STATEMENTS + "/" + id + "/dispute", "{\"line\": \"nothing\", \"note\": \"x\"}").status()).isEqualTo(404);
        assertThat(bob.post(STATEMENTS + "/" + id + "/dispute", "{\"line\": \"x\"").status()).isEqualTo(400);
        assertThat(admin.post(STATEMENTS + "/" + id + "/dispute", body).status()).isEqualTo(403);
    }

    @Test
    void twoWhoApproveAtOnceFreezeItOnce() throws Exception {
        var id = statement(admin, "bob", "2024-07").path("id").asString();
        Callable<Integer> approve = () -> admin.post(STATEMENTS + "/" + id + "/approve", "{\"person\": \"pat\"}").status();

        try (var both = Executors.newFixedThreadPool(2)) {
            for (var answer : both.invokeAll(List.of(approve, approve))) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }

        assertThat(admin.get("/api/v1/ledger?subject=statement/" + id).expect(200).body().path("items")).hasSize(1);
    }

    @Test
    void whatIsAskedWronglyIsRefused() {
        assertThat(admin.get(STATEMENTS + "?month=13").status()).isEqualTo(400);
        assertThat(admin.get(STATEMENTS + "?month=9999-01").status()).isEqualTo(422);
        assertThat(admin.get(STATEMENTS + "?state=paid").status()).isEqualTo(422);
        assertThat(admin.get(STATEMENTS + "?format=xml").status()).isEqualTo(422);
        assertThat(admin.get(STATEMENTS + "/nothing").status()).isEqualTo(404);
        assertThat(admin.get("/api/v1/budget-lines?year=1").status()).isEqualTo(422);
        assertThat(admin.get("/api/v1/budget-lines?year=x").status()).isEqualTo(400);
        var future = statement(admin, "dee", "2024-05").path("id").asString();
        assertThat(admin.post(STATEMENTS + "/" + future + "/corrections", "{\"line\": \"x\", \"amount\": \"1.234\", \"note\": \"n\"}").status()).isEqualTo(403);
    }

    @Test
    void budgetLineSaysForWhatAndByWhom() {
        var twice = admin.apply(SomePay.budgetLine("shop-again", "service: shop", "2024", "pat")).expect(422);
        var both = admin.apply(SomePay.budgetLine("both", "service: shop, domain: x", "2030", "pat")).expect(422);
        var backwards = admin.apply(SomePay.budgetLine("late", "service: shop", "2031", "pat").replace("2032-01-01", "2030-01-01")).expect(422);

        assertThat(twice.at("/errors/0/code")).isEqualTo("STATE");
        assertThat(both.at("/errors/0/path")).startsWith("spec.");
        assertThat(backwards.at("/errors/0/code")).isEqualTo("OUT_OF_RANGE");
    }

    private String correction(String id, String amount) {
        var line = lines(admin.get(STATEMENTS + "/" + id).body()).getFirst().path("id").asString();
        return "{\"line\": \"%s\", \"amount\": \"%s\", \"note\": \"Counted twice.\"}".formatted(line, amount);
    }

    private static BigDecimal between(JsonNode statement, String from, String to) {
        return lines(statement).stream()
                .filter(line -> line.path("from").asString().compareTo(from) >= 0 && line.path("from").asString().compareTo(to) < 0)
                .map(PayApiTest::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal amount(JsonNode line) {
        return new BigDecimal(line.at("/amount/amount").asString());
    }
}
