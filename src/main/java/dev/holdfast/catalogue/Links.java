package dev.holdfast.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Links as documents write them: an address, or an address and the day on which it was checked. */
final class Links {

    private static final List<String> OF_A_SERVICE = List.of(
            "runbook", "dashboard", "logs", "repository", "chat", "shutterPage", "alertGuide", "architecture");

    private Links() {}

    static Map<String, Link> ofService(SpecReader spec) {
        var links = spec.object("links");
        return links == null ? Map.of() : read(links, OF_A_SERVICE);
    }

    static boolean isAddress(String text) {
        try {
            Scalars.address(text);
            return true;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    static Map<String, Link> ofAnyKind(SpecReader spec) {
        var links = spec.object("links");
        return links == null ? Map.of() : read(links, links.names());
    }

    private static Map<String, Link> read(SpecReader links, Iterable<String> kinds) {
        var read = new LinkedHashMap<String, Link>();
        for (var kind : kinds) {
            var link = link(links, kind);
            if (link != null) {
                read.put(kind, link);
            }
        }
        return Collections.unmodifiableMap(read);
    }

    private static @Nullable Link link(SpecReader links, String kind) {
        JsonNode raw = links.raw(kind);
        if (raw == null) return null;
        if (!raw.isObject()) return link(links, kind, null);
        var object = links.object(kind);
        return object == null ? null : link(object, "url", object);
    }

    private static @Nullable Link link(SpecReader spec, String field, @Nullable SpecReader dated) {
        var url = spec.required(field, spec.address(field));
        var checked = dated == null ? null : dated.date("checked");
        return url == null ? null : new Link(url, checked);
    }
}
