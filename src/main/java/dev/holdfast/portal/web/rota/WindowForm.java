package dev.holdfast.portal.web.rota;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Hours of the week in which a layer covers, as they are typed; no day chosen, or all of them: every day. */
record WindowForm(Set<DayOfWeek> days, String from, String to) {

    static final WindowForm NIGHT = new WindowForm(EnumSet.noneOf(DayOfWeek.class), "18:00", "09:00");

    static WindowForm read(Map<String, String> fields, String id) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (var day : DayOfWeek.values()) if (fields.containsKey(id + "." + word(day))) days.add(day);
        return new WindowForm(days, fields.getOrDefault(id + ".from", "").strip(), fields.getOrDefault(id + ".to", "").strip());
    }

    static WindowForm of(JsonNode window) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        window.path("days").values().forEach(it -> Arrays.stream(DayOfWeek.values()).filter(day -> word(day).equals(it.asString(""))).forEach(days::add));
        return new WindowForm(days, window.path("from").asString(""), window.path("to").asString(""));
    }

    void into(ObjectNode window) {
        if (!isEveryDay()) {
            var named = window.putArray("days");
            EnumSet.copyOf(days).forEach(day -> named.add(word(day)));
        }
        window.put("from", from).put("to", to);
    }

    boolean isEveryDay() {
        return days.isEmpty() || days.size() == DayOfWeek.values().length;
    }

    static String word(DayOfWeek day) {
        return day.name().substring(0, 3);
    }
}
