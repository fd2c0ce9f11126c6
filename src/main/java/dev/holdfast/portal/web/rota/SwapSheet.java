package dev.holdfast.portal.web.rota;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Document;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.oncall.Schedules;
import dev.holdfast.oncall.Shift;
import dev.holdfast.oncall.Swap;
import dev.holdfast.oncall.Swaps;
import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.Form;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.Pair;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.quantities.Period;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes the pages of swaps. */
@Component
class SwapSheet {

    private static final Duration AHEAD = Duration.ofDays(56);
    private static final int SHOWN = 120;

    private final Swaps swaps;
    private final Schedules schedules;
    private final Documents documents;
    private final Away away;

    SwapSheet(Swaps swaps, Schedules schedules, Documents documents, Away away) {
        this.swaps = swaps;
        this.schedules = schedules;
        this.documents = documents;
        this.away = away;
    }

    SwapPage page(String id, Viewer viewer, ReaderTime time, FormFaults faults) {
        var swap = swaps.find(id);
        var view = documents.at(time.now());
        var names = new Names(view);
        var facts = new ArrayList<>(List.of(
                Pair.to("Schedule", title(view, swap.schedule()), "/schedules/" + swap.schedule()), Pair.to("Gives", names.of(swap.giver()), "/people/" + swap.giver()),
                Pair.of("Given", SwapWords.period(swap.give(), time))));
        facts.add(swap.taker() == null ? Pair.of("Takes", "anyone who takes turns") : Pair.to("Takes", names.of(swap.taker()), "/people/" + swap.taker()));
        facts.add(Pair.of("In return", swap.take() == null ? "nothing" : SwapWords.period(swap.take(), time)));
        if (swap.note() != null) facts.add(Pair.of("Note", "“" + swap.note() + "”"));
        facts.add(Pair.of("Asked", time.full(swap.askedAt()) + " by " + names.of(swap.askedBy())));
        var heading = names.of(swap.giver()) + (swap.take() == null ? " gives a shift away" : " swaps a shift");
        return new SwapPage(
                heading, SwapWords.whom(swap, names, time), SwapWords.status(swap), swap.schedule(), title(view, swap.schedule()), facts, warnings(swap, viewer, names, time),
                line(swap, viewer, names, time), faults);
    }

    /** Who would be on call while they are away: the taker in what is given, the giver in what comes back. */
    private List<String> warnings(Swap swap, Viewer viewer, Names names, ReaderTime time) {
        if (!swap.waits()) return List.of();
        var warnings = new ArrayList<String>();
        var taker = swap.taker() != null ? swap.taker() : viewer.person() == null ? null : new PersonName(viewer.person());
        if (taker != null) warnings.addAll(away.words(taker, swap.give().from(), swap.give().from().plus(swap.give().length()), names, time));
        if (swap.take() != null) warnings.addAll(away.words(swap.giver(), swap.take().from(), swap.take().from().plus(swap.take().length()), names, time));
        return warnings;
    }

    /** Those of a schedule that wait. */
    List<SchedulePage.SwapLine> waiting(String schedule, Viewer viewer, Names names, ReaderTime time) {
        return swaps.of(schedule).stream().filter(Swap::waits).map(swap -> line(swap, viewer, names, time)).toList();
    }

    private SchedulePage.SwapLine line(Swap swap, Viewer viewer, Names names, ReaderTime time) {
        var me = viewer.person() == null ? null : new PersonName(viewer.person());
        var asked = me != null && swaps.waitsFor(swap, me);
        return new SchedulePage.SwapLine(
                swap.id(), SwapWords.what(swap, names, time), SwapWords.whom(swap, names, time), asked, asked && !swap.isOpen(),
                swap.waits() && swap.giver().equals(me));
    }

    AskSwapPage asking(String schedule, Form form, Viewer viewer, ReaderTime time, FormFaults faults) {
        var view = documents.at(time.now());
        var names = new Names(view);
        var ahead = schedules.shifts(schedule, time.now(), time.now().plus(AHEAD)).items();
        var others = ahead.stream().map(Shift::person).filter(person -> !person.value().equals(viewer.person())).distinct().toList();
        var chosen = Optional.ofNullable(form.text("for")).orElse("");
        var groups = new ArrayList<AskSwapPage.Group>();
        groups.add(new AskSwapPage.Group("For nothing in return", Stream.concat(
                Stream.of(new Choice("", "Offer it to everybody who takes turns", chosen.isEmpty())),
                others.stream().map(it -> new Choice("person " + it, "Ask " + names.of(it) + " to take it", chosen.equals("person " + it)))).toList()));
        for (var other : others) {
            var shifts = ahead.stream().filter(shift -> shift.person().equals(other) && shift.from().isAfter(time.now())).limit(SHOWN)
                    .map(shift -> swapped(shift, chosen, time)).toList();
            if (!shifts.isEmpty()) groups.add(new AskSwapPage.Group("For a shift of " + names.of(other), shifts));
        }
        var mine = ahead.stream().anyMatch(shift -> shift.person().value().equals(viewer.person()));
        return new AskSwapPage(
                schedule, title(view, schedule), OverrideSheet.field(form, "from", time), OverrideSheet.field(form, "to", time), time.zone().getId(), groups,
                Optional.ofNullable(form.text("note")).orElse(""), mine, faults);
    }

    private static Choice swapped(Shift shift, String chosen, ReaderTime time) {
        var value = "shift " + shift.person() + " " + shift.from() + " " + shift.to();
        return new Choice(value, SwapWords.period(new Period(shift.from(), shift.to()), time), chosen.equals(value));
    }

    private static String title(CatalogueView view, String schedule) {
        return view.document(RotaSheet.KIND, schedule).map(Document::title).orElse(schedule);
    }
}
