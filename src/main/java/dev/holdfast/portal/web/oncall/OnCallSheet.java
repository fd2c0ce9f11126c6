package dev.holdfast.portal.web.oncall;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.http.Csv;
import dev.holdfast.oncall.OnCallNow;
import dev.holdfast.oncall.Schedules;
import dev.holdfast.operatingmodel.Selected;
import dev.holdfast.operatingmodel.Selection;
import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.Grounds;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.Pickers;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Ribbon;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes the page that says who is on call. Where there are too many schedules for a drawing, it counts them by domain first. */
@Component
class OnCallSheet {

    private static final int LEGIBLE = 40;
    private static final int NAMED = 200;

    private final Documents documents;
    private final Schedules schedules;
    private final OnCallRibbons ribbons;
    private final Mending mending;
    private final CalledWhy calledWhy;
    private final Levels levels;
    private final Selection selection;

    OnCallSheet(
            Documents documents, Schedules schedules, OnCallRibbons ribbons, Mending mending, CalledWhy calledWhy, Levels levels, Selection selection) {
        this.documents = documents;
        this.schedules = schedules;
        this.ribbons = ribbons;
        this.mending = mending;
        this.calledWhy = calledWhy;
        this.levels = levels;
        this.selection = selection;
    }

    /** With names where titles were typed. */
    OnCallAsked named(Map<String, String> asked, ReaderTime time) {
        return OnCallPickers.named(documents.at(time.now()), OnCallAsked.of(asked));
    }

    /** The names of a kind that fit what was typed. */
    List<Choice> offered(String field, String typed, ReaderTime time) {
        return Pickers.offered(Pickers.all(documents.at(time.now()), field), typed);
    }

    OnCallPage page(OnCallAsked asked, ReaderTime time) {
        return documents.holding(() -> page(documents.at(time.now()), asked, time));
    }

    private OnCallPage page(CatalogueView view, OnCallAsked asked, ReaderTime time) {
        var selected = selection.all(view, time.now());
        var lanes = lanes(view, selected, asked, time);
        var names = new Names(view);
        var grounds = new Grounds();
        var drawn = lanes.size() <= LEGIBLE || asked.isNarrowed();
        var shown = lanes.stream().limit(NAMED).toList();
        var now = asked.view().equals("now");
        var mend = mending.of(view, lanes, selected, drawn, names, time);
        return new OnCallPage(
                heading(lanes, names), Figures.count(lanes.size(), "schedule") + (asked.isNarrowed() ? " of those asked for." : "."), mend.warning(),
                views(asked), OnCallPickers.of(view, asked), OnCallPickers.kept(asked, List.of("view", "from")), asked.isNarrowed(), moving(asked, time),
                asked.address("/on-call.csv", "at", ""),
                now || !drawn ? null : ribbons.draw(view, shown, "the schedules shown", asked.first(time), asked.days(), time, grounds),
                drawn ? List.of() : OnCallGroups.of(view, lanes, asked, time), now && drawn ? OnCallGroups.now(view, shown, names, grounds, time) : List.of(),
                lanes.isEmpty(), mend.items(), mend.more(), calledWhy.of(view, asked, names, time), levels.of(view, selected, time));
    }

    private List<ScheduleLane> lanes(CatalogueView view, Map<ServiceName, Selected> selected, OnCallAsked asked, ReaderTime time) {
        var holders = new Holders(view);
        var wanted = schedules.now(time.now()).stream().filter(it -> holders.belongs(it, asked.of("domain"), asked.of("team"))).toList();
        var person = asked.of("person");
        return ribbons.lanes(view, selected, wanted, asked.first(time), asked.days(), time).stream()
                .filter(lane -> person.isEmpty() || lane.turns().stream().anyMatch(turn -> turn.person().equals(person)))
                .toList();
    }

    Csv csv(OnCallAsked asked, ReaderTime time) {
        var csv = new Csv("schedule", "holder", "hours", "from", "to", "what", "person", "name");
        var view = documents.at(time.now());
        lanes(view, selection.all(view, time.now()), asked, time).forEach(lane -> Stream.concat(lane.turns().stream(), lane.gaps().stream())
                .sorted(Comparator.comparing(Ribbon.Stretch::from))
                .forEach(it -> csv.row(List.of(
                        lane.schedule().schedule(), lane.schedule().holder(), lane.schedule().hours(), it.from().toString(), it.to().toString(),
                        it.kind().name().toLowerCase(Locale.ROOT), it.person(), it.person().isEmpty() ? "" : it.words()))));
        return csv;
    }

    private static String heading(List<ScheduleLane> lanes, Names names) {
        var people = lanes.stream().map(ScheduleLane::schedule).map(OnCallNow::person).filter(Objects::nonNull).distinct().toList();
        if (people.isEmpty()) return "Nobody is on call";
        if (people.size() == 1) return names.of(people.getFirst()) + " is on call";
        return people.size() == 2 ? names.of(people.getFirst()) + " and " + names.of(people.getLast()) + " are on call"
                : people.size() + " people are on call";
    }

    private static List<Choice> views(OnCallAsked asked) {
        return Stream.of(new Choice("now", "Now", asked.view().equals("now")), new Choice("", "Two weeks", asked.view().equals("weeks")),
                        new Choice("month", "Five weeks", asked.view().equals("month")))
                .map(it -> new Choice(asked.with("view", it.value()), it.words(), it.chosen()))
                .toList();
    }

    private static OnCallPage.Moving moving(OnCallAsked asked, ReaderTime time) {
        var first = asked.first(time);
        var words = time.day(first) + " to " + time.day(first.plus(asked.days() - 1L, ChronoUnit.DAYS));
        return new OnCallPage.Moving(
                asked.with("from", first.minusDays(7).toString()), asked.with("from", ""), asked.with("from", first.plusDays(7).toString()), asked.isToday(time), words);
    }
}
