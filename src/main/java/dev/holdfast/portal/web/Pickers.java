package dev.holdfast.portal.web;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Person;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What there is to choose of a kind, and what of it is meant by what was typed. */
public final class Pickers {

    private static final int OFFERED = 30;
    private static final String NAMES = "/on-call/names?of=";

    private Pickers() {}

    /** One that narrows a list by domain, team or person. */
    public static Picker filter(CatalogueView view, String field, String label, String chosen) {
        return Picker.filter(field, label, all(view, field), chosen, names(field));
    }

    /** Where the names of a kind that fit are asked for. */
    public static String names(String field) {
        return NAMES + field;
    }

    /** Those whose name or title has what was typed, the ones that begin with it first. */
    public static List<Choice> offered(List<Choice> all, String typed) {
        var wanted = typed.strip().toLowerCase(Locale.ROOT);
        return all.stream()
                .filter(it -> it.value().contains(wanted) || lower(it).contains(wanted))
                .sorted(Comparator.comparing((Choice it) -> !it.value().startsWith(wanted) && !lower(it).startsWith(wanted))
                        .thenComparing(Choice::words))
                .limit(OFFERED)
                .toList();
    }

    /** A title that was typed stands for the name, where only one has it. */
    public static String name(CatalogueView view, String field, String typed) {
        if (typed.isEmpty()) return typed;
        var all = all(view, field);
        if (all.stream().anyMatch(it -> it.value().equals(typed))) return typed;
        var titled = all.stream().filter(it -> it.words().equalsIgnoreCase(typed)).toList();
        return titled.size() == 1 ? titled.getFirst().value() : typed;
    }

    /** Of domains, teams, services, people on call, or anybody; nothing of anything else. */
    public static List<Choice> all(CatalogueView view, String field) {
        return switch (field) {
            case "domain" -> view.domains().stream().map(it -> new Choice(it.name().value(), it.shown(), false)).toList();
            case "team" -> view.teams().stream().map(it -> new Choice(it.name().value(), it.shown(), false)).toList();
            case "person" -> view.people().stream().filter(Person::onCall).map(it -> new Choice(it.name().value(), it.shown(), false)).toList();
            case "anybody" -> view.people().stream().map(it -> new Choice(it.name().value(), it.shown(), false)).toList();
            case "service" -> view.services().stream().map(it -> new Choice(it.name().value(), it.shown(), false)).toList();
            default -> List.of();
        };
    }

    private static String lower(Choice choice) {
        return choice.words().toLowerCase(Locale.ROOT);
    }
}
