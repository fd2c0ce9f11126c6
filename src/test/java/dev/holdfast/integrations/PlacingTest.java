package dev.holdfast.integrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.alerts.IntegrationName;
import dev.holdfast.alerts.Sender;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.deployments.Deployment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacingTest {

    private static final Pipeline PIPELINE = new Pipeline(
            new IntegrationName("some"), Sender.GITHUB, null, Map.of(), Map.of("shop", "production", "prod", "staging"), null);
    private static final Agreed AGREED = new Agreed(Map.of(), Map.of("eu-1", "production"));

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock = """
            shop,       -,       false, production
            prod,       -,       false, staging
            Production, -,       false, production
            LIVE,       -,       false, production
            prd,        -,       false, production
            preprod,    -,       false, preprod
            release,    -,       true,  production
            prod,       -,       true,  staging
            QA 2,       eu-1,    false, production
            -,          eu-1,    false, production
            -,          live,    false, production
            -,          default, false, -
            -,          -,       false, -
            """)
    void anEnvironmentIsWhatIsAgreedElseWhatTheNameSays(String environment, String place, boolean inProduction, String ours) {
        var said = new PipelineEvent.DeploymentSaid(
                List.of("x"), "1", "1.0", environment, place, inProduction, Deployment.Status.SUCCEEDED, Deployment.Kind.PLANNED, Instant.EPOCH, null,
                null, null, null);

        assertThat(Placing.environment(said, PIPELINE, AGREED).orElse(null)).isEqualTo(ours);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock = """
            https://git.example/Acme/Bedroom.git, acme/bedroom
            https://git.example/acme/bedroom/,    acme/bedroom
            git@git.example:acme/bedroom.git,     acme/bedroom
            ssh://git@git.example/acme/bedroom,   acme/bedroom
            acme/bedroom,                         acme/bedroom
            acme/shop/bedroom,                    acme/shop/bedroom
            """)
    void aRepositoryIsTheSameHoweverItIsWritten(String source, String repository) {
        assertThat(Placing.repository(source)).isEqualTo(repository);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock = """
            acme/bed-room,     bedroom
            acme/bedrom,       bedroom
            acme/bedroom-api,  bedroom
            acme/BATHROOMS,    bathroom
            acme/kitchen,      -
            acme/x,            -
            """)
    void theClosestNameIsSuggestedWhereThereIsOne(String source, String service) {
        var closest = Closest.to(List.of(source), List.of(new ServiceName("bedroom"), new ServiceName("bathroom"), new ServiceName("hall")));

        assertThat(closest.map(ServiceName::value).orElse(null)).isEqualTo(service);
    }
}
