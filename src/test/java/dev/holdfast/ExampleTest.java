package dev.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** The example that the README leads through applies, and gives what the playbook says of its furniture retailer. */
@HoldfastTest
@TestPropertySource(properties = "holdfast.admin-token=hf_example_0123456789_0123456789_01234")
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class ExampleTest {

    private static final Path EXAMPLE = Path.of("examples/furniture-retailer.yaml");
    private static final String SATURDAY_NIGHT = "2026-11-21T22:00:00Z";
    private static final String BLACK_FRIDAY_NIGHT = "2026-11-27T22:00:00Z";

    @LocalServerPort
    int port;

    private Api holdfast;

    @BeforeEach
    void theRetailer() throws IOException {
        holdfast = new Api("http://localhost:" + port, "hf_example_0123456789_0123456789_01234");
        holdfast.apply(Files.readString(EXAMPLE)).expect(200);
    }

    @Test
    void appliesTwiceAndComesBackUnchanged() throws IOException {
        var again = holdfast.apply(Files.readString(EXAMPLE)).expect(200);
        assertThat(again.at("/created") + again.at("/updated")).isEqualTo("00");
        assertThat(again.body().path("warnings").isEmpty()).isTrue();

        var export = holdfast.get("/api/v1/catalogue/export").expect(200).text();
        assertThat(holdfast.apply(export).expect(200).at("/unchanged")).isEqualTo(again.at("/unchanged"));
    }

    @Test
    void selectsAsThePlaybookDoes() {
        assertThat(selected("ecommerce-platform")).isEqualTo("99.9 ops operations");
        assertThat(selected("appointments")).isEqualTo("95.0 ybyr none");
        assertThat(selected("bedroom")).isEqualTo("99.0 ybyr domain");
    }

    @Test
    void callsWhomTheMoneyAtRiskSays() {
        assertThat(covering("bedroom", SATURDAY_NIGHT)).isEqualTo("covered furnishing-out-of-hours");
        assertThat(covering("bedroom", BLACK_FRIDAY_NIGHT)).isEqualTo("covered bedroom-out-of-hours");
        assertThat(covering("appointments", SATURDAY_NIGHT)).startsWith("suppressed");
        assertThat(covering("ecommerce-platform", SATURDAY_NIGHT)).isEqualTo("covered bridge-l1");
    }

    @Test
    void leavesNothingToMendAboutWhoIsOnCall() {
        var checks = holdfast.get("/api/v1/on-call/checks").expect(200);

        assertThat(checks.body().path("items").isEmpty()).as(checks.text()).isTrue();
    }

    private String selected(String service) {
        var selection = holdfast.get("/api/v1/services/" + service + "/selection?at=" + SATURDAY_NIGHT).expect(200);
        return selection.at("/level") + " " + selection.at("/operatingModel") + " " + selection.at("/onCall/outOfHours");
    }

    private String covering(String service, String at) {
        var covering = holdfast.get("/api/v1/services/" + service + "/on-call?at=" + at).expect(200);
        return covering.at("/status") + " " + covering.at("/schedule");
    }
}
