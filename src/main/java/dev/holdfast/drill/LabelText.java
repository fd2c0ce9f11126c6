package dev.holdfast.drill;

import dev.holdfast.http.Unprocessable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Labels as people paste them: {@code name=value} or {@code name: value} in lines or with commas between, in braces as
 * Prometheus writes them, or the JSON of an alert, of Alertmanager's whole message, or of the labels alone.
 */
@Component
public class LabelText {

    private static final int MOST = 100;
    private static final Pattern PAIR = Pattern.compile(
            "\\s*([A-Za-z_][A-Za-z0-9_.:-]{0,199}?)\\s*[=:]\\s*(?:\"((?:[^\"\\\\]|\\\\.){0,1000}+)\"|([^,\\n\"]{0,1000}))\\s*(?:[,\\n]|$)");

    private final JsonMapper json;

    LabelText(JsonMapper json) {
        this.json = json;
    }

    public Map<String, String> read(String pasted) {
        var text = pasted.replace("\r", "").strip();
        if (text.startsWith("[") || text.startsWith("{") && looksLikeJson(text)) return ofJson(text);
        if (text.startsWith("{") && text.endsWith("}")) text = text.substring(1, text.length() - 1).strip();
        return ofPairs(text);
    }

    private static boolean looksLikeJson(String text) {
        var inside = text.substring(1).strip();
        return inside.startsWith("\"") || inside.equals("}");
    }

    private static Map<String, String> ofPairs(String text) {
        var labels = new LinkedHashMap<String, String>();
        var pair = PAIR.matcher(text);
        var at = 0;
        while (at < text.length()) {
            if (!pair.find(at) || pair.start() != at || labels.size() >= MOST) throw unreadable();
            var quoted = pair.group(2);
            labels.put(pair.group(1), quoted == null ? pair.group(3).strip() : quoted.replaceAll("\\\\(.)", "$1"));
            at = pair.end();
        }
        return labels;
    }

    private Map<String, String> ofJson(String text) {
        try {
            return labels(json.readTree(text));
        } catch (JacksonException noJson) {
            throw unreadable();
        }
    }

    private static Map<String, String> labels(JsonNode said) {
        var alert = said.isArray() ? said.path(0) : said.path("alerts").isArray() ? said.path("alerts").path(0) : said;
        var found = alert.path("labels").isObject() ? alert.path("labels") : alert;
        if (!found.isObject() || found.size() > MOST) throw unreadable();
        var labels = new LinkedHashMap<String, String>();
        found.properties().forEach(label -> {
            if (label.getValue().isValueNode() && !label.getValue().isNull()) labels.put(label.getKey(), label.getValue().asString());
        });
        return labels;
    }

    private static Unprocessable unreadable() {
        return Unprocessable.of(
                "labels", "MALFORMED", "Give labels as name=value, one to a line, or paste the JSON of an alert.");
    }
}
