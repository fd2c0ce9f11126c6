package dev.holdfast.catalogue;

import java.util.LinkedHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The Organisation's {@code linkTemplates}. */
final class LinkTemplatesPart implements SpecPart<LinkTemplates> {

    static final LinkTemplatesPart IT = new LinkTemplatesPart();

    private static final Set<String> SCHEMES = Set.of("http", "https");

    @Override
    public String kind() {
        return OrganisationPart.KIND;
    }

    @Override
    public Set<String> fields() {
        return Set.of("linkTemplates");
    }

    @Override
    public LinkTemplates read(SpecReader spec) {
        var object = spec.object("linkTemplates");
        if (object == null) return LinkTemplates.NONE;
        var templates = new LinkedHashMap<String, String>();
        for (var kind : object.names()) {
            var template = object.text(kind);
            if (template == null) continue;
            var fault = fault(template);
            if (fault == null) {
                templates.put(kind, template);
            } else {
                object.fault(kind, "MALFORMED", fault);
            }
        }
        return new LinkTemplates(templates);
    }

    private static @Nullable String fault(String template) {
        try {
            var filled = LinkTemplates.filled(template, "service", "team");
            return filled.getScheme() == null || !SCHEMES.contains(filled.getScheme()) || filled.getHost() == null
                    ? template + " is not an address of the web"
                    : null;
        } catch (IllegalArgumentException e) {
            return template + " is not an address with {service}, {team} or {environment} in it";
        }
    }
}
