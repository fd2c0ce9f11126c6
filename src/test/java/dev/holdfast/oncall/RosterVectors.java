package dev.holdfast.oncall;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.quantities.WeekWindow;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tables of who is on call, read into rosters. */
final class RosterVectors {

    /** What rule 7 leaves out: other beats, several people at once, taking people out, schedules in place of others. */
    private static final List<String> OUTSIDE_THE_RULE = List.of(
            "hourly",
            "monthly",
            "two-people-on-call-together",
            "override-remove-",
            "override-add-",
            "temporary-schedule-",
            "follow-the-sun-",
            "secondary-");

    private RosterVectors() {}

    static Stream<JsonNode> cases() {
        return read("/vectors/on-call.json");
    }

    static Stream<JsonNode> moreCases() {
        return read("/vectors/on-call-more.json")
                .filter(vector -> OUTSIDE_THE_RULE.stream().noneMatch(vector.get("name").asString()::startsWith));
    }

    static Roster roster(JsonNode schedule) {
        var layers = schedule.get("layers").valueStream().map(RosterVectors::rotation).toList();
        var overrides = schedule.get("overrides").valueStream()
                .map(node -> override(node, "from", "to", "person"))
                .toList();
        return new Roster(layers, overrides);
    }

    static Roster moreRoster(JsonNode vector) {
        var layers = vector.has("layers")
                ? vector.get("layers").valueStream().map(layer -> moreRotation(vector, layer)).toList()
                : List.of(moreRotation(vector, vector));
        var overrides = vector.get("overrides").valueStream()
                .map(node -> override(node, "start", "end", "add"))
                .toList();
        return swapped(new Roster(layers, overrides), vector);
    }

    /** With what its swaps make of it: nothing, as long as nobody has taken them. */
    private static Roster swapped(Roster roster, JsonNode vector) {
        var swapped = roster;
        for (var swap : vector.path("swaps")) {
            if (swap.get("taken_by").isNull()) continue;
            var from = Instant.parse(swap.get("start").asString());
            var to = Instant.parse(swap.get("end").asString());
            var given = SwapRules.theirs("give", new PersonName(swap.get("requester").asString()), swapped.shifts(from, to));
            var taker = new PersonName(swap.get("taken_by").asString());
            swapped = swapped.withOverrides(given.periods().stream().map(it -> new ScheduleOverride(it.from(), it.from().plus(it.length()), taker)).toList());
        }
        return swapped;
    }

    static List<DayOfWeek> days(@Nullable JsonNode days) {
        if (days == null) {
            return List.of(DayOfWeek.values());
        }
        return days.valueStream()
                .map(day -> Stream.of(DayOfWeek.values())
                        .filter(each -> each.name().startsWith(day.asString()))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private static Stream<JsonNode> read(String file) {
        return JsonMapper.shared()
                .readTree(RosterVectors.class.getResourceAsStream(file))
                .get("cases")
                .valueStream();
    }

    private static Rotation rotation(JsonNode layer) {
        var windows = layer.path("restrict").valueStream().map(window -> window(window, "from", "to"));
        return new Rotation(
                ZoneId.of(layer.get("timeZone").asString()),
                new HandOffs(local(layer, "start"), layer.get("everyDays").asInt(), Turns.CALENDAR),
                people(layer.get("people")),
                windows.toList(),
                Bounds.NONE);
    }

    private static Rotation moreRotation(JsonNode vector, JsonNode layer) {
        var zone = layer.has("timezone") ? layer.get("timezone") : vector.get("timezone");
        var rotation = layer.get("rotation");
        var days = rotation.get("length").asInt() * (rotation.get("type").asString().equals("weekly") ? 7 : 1);
        var active = rotation.path("advance").asString("calendar").equals("active_days");
        var from = vector.has("effective_from") ? local(vector, "effective_from") : null;
        return new Rotation(
                ZoneId.of(zone.asString()),
                new HandOffs(local(rotation, "start"), days, active ? Turns.ACTIVE : Turns.CALENDAR),
                people(layer.get("participants")),
                layer.get("restrictions").valueStream().map(window -> window(window, "start", "end")).toList(),
                new Bounds(from, null));
    }

    private static WeekWindow window(JsonNode window, String from, String to) {
        Set<DayOfWeek> days = EnumSet.copyOf(days(window.get("days")));
        return WeekWindow.of(days, window.get(from).asString(), window.get(to).asString());
    }

    private static ScheduleOverride override(JsonNode node, String from, String to, String person) {
        return new ScheduleOverride(
                Instant.parse(node.get(from).asString()),
                Instant.parse(node.get(to).asString()),
                new PersonName(node.get(person).asString()));
    }

    private static List<PersonName> people(JsonNode names) {
        return names.valueStream().map(JsonNode::asString).map(PersonName::new).collect(Collectors.toList());
    }

    private static LocalDateTime local(JsonNode node, String field) {
        return LocalDateTime.parse(node.get(field).asString());
    }
}
