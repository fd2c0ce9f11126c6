package dev.holdfast.portal.web.models;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Team;
import dev.holdfast.http.Csv;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.ServiceWords;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import dev.holdfast.portal.web.models.ModelsPage.Row;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The placements as rows, for people and for spreadsheets. */
record ModelTable(CatalogueView view, ReaderTime time) {

    private static final String NOTHING = "";

    Row row(Placed placed) {
        var service = placed.service();
        return new Row(
                placed.name(), service.title() == null ? "" : service.title(), "/operating-models/" + placed.name(),
                view.ownerOf(service.name()).map(Team::shown).orElse("nobody"), placed.risk().shown(), ServiceWords.target(placed.selected()),
                placed.level() == null ? "–" : Tolerances.clock(placed.level()), ServiceWords.deployment(placed.selected()), ServiceWords.model(placed.selected()),
                service.isLive() ? ModelWords.called(placed.called()) : "not live yet", caution(placed), decided(placed));
    }

    private static @Nullable Status caution(Placed placed) {
        if (placed.cautions().isEmpty()) return null;
        return placed.isAnswered() ? new Status("answered", Shape.CHECK, Tone.QUIET)
                : new Status(placed.cautions().size() == 1 ? "caution" : placed.cautions().size() + " cautions", Shape.TRIANGLE, Tone.CAUTION);
    }

    private String decided(Placed placed) {
        var override = placed.selected().override();
        if (override == null || override.overriding() == null) return NOTHING;
        return "overridden: " + ModelWords.overriding(override.overriding());
    }

    Csv csv(List<Placed> found) {
        var csv = new Csv("service", "title", "domain", "team", "kind", "at risk an hour", "currency", "availability target", "tolerance a week", "demand",
                "deployment target", "operating model", "called out of hours", "cautions", "overridden", "decided by");
        var names = new Names(view);
        for (var placed : found) {
            var service = placed.service();
            var money = placed.risk().perHour();
            var override = placed.selected().override();
            csv.row(List.of(
                    placed.name(), service.shown(), text(service.domain()), text(service.owner()), service.kind() == null ? NOTHING : ModelWords.lower(service.kind().name()),
                    money == null ? NOTHING : money.rounded().amount().toPlainString(), placed.risk().currency().getCurrencyCode(), text(placed.level()),
                    placed.level() == null ? NOTHING : Tolerances.clock(placed.level()), text(placed.assessment().demand()),
                    placed.demand() == null ? NOTHING : ServiceWords.every(placed.demand()), placed.model(), placed.called().word(),
                    placed.cautions().stream().map(Enum::name).collect(Collectors.joining(" ")), decided(placed), override == null ? NOTHING : names.of(override.by())));
        }
        return csv;
    }

    private static String text(@Nullable Object value) {
        return value == null ? NOTHING : value.toString();
    }
}
