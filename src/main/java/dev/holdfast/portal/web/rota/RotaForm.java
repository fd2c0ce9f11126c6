package dev.holdfast.portal.web.rota;

import dev.holdfast.quantities.WallClock;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * A schedule as it is typed. {@code holder} is {@code team:bedroom-team}, {@code domain:furnishing} or
 * {@code duty:incident-manager}; {@code from} is a wall-clock time in the schedule's zone, or empty for at once.
 */
record RotaForm(
        String name,
        String title,
        String holder,
        String tier,
        String hours,
        String zone,
        boolean primary,
        String from,
        List<LayerForm> layers) {

    private static final int MOST = 30;
    private static final List<String> HOLDERS = List.of("team", "domain", "duty");

    RotaForm {
        layers = List.copyOf(layers);
    }

    static RotaForm read(Map<String, String> fields) {
        var layers = new ArrayList<LayerForm>();
        while (layers.size() < MOST && fields.containsKey("l" + layers.size() + ".start")) layers.add(LayerForm.read(fields, "l" + layers.size()));
        return new RotaForm(
                typed(fields, "name"), typed(fields, "title"), typed(fields, "holder"), typed(fields, "tier"), typed(fields, "hours"),
                typed(fields, "timeZone"), fields.containsKey("primary"), typed(fields, "from"), layers);
    }

    /** What a document says; from when it is in force is asked anew, so that the past stays. */
    static RotaForm of(ObjectNode envelope) {
        var spec = envelope.path("spec");
        var holder = HOLDERS.stream().filter(spec::has).findFirst().map(field -> field + ":" + spec.path(field).asString("")).orElse("");
        return new RotaForm(
                envelope.path("metadata").path("name").asString(""), envelope.path("metadata").path("title").asString(""), holder,
                spec.path("tier").asString(""), spec.path("hours").asString("always"), spec.path("timeZone").asString(""),
                spec.path("primary").asBoolean(false), "", spec.path("layers").valueStream().map(LayerForm::of).toList());
    }

    /** Says it in a document; what the form does not show stays as it is there. */
    ObjectNode into(ObjectNode envelope) {
        var metadata = envelope.withObject("/metadata").put("name", name);
        if (title.isEmpty()) metadata.remove("title");
        else metadata.put("title", title);
        var spec = envelope.withObject("/spec");
        spec.remove(HOLDERS);
        var colon = holder.indexOf(':');
        if (colon > 0) spec.put(holder.substring(0, colon), holder.substring(colon + 1));
        put(spec, "tier", tier);
        put(spec, "hours", hours);
        put(spec, "timeZone", zone);
        if (primary) spec.put("primary", true);
        else spec.remove("primary");
        put(spec, "effectiveFrom", effectiveFrom());
        var written = spec.putArray("layers");
        layers.forEach(layer -> layer.into(written.addObject()));
        return envelope;
    }

    RotaForm with(List<LayerForm> others) {
        return new RotaForm(name, title, holder, tier, hours, zone, primary, from, others);
    }

    RotaForm tidied() {
        return with(layers.stream().map(LayerForm::tidied).toList());
    }

    /** What cannot be read is given on as it is, and refused with its reason. */
    private String effectiveFrom() {
        if (from.isEmpty()) return "";
        try {
            return WallClock.startOf(LocalDateTime.parse(from), ZoneId.of(zone)).toString();
        } catch (DateTimeException unreadable) {
            return from;
        }
    }

    private static void put(ObjectNode spec, String field, String value) {
        if (value.isEmpty()) spec.remove(field);
        else spec.put(field, value);
    }

    private static String typed(Map<String, String> fields, String field) {
        return fields.getOrDefault(field, "").strip();
    }
}
