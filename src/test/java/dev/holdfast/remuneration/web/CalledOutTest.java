package dev.holdfast.remuneration.web;

import static dev.holdfast.remuneration.web.SomePay.lines;
import static dev.holdfast.remuneration.web.SomePay.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import dev.holdfast.Statements;
import dev.holdfast.TestClock;
import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.remuneration.StatementFilter;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** People who answer at night, and what that is paid. */
@HoldfastTest
@TestPropertySource(properties = "holdfast.admin-token=" + CalledOutTest.TOKEN)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
class CalledOutTest {

    static final String TOKEN = "hf_calledout_calledout_calledout_calledout";

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final String BOTH = "{model: standby-and-callout, standby: {amount: 350, per: week}, callout: {amount: 50, per: hour}}";

    @LocalServerPort
    int port;

    @Autowired
    TestClock clock;

    @Autowired
    dev.holdfast.remuneration.Statements statements;

    @Test
    void calloutsArePaidAndBestEffortsAreFlaggedInAConstantNumberOfQueries() {
        var api = new Api("http://localhost:" + port, TOKEN);
        api.apply(SomePay.organisation(BOTH) + SomePay.people("ann", "bob", "pat") + SomePay.team("shop-team", "ann, bob", "pat")
                + SomePay.service("shop", "shop-team")
                + SomePay.schedule("shop-nights", "team: shop-team", "{start: \"2024-01-01T09:00\", every: P1W, people: [ann]}", "")).expect(200);
        clock.advanceTo(clock.instant().atZone(LONDON).with(TemporalAdjusters.next(DayOfWeek.SUNDAY)).withHour(1).withMinute(0).toInstant());
        var month = YearMonth.from(clock.instant().atZone(LONDON)).toString();

        answered(api, "bob");

        var bob = statement(api, "bob", month);
        assertThat(lines(bob)).singleElement().satisfies(line -> {
            assertThat(line.path("kind").asString()).isEqualTo("callout");
            assertThat(line.at("/amount/amount").asString()).isEqualTo("50.00");
            assertThat(line.path("hours").asString()).isEqualTo("1.0000");
            assertThat(line.path("dayClass").asString()).isEqualTo("weekend");
            assertThat(line.path("service").asString()).isEqualTo("shop");
            assertThat(line.path("explain").valueStream().map(because -> because.path("code").asString())).contains("ROUNDED_UP", "NOT_ON_STANDBY");
        });

        api.apply(SomePay.organisation("{model: standby, standby: {amount: 350, per: week}}")).expect(200);
        answered(api, "bob");

        var after = statement(api, "bob", month);
        assertThat(lines(after)).hasSize(1);
        assertThat(after.path("unpaid")).singleElement().satisfies(unpaid -> assertThat(new BigDecimal(unpaid.path("hours").asString())).isCloseTo(new BigDecimal("0.67"), offset(new BigDecimal("0.02"))));
        assertThat(statement(api, "ann", month).path("unpaid")).isEmpty();

        var few = queries(month);
        var more = new StringBuilder();
        for (var number = 0; number < 30; number++) {
            more.append(SomePay.team("team-" + number, "ann", "pat")).append(SomePay.service("service-" + number, "team-" + number)).append(
                    SomePay.schedule("nights-" + number, "team: team-" + number, "{start: \"2024-01-01T09:00\", every: P1W, people: [bob, ann]}", ""));
        }
        api.apply(more.toString()).expect(200);
        assertThat(queries(month)).isEqualTo(few);
    }

    private int queries(String month) {
        var payroll = new Viewer("payroll", null, Set.of(), Set.of(), Set.of(Scope.READ, Scope.PAY), null, "payroll");
        var filter = StatementFilter.of(YearMonth.parse(month), null, null, null);
        statements.of(filter, payroll);
        return Statements.of(() -> statements.of(filter, payroll)).size();
    }

    /** For forty minutes. */
    private void answered(Api api, String person) {
        var id = api.post("/api/v1/incidents", "{\"service\": \"shop\", \"summary\": \"Nothing is sold\", \"severity\": \"critical\"}").expect(201).at("/id");
        api.post("/api/v1/incidents/" + id + "/acknowledge", "{\"person\": \"%s\"}".formatted(person)).expect(200);
        clock.advance(Duration.ofMinutes(40));
        api.post("/api/v1/incidents/" + id + "/resolve", "{}").expect(200);
        clock.advance(Duration.ofMinutes(5));
    }
}
