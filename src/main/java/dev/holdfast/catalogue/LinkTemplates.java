package dev.holdfast.catalogue;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where telemetry and the like stand for every service, by kind of link: addresses with {@code {service}}, {@code {team}}
 * and {@code {environment}} in them. A link of the service's own wins.
 */
public record LinkTemplates(Map<String, String> templates) {

    static final LinkTemplates NONE = new LinkTemplates(Map.of());
    static final String SERVICE = "{service}";
    static final String TEAM = "{team}";
    static final String ENVIRONMENT = "{environment}";
    private static final String WHERE_CUSTOMERS_ARE = "production";

    public LinkTemplates {
        templates = Collections.unmodifiableMap(new LinkedHashMap<>(templates));
    }

    /** Those that the service has no own link for; what names a team is left out while nobody owns it. */
    public Map<String, Link> of(Service service) {
        var links = new LinkedHashMap<String, Link>();
        templates.forEach((kind, template) -> {
            var owner = service.owner();
            if (service.links().containsKey(kind) || owner == null && template.contains(TEAM)) return;
            links.put(kind, new Link(filled(template, service.name().value(), owner == null ? "" : owner.value()), null));
        });
        return links;
    }

    static URI filled(String template, String service, String team) {
        return URI.create(template.replace(SERVICE, service).replace(TEAM, team).replace(ENVIRONMENT, WHERE_CUSTOMERS_ARE));
    }
}
