package dev.holdfast.catalogue;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Links of another catalogue, by what their type, icon or title says that they are, and where they lead. */
final class BackstageLinks {

    private static final Map<String, String> WORDS = words();

    private BackstageLinks() {}

    static void add(JsonNode links, Translation.Made made) {
        for (var link : links.values()) {
            var said = text(link, "type") + " " + text(link, "icon") + " " + text(link, "title");
            WORDS.entrySet().stream()
                    .filter(word -> said.contains(word.getKey()))
                    .findFirst()
                    .ifPresent(word -> made.link(word.getValue(), link.path("url").asString("")));
        }
    }

    private static String text(JsonNode link, String field) {
        return link.path(field).asString("").toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> words() {
        var words = new LinkedHashMap<String, String>();
        for (var word : new String[] {"runbook", "run book", "playbook"}) words.put(word, "runbook");
        for (var word : new String[] {"alert guide", "alert-guide"}) words.put(word, "alertGuide");
        for (var word : new String[] {"shutter"}) words.put(word, "shutterPage");
        for (var word : new String[] {"logs", "logging", "kibana", "splunk", "loki"}) words.put(word, "logs");
        for (var word : new String[] {"dashboard", "grafana", "datadog", "metrics", "monitoring"}) words.put(word, "dashboard");
        for (var word : new String[] {"chat", "slack", "channel"}) words.put(word, "chat");
        for (var word : new String[] {"repository", "github", "gitlab", "source"}) words.put(word, "repository");
        for (var word : new String[] {"architecture", "diagram"}) words.put(word, "architecture");
        return words;
    }
}
