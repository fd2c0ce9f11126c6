package dev.holdfast.portal.web.service;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Lifecycle;
import dev.holdfast.catalogue.ServiceKind;
import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.ServiceWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the services can be narrowed by. */
final class ServicePickers {

    private static final List<String> LEVELS = List.of("95.0", "99.0", "99.9", "99.99", "none");

    private ServicePickers() {}

    static List<ServicesPage.Picker> of(CatalogueView view, ServiceFilter filter) {
        var domains = new TreeMap<String, String>();
        view.domains().forEach(it -> domains.put(it.name().value(), it.shown()));
        var teams = new TreeMap<String, String>();
        view.teams().forEach(it -> teams.put(it.name().value(), it.shown()));
        return List.of(
                new ServicesPage.Picker("domain", "Domain", Choice.all(choices("domain", domains, filter))),
                new ServicesPage.Picker("team", "Team", Choice.all(choices("team", teams, filter))),
                picker("model", "Run", filter, List.of("ybyr", "ops", "none"), List.of("You Build It You Run It", "Ops Run It", "not assessed")),
                picker("level", "Target", filter, LEVELS, LEVELS.stream().map(it -> it.equals("none") ? "none yet" : it + "\u202f%").toList()),
                enums("lifecycle", "Lifecycle", filter, Lifecycle.values()),
                enums("kind", "Kind", filter, ServiceKind.values()),
                picker("look", "Look at", filter, List.of("missing", "caution"), List.of("what is incomplete", "what has cautions")));
    }

    private static ServicesPage.Picker enums(String name, String label, ServiceFilter filter, Enum<?>[] values) {
        return picker(name, label, filter, Arrays.stream(values).map(ServiceFilter::lower).toList(),
                Arrays.stream(values).map(it -> ServiceWords.capital(it.name())).toList());
    }

    private static ServicesPage.Picker picker(String name, String label, ServiceFilter filter, List<String> values, List<String> words) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", "all", filter.of(name).isEmpty()));
        for (var i = 0; i < values.size(); i++) choices.add(new Choice(values.get(i), words.get(i), values.get(i).equals(filter.of(name))));
        return new ServicesPage.Picker(name, label, choices);
    }

    private static List<Choice> choices(String name, Map<String, String> all, ServiceFilter filter) {
        return all.entrySet().stream().map(it -> new Choice(it.getKey(), it.getValue(), it.getKey().equals(filter.of(name)))).toList();
    }
}
