package dev.holdfast.portal.web.service;

import dev.holdfast.catalogue.Link;
import dev.holdfast.catalogue.LinkTemplates;
import dev.holdfast.catalogue.Service;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.ServiceWords;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Where to look, with how long ago somebody saw that it is right; what a template gives says so. */
final class ServiceLinks {

    private static final int STALE_AFTER_DAYS = 90;

    private ServiceLinks() {}

    static List<ServicePage.LinkTo> of(Service service, LinkTemplates templates, LocalDate today) {
        var byTemplate = templates.of(service);
        var all = new LinkedHashMap<>(service.links());
        all.putAll(byTemplate);
        return ServiceWords.ordered(all).stream()
                .map(kind -> link(kind, Objects.requireNonNull(all.get(kind)), byTemplate.containsKey(kind), today))
                .toList();
    }

    static List<ServicePage.LinkTo> of(Map<String, Link> links, LocalDate today) {
        return ServiceWords.ordered(links).stream().map(kind -> link(kind, Objects.requireNonNull(links.get(kind)), false, today)).toList();
    }

    private static ServicePage.LinkTo link(String kind, Link link, boolean byTemplate, LocalDate today) {
        var checked = link.checked();
        var days = checked == null ? 0 : ChronoUnit.DAYS.between(checked, today);
        var age = byTemplate ? "by template" : checked == null ? "" : age(days);
        return new ServicePage.LinkTo(ServiceWords.icon(kind), ServiceWords.linkWords(kind), link.url().toString(), age, days > STALE_AFTER_DAYS);
    }

    private static String age(long days) {
        if (days < 1) return "checked today";
        return days > STALE_AFTER_DAYS ? "not checked for " + Figures.count(days, "day") : days + " d";
    }
}
