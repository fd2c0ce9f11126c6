package dev.holdfast.oncall.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.HoldfastTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every table of who is on call, through the documents of the schedules and the API. */
@HoldfastTest
@TestPropertySource(properties = "holdfast.admin-token=" + VectorsOverHttpTest.TOKEN)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
class VectorsOverHttpTest {

    static final String TOKEN = "hf_vectors_vectors_vectors_vectors_vectors";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<String, String> DAYS = Map.of(
            "MO", "MON", "TU", "TUE", "WE", "WED", "TH", "THU", "FR", "FRI", "SA", "SAT", "SU", "SUN");
    private static final List<String> OUTSIDE_THE_RULE = List.of(
            "hourly", "monthly", "two-people-on-call-together", "override-remove-", "override-add-",
            "temporary-schedule-", "follow-the-sun-", "secondary-", "swap-");

    @LocalServerPort
    private int port;

    @Test
    void answersEveryVectorThroughItsDocument() {
        var cases = vectors("on-call.json");
        program().apply(List.of("ann", "bob", "cas", "dee", "eli", "fay").stream().map(Written::person).toList());
        program().apply(List.of(Written.team("bedroom-team", "product", "members: [ann]")));
        var documents = new ArrayList<String>();
        for (var index = 0; index < cases.size(); index++) {
            documents.add(Written.schedule("vector-" + index, "team: bedroom-team, hours: always", layers(cases.get(index).get("schedule"))));
        }
        assertThat(program().apply(documents).status()).isEqualTo(200);

        for (var index = 0; index < cases.size(); index++) {
            for (var expected : cases.get(index).get("expect")) {
                assertOnCall("vector-" + index, expected.get("at").asString(), expected.get("person"));
            }
        }
        assertThat(program().apply(documents).body().get("unchanged").asInt()).isEqualTo(cases.size());
    }

    @Test
    void answersTheHarderVectorsThroughTheirDocuments() {
        var cases = vectors("on-call-more.json").stream()
                .filter(vector -> OUTSIDE_THE_RULE.stream().noneMatch(vector.get("name").asString()::startsWith))
                .toList();
        var people = new TreeSet<String>();
        cases.forEach(vector -> vector.get("participants").valueStream().forEach(name -> people.add(name.asString().toLowerCase())));
        program().apply(people.stream().map(Written::person).toList());
        program().apply(List.of(Written.team("bedroom-team", "product", "members: []")));
        var documents = cases.stream()
                .map(vector -> Written.schedule("more-" + vector.get("name").asString(), "team: bedroom-team, hours: always", moreLayers(vector)))
                .toList();
        assertThat(program().apply(documents).status()).isEqualTo(200);

        for (var vector : cases) {
            for (var expected : vector.get("query_instants")) {
                var person = expected.get("expected").isEmpty() ? null : expected.get("expected").get(0);
                assertOnCall("more-" + vector.get("name").asString(), expected.get("at").asString(), person);
            }
        }
    }

    private void assertOnCall(String schedule, String at, @Nullable JsonNode person) {
        var answer = program().get("/schedules/" + schedule + "/on-call?at=" + at).body();
        var expected = person == null || person.isNull() ? null : person.asString().toLowerCase();
        var found = answer.get("person").isNull() ? null : answer.get("person").asString();
        assertThat(found).as("%s at %s", schedule, at).isEqualTo(expected);
    }

    private static String layers(JsonNode schedule) {
        var layers = JSON.createArrayNode();
        for (var layer : schedule.get("layers")) {
            var node = layers.addObject();
            node.set("start", layer.get("start"));
            node.put("every", "P" + layer.get("everyDays").asInt() + "D");
            node.set("people", layer.get("people"));
            node.set("timeZone", layer.get("timeZone"));
            if (layer.has("restrict")) {
                node.set("restrict", layer.get("restrict"));
            }
        }
        return layers + "\n  overrides: " + schedule.get("overrides");
    }

    private static String moreLayers(JsonNode vector) {
        var layers = JSON.createArrayNode();
        for (var layer : vector.has("layers") ? vector.get("layers") : JSON.createArrayNode().add(vector)) {
            var rotation = layer.get("rotation");
            var node = layers.addObject();
            node.set("start", rotation.get("start"));
            node.put("every", "P" + rotation.get("length").asInt() + (rotation.get("type").asString().equals("weekly") ? "W" : "D"));
            node.set("timeZone", layer.has("timezone") ? layer.get("timezone") : vector.get("timezone"));
            node.put("turns", rotation.path("advance").asString("calendar").startsWith("active") ? "active" : "calendar");
            if (vector.has("effective_from")) {
                node.set("from", vector.get("effective_from"));
            }
            var people = node.putArray("people");
            layer.get("participants").valueStream().forEach(name -> people.add(name.asString().toLowerCase()));
            var restrict = node.putArray("restrict");
            for (var window : layer.get("restrictions")) {
                var each = restrict.addObject();
                each.set("from", window.get("start"));
                each.set("to", window.get("end"));
                if (window.has("days")) {
                    var days = each.putArray("days");
                    window.get("days").valueStream().forEach(day -> days.add(DAYS.get(day.asString())));
                }
            }
        }
        var overrides = JSON.createArrayNode();
        for (var override : vector.get("overrides")) {
            overrides.addObject()
                    .put("from", override.get("start").asString())
                    .put("to", override.get("end").asString())
                    .put("person", override.get("add").asString().toLowerCase());
        }
        return layers + "\n  overrides: " + overrides;
    }

    private static List<JsonNode> vectors(String file) {
        var stream = VectorsOverHttpTest.class.getResourceAsStream("/vectors/" + file);
        return JSON.readTree(stream).get("cases").valueStream().toList();
    }

    private Program program() {
        return new Program(port, TOKEN);
    }
}
