package dev.holdfast.portal.web.rota;

import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One layer of a schedule as it is typed. */
record LayerForm(
        String start,
        String every,
        boolean weeks,
        boolean active,
        List<String> people,
        List<WindowForm> windows,
        String from,
        String to,
        String zone) {

    private static final int MOST = 100;

    LayerForm {
        people = List.copyOf(people);
        windows = List.copyOf(windows);
    }

    static LayerForm fresh(String start) {
        return new LayerForm(start, "1", true, false, List.of("", "", ""), List.of(), "", "", "");
    }

    static LayerForm read(Map<String, String> fields, String id) {
        var people = new ArrayList<String>();
        while (people.size() < MOST && fields.containsKey(id + ".p" + people.size())) people.add(fields.getOrDefault(id + ".p" + people.size(), "").strip());
        var windows = new ArrayList<WindowForm>();
        while (windows.size() < MOST && fields.containsKey(id + ".w" + windows.size() + ".from")) windows.add(WindowForm.read(fields, id + ".w" + windows.size()));
        return new LayerForm(
                typed(fields, id + ".start"), typed(fields, id + ".every"), !typed(fields, id + ".unit").equals("days"),
                typed(fields, id + ".turns").equals("active"), people, windows, typed(fields, id + ".from"), typed(fields, id + ".to"), typed(fields, id + ".zone"));
    }

    static LayerForm of(JsonNode layer) {
        var every = layer.path("every").asString("P1W");
        return new LayerForm(
                layer.path("start").asString(""), count(every), every.endsWith("W"), layer.path("turns").asString("").equals("active"),
                layer.path("people").valueStream().map(it -> it.asString("")).toList(), layer.path("restrict").valueStream().map(WindowForm::of).toList(),
                layer.path("from").asString(""), layer.path("to").asString(""), layer.path("timeZone").asString(""));
    }

    private static String count(String every) {
        try {
            var days = Period.parse(every).getDays();
            return String.valueOf(every.endsWith("W") ? days / 7 : days);
        } catch (DateTimeParseException unreadable) {
            return every;
        }
    }

    ObjectNode into(ObjectNode layer) {
        if (!start.isEmpty()) layer.put("start", start);
        layer.put("every", "P" + (every.isEmpty() ? "1" : every) + (weeks ? "W" : "D"));
        var named = layer.putArray("people");
        people.stream().filter(it -> !it.isEmpty()).forEach(named::add);
        if (active) layer.put("turns", "active");
        if (!windows.isEmpty()) {
            var restrict = layer.putArray("restrict");
            windows.forEach(window -> window.into(restrict.addObject()));
        }
        if (!from.isEmpty()) layer.put("from", from);
        if (!to.isEmpty()) layer.put("to", to);
        if (!zone.isEmpty()) layer.put("timeZone", zone);
        return layer;
    }

    LayerForm with(List<String> others) {
        return new LayerForm(start, every, weeks, active, others, windows, from, to, zone);
    }

    LayerForm withWindows(List<WindowForm> others) {
        return new LayerForm(start, every, weeks, active, people, others, from, to, zone);
    }

    /** Without the rows that were left empty. */
    LayerForm tidied() {
        return with(people.stream().filter(it -> !it.isEmpty()).toList());
    }

    private static String typed(Map<String, String> fields, String field) {
        return fields.getOrDefault(field, "").strip();
    }
}
