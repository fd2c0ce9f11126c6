package dev.holdfast.portal.web.oncall;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.portal.web.Picker;
import dev.holdfast.portal.web.Pickers;
import java.util.List;

/** What the schedules can be narrowed by: chosen from a list while it is short, typed and offered where there are many. */
final class OnCallPickers {

    private static final int FEW = 60;

    private OnCallPickers() {}

    static List<Picker> of(CatalogueView view, OnCallAsked asked) {
        return List.of(
                Pickers.filter(view, "domain", "Domain", asked.of("domain")), Pickers.filter(view, "team", "Team", asked.of("team")),
                Pickers.filter(view, "person", "Person", asked.of("person")));
    }

    /** What a form keeps of the rest of the address. */
    static List<OnCallPage.Hidden> kept(OnCallAsked asked, List<String> fields) {
        return fields.stream().filter(field -> !asked.of(field).isEmpty()).map(field -> new OnCallPage.Hidden(field, asked.of(field))).toList();
    }

    /** Of the services, those to choose from where they are few. */
    static List<String> services(CatalogueView view) {
        return view.services().size() > FEW ? List.of() : view.services().stream().map(it -> it.name().value()).toList();
    }

    /** A title that was typed stands for the name, where only one has it. */
    static OnCallAsked named(CatalogueView view, OnCallAsked asked) {
        var named = asked;
        for (var field : List.of("domain", "team", "person")) {
            named = named.but(field, Pickers.name(view, field, asked.of(field)));
        }
        return named;
    }
}
