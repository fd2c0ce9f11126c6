package dev.holdfast.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.holdfast.http.Unprocessable;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class LinkTemplatesTest {

    private static final Set<String> FIELDS = Set.of("linkTemplates");

    @Test
    void placeholdersAreFilledAndAnOwnLinkWins() {
        var templates = read("""
                {"linkTemplates": {"dashboard": "https://grafana.example.com/d/{service}?env={environment}",
                                   "logs": "https://logs.example.com/{team}/{service}"}}""");
        var own = Map.of("logs", new Link(URI.create("https://own.example.com"), null));

        assertThat(templates.of(service("beds", Map.of()))).containsExactlyInAnyOrderEntriesOf(Map.of(
                "dashboard", new Link(URI.create("https://grafana.example.com/d/payments?env=production"), null),
                "logs", new Link(URI.create("https://logs.example.com/beds/payments"), null)));
        assertThat(templates.of(service("beds", own))).containsOnlyKeys("dashboard");
    }

    @Test
    void whatNamesATeamIsLeftOutWhileNobodyOwnsTheService() {
        var templates = read("{\"linkTemplates\": {\"logs\": \"https://logs.example.com/{team}\", \"chat\": \"https://chat.example.com/{service}\"}}");

        assertThat(templates.of(service(null, Map.of()))).containsOnlyKeys("chat");
    }

    @Test
    void withoutTemplatesThereAreNone() {
        assertThat(read("{}").of(service("beds", Map.of()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "/d/{service}", "https://logs.example.com/{host}", "ftp://logs.example.com/{service}"})
    void whatIsNoAddressOfTheWebIsRefused(String template) {
        var refused = catchThrowableOfType(Unprocessable.class, () -> read("{\"linkTemplates\": {\"logs\": \"%s\"}}".formatted(template)));

        assertThat(refused.faults()).singleElement().satisfies(fault -> assertThat(fault.code()).isEqualTo("MALFORMED"));
    }

    private static LinkTemplates read(String json) {
        return Loose.read((ObjectNode) JsonMapper.shared().readTree(json), FIELDS, LinkTemplatesPart.IT::read);
    }

    private static Service service(@Nullable String owner, Map<String, Link> links) {
        return new Service(
                new ServiceName("payments"), null, null, null, null, owner == null ? null : new TeamName(owner), null, null, List.of(), List.of(), Map.of(), links, List.of());
    }
}
