package dev.holdfast.catalogue;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Links of another catalogue, by what their type, icon or title says that they are. */
final class BackstageLinks {

    private static final Map<String, String> WORDS = words();

    private BackstageLinks() {}

    static void add(JsonNode links, ObjectNode spec) {
        for (var link : links.values()) {
            var url = link.path("url").asString("");
            var said = (link.path("type").asString("") + " " + link.path("icon").asString("") + " "
                            + link.path("title").asString(""))
                    .toLowerCase(Locale.ROOT);
            WORDS.entrySet().stream()
                    .filter(word -> said.contains(word.getKey()) && isAddress(url))
                    .findFirst()
                    .ifPresent(word -> spec.withObject("/links").put(word.getValue(), url));
        }
    }

    private static boolean isAddress(String url) {
        try {
            Scalars.address(url);
            return true;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static Map<String, String> words() {
        var words = new LinkedHashMap<String, String>();
        words.put("runbook", "runbook");
        words.put("playbook", "runbook");
        words.put("dashboard", "dashboard");
        words.put("grafana", "dashboard");
        words.put("logs", "logs");
        words.put("chat", "chat");
        words.put("repository", "repository");
        return words;
    }
}
