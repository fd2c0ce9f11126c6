package dev.holdfast.portal.web.models;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.operatingmodel.Caution;
import dev.holdfast.operatingmodel.OnCallLevel;
import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.models.ModelsPage.Chip;
import dev.holdfast.portal.web.models.ModelsPage.Filters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What may be asked for of the services, with what is asked for now. */
record ModelFilters(CatalogueView view, Asked asked) {

    static final String PATH = "/operating-models";

    Filters all() {
        var plain = asked.without("view", "cursor");
        return new Filters(
                asked.of("q"),
                Choice.all(view.domains().stream().map(it -> choice("domain", it.name().value(), it.shown())).toList()),
                Choice.all(view.teams().stream().map(it -> choice("team", it.name().value(), it.shown())).toList()),
                in("kind", List.of("digital", "digital"), List.of("foundational", "foundational")),
                in("model", List.of("ybyr", "You Build It You Run It"), List.of("ops", "Ops Run It"), List.of("none", "Not assessed")),
                cautions(), kept(), chips(), plain.address(PATH), plain.with("view", "table").address(PATH),
                asked.without("view", "cursor", "service").address(PATH + ".csv"), asked.of("view").equals("table"));
    }

    private Choice choice(String field, String value, String words) {
        return new Choice(value, words, asked.of(field).equals(value));
    }

    @SafeVarargs
    private List<Choice> in(String field, List<String>... choices) {
        var none = new Choice("", "all", !asked.has(field));
        return Stream.concat(Stream.of(none), Arrays.stream(choices).map(each -> choice(field, each.getFirst(), each.getLast()))).toList();
    }

    private List<Choice> cautions() {
        var all = new ArrayList<>(in("caution", List.of("open", "not answered"), List.of("any", "any")));
        for (var caution : Caution.values()) {
            all.add(choice("caution", caution.name(), switch (caution) {
                case ABOVE_TOP_BAND -> "above the top band";
                case DIGITAL_OPS -> "digital, Ops Run It";
                case FOUNDATIONAL_YBYR -> "foundational, its team runs it";
                case LOW_LOW_DIGITAL -> "low value, low demand";
                case OPS_AT_999 -> "operations at 99.9 or more";
            }));
        }
        return List.copyOf(all);
    }

    /** What the form carries along without a field of its own. */
    private List<Choice> kept() {
        return Stream.of("view", "level", "demand", "called", "service").filter(asked::has).map(name -> new Choice(name, asked.of(name), true)).toList();
    }

    private List<Chip> chips() {
        var chips = new ArrayList<Chip>();
        if (asked.has("level")) chips.add(chip("level", "target " + asked.of("level") + "\u202f%"));
        if (asked.has("demand")) chips.add(chip("demand", "demand " + asked.of("demand")));
        Arrays.stream(OnCallLevel.values())
                .filter(level -> asked.of("called").equals(level.word()))
                .forEach(level -> chips.add(chip("called", "out of hours " + ModelWords.called(level))));
        return chips;
    }

    private Chip chip(String field, String words) {
        return new Chip(words, asked.without(field, "cursor").address(PATH));
    }
}
