package dev.holdfast.portal.web.models;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What one version of the policy changed of the one before, as sentences. */
final class PolicyChange {

    private static final Set<String> NAMED = Set.of("exposureBands", "demandBands", "onCallLevels", "effectiveFrom");

    private PolicyChange() {}

    static List<String> between(@Nullable ObjectNode before, ObjectNode after) {
        if (before == null) return List.of("the first version");
        var said = new ArrayList<String>();
        compare(said, "exposure bands", bands(before), bands(after));
        compare(said, "demand bands", demands(before), demands(after));
        compare(said, "called out of hours", levels(before), levels(after));
        fields(before, after).stream().filter(field -> !NAMED.contains(field)).forEach(field -> leaves(said, field, before.get(field), after.get(field)));
        return said.isEmpty() ? List.of("nothing but its beginning") : List.copyOf(said);
    }

    private static void compare(List<String> said, String what, String before, String after) {
        if (!before.equals(after)) said.add(what + ": " + before + " → " + after);
    }

    private static String bands(ObjectNode spec) {
        return spec.path("exposureBands").values().stream()
                .map(band -> "up to " + grouped(band.path("upTo").asString("")) + " " + band.path("level").asString("") + "\u202f%")
                .collect(Collectors.joining(", "));
    }

    private static String grouped(String number) {
        return number.matches("\\d{1,15}") ? String.format(Locale.UK, "%,d", Long.parseLong(number)) : number;
    }

    private static String demands(ObjectNode spec) {
        return spec.path("demandBands").values().stream()
                .map(band -> band.path("name").asString("") + " " + band.path("every").asString(""))
                .collect(Collectors.joining(", "));
    }

    private static String levels(ObjectNode spec) {
        return spec.path("onCallLevels").properties().stream()
                .map(level -> level.getKey() + "\u202f% " + level.getValue().asString(""))
                .collect(Collectors.joining(", "));
    }

    private static void leaves(List<String> said, String path, @Nullable JsonNode before, @Nullable JsonNode after) {
        if (before != null && before.equals(after)) return;
        if (before instanceof ObjectNode one && after instanceof ObjectNode other) {
            fields(one, other).forEach(field -> leaves(said, path + "." + field, one.get(field), other.get(field)));
        } else {
            said.add(path + ": " + text(before) + " → " + text(after));
        }
    }

    private static Set<String> fields(ObjectNode one, ObjectNode other) {
        var fields = new LinkedHashSet<>(one.propertyNames());
        fields.addAll(other.propertyNames());
        return fields;
    }

    private static String text(@Nullable JsonNode value) {
        if (value == null || value.isNull()) return "not said";
        return value.isValueNode() ? value.asString("") : value.toString();
    }
}
