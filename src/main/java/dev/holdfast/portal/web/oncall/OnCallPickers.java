package dev.holdfast.portal.web.oncall;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.portal.web.Choice;
import java.util.List;

/** What the schedules can be narrowed by. */
final class OnCallPickers {

    private OnCallPickers() {}

    static List<OnCallPage.Picker> of(CatalogueView view, OnCallAsked asked) {
        return List.of(
                new OnCallPage.Picker("domain", "Domain", Choice.all(view.domains().stream().map(it -> choice(asked, "domain", it.name().value(), it.shown())).toList())),
                new OnCallPage.Picker("team", "Team", Choice.all(view.teams().stream().map(it -> choice(asked, "team", it.name().value(), it.shown())).toList())),
                new OnCallPage.Picker("person", "Person", Choice.all(view.people().stream().filter(it -> it.onCall()).map(it -> choice(asked, "person", it.name().value(), it.shown())).toList())));
    }

    /** What a form keeps of the rest of the address. */
    static List<OnCallPage.Hidden> kept(OnCallAsked asked, List<String> fields) {
        return fields.stream().filter(field -> !asked.of(field).isEmpty()).map(field -> new OnCallPage.Hidden(field, asked.of(field))).toList();
    }

    private static Choice choice(OnCallAsked asked, String field, String value, String words) {
        return new Choice(value, words, asked.of(field).equals(value));
    }
}
