package dev.holdfast.remuneration.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The cases of pay, each with a team, a service and a schedule of its own, as a payroll reads them. */
@HoldfastTest
@TestPropertySource(properties = "holdfast.admin-token=" + PayVectorsTest.TOKEN)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
class PayVectorsTest {

    static final String TOKEN = "hf_payvectors_payvectors_payvectors";

    @LocalServerPort
    int port;

    @Test
    void hoursAndPayAreThoseOfTheTable() throws IOException {
        var api = new Api("http://localhost:" + port, TOKEN);
        api.apply(SomePay.organisation("""
                {model: standby, standby: {weekday: {amount: 5, per: hour}, weekend: {amount: 10, per: hour}, holiday: {amount: 10, per: hour}}}
                """) + SomePay.people("holder", "other")).expect(200);
        var cases = cases();
        for (var each : cases) {
            api.apply(documents(each)).expect(200);
        }

        for (var each : cases) {
            var statement = SomePay.statement(api, name(each), YearMonth.from(from(each)).toString());

            var expected = each.path("expected");
            assertThat(SomePay.hours(statement, "weekday")).as(name(each)).isEqualByComparingTo(expected.path("weekday_out_of_hours").decimalValue());
            assertThat(SomePay.hours(statement, "weekend")).as(name(each)).isEqualByComparingTo(expected.path("weekend").decimalValue());
            assertThat(SomePay.total(statement)).as(name(each)).isEqualByComparingTo(expected.path("total_gbp").decimalValue());
        }
        assertThat(cases).hasSize(3);
    }

    private static String documents(JsonNode each) {
        var name = name(each);
        var zone = ZoneId.of(each.path("timezone").asString());
        var to = LocalDateTime.parse(each.path("standby_to_local").asString());
        var override = "{from: \"%s\", to: \"%s\", person: %s}".formatted(from(each).atZone(zone).toInstant(), to.atZone(zone).toInstant(), name);
        return SomePay.people(name)
                + SomePay.team("team-" + name, name + ", other", "holder")
                + SomePay.service("service-" + name, "team-" + name)
                + SomePay.schedule("schedule-" + name, "team: team-" + name, "{start: \"2024-01-01T09:00\", every: P1W, people: [other]}", override);
    }

    private static LocalDateTime from(JsonNode each) {
        return LocalDateTime.parse(each.path("standby_from_local").asString());
    }

    private static String name(JsonNode each) {
        return each.path("name").asString();
    }

    private static JsonNode cases() throws IOException {
        try (var in = PayVectorsTest.class.getResourceAsStream("/vectors/pay.json")) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(in)).path("cases");
        }
    }
}
