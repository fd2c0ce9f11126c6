package dev.holdfast.portal.web.rota;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.Team;
import dev.holdfast.oncall.OnCallNow;
import dev.holdfast.oncall.Schedules;
import dev.holdfast.oncall.Shifts;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Ribbon;
import dev.holdfast.portal.web.oncall.ScheduleLane;
import dev.holdfast.quantities.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds what somebody could take of the next weeks, in the schedules that concern them. */
@Component
class TakeSheet {

    private static final Duration AHEAD = Duration.ofDays(28);
    private static final int SHOWN = 80;

    private final Documents documents;
    private final Schedules schedules;

    TakeSheet(Documents documents, Schedules schedules) {
        this.documents = documents;
        this.schedules = schedules;
    }

    TakePage page(Viewer viewer, ReaderTime time) {
        var me = viewer.person();
        if (me == null) return new TakePage(List.of(), List.of(), 0);
        return documents.holding(() -> drawn(documents.at(time.now()), new PersonName(me), viewer, time));
    }

    private TakePage drawn(CatalogueView view, PersonName me, Viewer viewer, ReaderTime time) {
        var teams = view.teamsOf(me).stream().map(Team::name).collect(Collectors.toSet());
        var domains = teams.stream().flatMap(team -> view.servicesOf(team).stream()).map(Service::domain).filter(Objects::nonNull).collect(Collectors.toSet());
        var mine = schedules.concerning(me, teams, domains, time.now()).stream().filter(it -> schedules.mayChange(it.schedule(), viewer)).toList();
        var window = new Period(time.now(), time.now().plus(AHEAD));
        var shifts = schedules.shifts(mine.stream().map(OnCallNow::schedule).toList(), window.from(), window.from().plus(AHEAD));
        var names = new Names(view);
        var gaps = new ArrayList<Found>();
        var others = new ArrayList<Found>();
        for (var schedule : mine) {
            var its = shifts.getOrDefault(schedule.schedule(), new Shifts(List.of(), List.of()));
            var lane = ScheduleLane.of(schedule, "", view.calendarOf(schedule.team()), its, false, window, names);
            lane.gaps().stream().map((Ribbon.Stretch gap) -> new Found(schedule, "nobody", gap.from(), gap.to())).forEach(gaps::add);
            its.items().stream().filter(shift -> !shift.person().equals(me)).map(shift -> new Found(schedule, names.of(shift.person()), shift.from(), shift.to())).forEach(others::add);
        }
        return new TakePage(rows(gaps, time), rows(others, time), Math.max(0, gaps.size() - SHOWN) + Math.max(0, others.size() - SHOWN));
    }

    private record Found(OnCallNow schedule, String who, Instant from, Instant to) {}

    private static List<TakePage.Row> rows(List<Found> found, ReaderTime time) {
        return found.stream().sorted(Comparator.comparing(Found::from)).limit(SHOWN)
                .map(it -> new TakePage.Row(
                        it.schedule().schedule(), it.schedule().title() == null ? it.schedule().schedule() : it.schedule().title(), it.who(),
                        it.from().isAfter(time.now()) ? time.full(it.from()) : "now", time.full(it.to()), it.from().toString(), it.to().toString()))
                .toList();
    }
}
