package dev.holdfast.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlastRadiusTest {

    /** {@code b>a} is "b hard-depends on a"; {@code b~a} is softened by a queue. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "direct                | b>a         | b",
        "transitive            | b>a c>b d>c | b, c via b, d via b c",
        "ended by a soft edge  | b>a c~b d>c | b",
        "safe in a cycle       | b>a a>b c>a c>b | b, c",
        "itself                | a>a         | -",
        "the shortest way      | b>a c>b c>a | b, c",
        "nobody                | a>b         | -",
    })
    void reachesWhatGoesDownToo(String name, String edges, String expected) {
        var services = services(edges.strip().split(" "));

        var hits = BlastRadius.among(services).of(new ServiceName("a"));

        assertThat(hits.stream().map(BlastRadiusTest::words).collect(Collectors.joining(", ")))
                .isEqualTo(expected == null ? "" : expected.strip());
    }

    private static String words(BlastRadius.Hit hit) {
        return hit.service() + hit.via().stream().map(ServiceName::value).collect(Collectors.joining(" ", hit.via().isEmpty() ? "" : " via ", ""));
    }

    private static List<Service> services(String... edges) {
        Map<String, List<Dependency>> needs = new LinkedHashMap<>();
        Arrays.stream(edges).forEach(edge -> {
            var via = edge.charAt(1) == '>' ? Softening.HARD : Softening.QUEUE;
            needs.computeIfAbsent(edge.substring(0, 1), from -> new ArrayList<>())
                    .add(new Dependency(new ServiceName(edge.substring(2)), null, via));
        });
        return needs.entrySet().stream().map(each -> service(each.getKey(), each.getValue())).toList();
    }

    private static Service service(String name, List<Dependency> needs) {
        return new Service(
                new ServiceName(name), null, null, ServiceKind.DIGITAL, null, null, null, null, needs, List.of(), Map.of(), Map.of(), List.of());
    }
}
