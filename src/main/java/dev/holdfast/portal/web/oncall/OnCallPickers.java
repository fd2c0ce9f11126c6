package dev.holdfast.portal.web.oncall;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Person;
import dev.holdfast.portal.web.Choice;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What the schedules can be narrowed by: chosen from a list while it is short, typed and offered where there are many. */
final class OnCallPickers {

    private static final int FEW = 60;
    private static final int OFFERED = 30;

    private OnCallPickers() {}

    static List<OnCallPage.Picker> of(CatalogueView view, OnCallAsked asked) {
        return List.of(picker(view, asked, "domain", "Domain"), picker(view, asked, "team", "Team"), picker(view, asked, "person", "Person"));
    }

    /** What a form keeps of the rest of the address. */
    static List<OnCallPage.Hidden> kept(OnCallAsked asked, List<String> fields) {
        return fields.stream().filter(field -> !asked.of(field).isEmpty()).map(field -> new OnCallPage.Hidden(field, asked.of(field))).toList();
    }

    /** Of the services, those to choose from where they are few. */
    static List<String> services(CatalogueView view) {
        return view.services().size() > FEW ? List.of() : view.services().stream().map(it -> it.name().value()).toList();
    }

    /** Those whose name or title has what was typed, the ones that begin with it first. */
    static List<Choice> offered(CatalogueView view, String field, String typed) {
        var wanted = typed.strip().toLowerCase(Locale.ROOT);
        return all(view, field).stream()
                .filter(it -> it.value().contains(wanted) || lower(it).contains(wanted))
                .sorted(Comparator.comparing((Choice it) -> !it.value().startsWith(wanted) && !lower(it).startsWith(wanted)).thenComparing(Choice::words))
                .limit(OFFERED)
                .toList();
    }

    /** A title that was typed stands for the name, where only one has it. */
    static OnCallAsked named(CatalogueView view, OnCallAsked asked) {
        var named = asked;
        for (var field : List.of("domain", "team", "person")) {
            named = named.but(field, name(view, field, asked.of(field)));
        }
        return named;
    }

    private static String name(CatalogueView view, String field, String typed) {
        if (typed.isEmpty()) return typed;
        var all = all(view, field);
        if (all.stream().anyMatch(it -> it.value().equals(typed))) return typed;
        var titled = all.stream().filter(it -> it.words().equalsIgnoreCase(typed)).toList();
        return titled.size() == 1 ? titled.getFirst().value() : typed;
    }

    private static OnCallPage.Picker picker(CatalogueView view, OnCallAsked asked, String field, String label) {
        var all = all(view, field);
        return all.size() > FEW
                ? new OnCallPage.Picker(field, label, List.of(), asked.of(field))
                : new OnCallPage.Picker(field, label, Choice.all(all.stream().map(it -> new Choice(it.value(), it.words(), it.value().equals(asked.of(field)))).toList()), "");
    }

    private static List<Choice> all(CatalogueView view, String field) {
        return switch (field) {
            case "domain" -> view.domains().stream().map(it -> new Choice(it.name().value(), it.shown(), false)).toList();
            case "team" -> view.teams().stream().map(it -> new Choice(it.name().value(), it.shown(), false)).toList();
            case "person" -> view.people().stream().filter(Person::onCall).map(it -> new Choice(it.name().value(), it.shown(), false)).toList();
            case "service" -> view.services().stream().map(it -> new Choice(it.name().value(), it.shown(), false)).toList();
            default -> List.of();
        };
    }

    private static String lower(Choice choice) {
        return choice.words().toLowerCase(Locale.ROOT);
    }
}
