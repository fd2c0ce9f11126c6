package dev.holdfast.portal.web.rota;

import dev.holdfast.http.Fault;
import java.util.Map;
import java.util.regex.Pattern;

/** Where in the form a fault of the document stands: {@code spec.layers[1].people[0]} is {@code l1.p0}. */
final class RotaFaults {

    private static final Pattern LAYER = Pattern.compile("spec\\.layers\\[(\\d+)](?:\\.(.+))?");
    private static final Pattern PERSON = Pattern.compile("people\\[(\\d+)]");
    private static final Pattern WINDOW = Pattern.compile("restrict\\[(\\d+)](?:\\.(.+))?");
    private static final Map<String, String> FIELDS = Map.of(
            "metadata.name", "name", "metadata.title", "title", "spec.team", "holder", "spec.domain", "holder", "spec.duty", "holder",
            "spec.tier", "tier", "spec.hours", "hours", "spec.timeZone", "timeZone", "spec.effectiveFrom", "from", "spec.layers", "add-layer");
    private static final Map<String, String> IN_LAYER = Map.of("timeZone", "zone", "people", "p0");

    private RotaFaults() {}

    static String field(String path) {
        var layer = LAYER.matcher(path);
        if (!layer.matches()) return FIELDS.getOrDefault(path, "");
        var id = "l" + layer.group(1);
        var rest = layer.group(2) == null ? "start" : layer.group(2);
        var person = PERSON.matcher(rest);
        if (person.matches()) return id + ".p" + person.group(1);
        var window = WINDOW.matcher(rest);
        if (window.matches()) return id + ".w" + window.group(1) + "." + ("to".equals(window.group(2)) ? "to" : "from");
        return id + "." + IN_LAYER.getOrDefault(rest, rest);
    }

    static String words(Fault fault) {
        var layer = LAYER.matcher(fault.path());
        return (layer.matches() ? "Layer " + (Integer.parseInt(layer.group(1)) + 1) + ": " : "") + fault.message();
    }
}
