package dev.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The description for programs names what they call and what they say, and nothing of ours. */
@HoldfastTest
class OpenApiTest {

    @LocalServerPort
    int port;

    @Test
    void namesEveryDoorAndAsksNobodyToSayWhoTheyAre() {
        var description = new Api("http://localhost:" + port, null).get("/openapi.json").expect(200);

        assertThat(description.at("/openapi")).startsWith("3.1");
        assertThat(description.body().path("paths").propertyNames())
                .contains("/v2/enqueue", "/hooks/alertmanager/{key}", "/api/v1/catalogue/apply", "/api/v1/incidents/{incident}/acknowledge");
        assertThat(description.body().path("paths").findValuesAsString("name")).contains("dryRun").doesNotContain("viewer");
    }
}
