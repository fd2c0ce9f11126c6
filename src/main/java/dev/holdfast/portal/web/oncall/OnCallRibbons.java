package dev.holdfast.portal.web.oncall;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.oncall.OnCallNow;
import dev.holdfast.oncall.Schedules;
import dev.holdfast.oncall.Shifts;
import dev.holdfast.operatingmodel.OnCallLevel;
import dev.holdfast.operatingmodel.Selected;
import dev.holdfast.portal.web.Grounds;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Ribbon;
import dev.holdfast.quantities.Period;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is on call by several schedules over several days: for the organisation, a domain, a team; as many queries for all as for one. */
@Component
class OnCallRibbons {

    private static final Shifts NONE = new Shifts(List.of(), List.of());

    private final Schedules schedules;

    OnCallRibbons(Schedules schedules) {
        this.schedules = schedules;
    }

    List<ScheduleLane> lanes(CatalogueView view, Map<ServiceName, Selected> selected, List<OnCallNow> now, LocalDate first, int days, ReaderTime time) {
        var window = new Period(first.atStartOfDay(time.zone()).toInstant(), first.plusDays(days).atStartOfDay(time.zone()).toInstant());
        var shifts = schedules.shifts(now.stream().map(OnCallNow::schedule).toList(), window.from(), window.from().plus(window.length()));
        var holders = new Holders(view);
        var names = new Names(view);
        var quiet = quiet(view, selected);
        return now.stream()
                .map(it -> ScheduleLane.of(
                        it, holders.group(it), view.calendarOf(it.team()), shifts.getOrDefault(it.schedule(), NONE),
                        it.hours().equals("working") && it.team() != null && quiet.contains(it.team()), window, names))
                .sorted(Comparator.comparing(ScheduleLane::group).thenComparing(lane -> lane.schedule().domain() == null).thenComparing(lane -> lane.schedule().schedule()))
                .toList();
    }

    @Nullable Ribbon draw(CatalogueView view, List<ScheduleLane> lanes, String subject, LocalDate first, int days, ReaderTime time, Grounds grounds) {
        var holders = new Holders(view);
        var courses = lanes.stream().map(lane -> lane.course(holders.words(lane.schedule()))).toList();
        return courses.isEmpty() ? null : Ribbon.of(subject, courses, first, days, time, grounds);
    }

    /** The teams of whose live services some wait out of hours by choice, and none calls the team or its domain. */
    private static Set<TeamName> quiet(CatalogueView view, Map<ServiceName, Selected> selected) {
        var waits = new HashSet<TeamName>();
        var calls = new HashSet<TeamName>();
        view.services().stream().filter(Service::isLive).filter(it -> it.owner() != null).forEach(service -> {
            var level = Objects.requireNonNull(selected.get(service.name())).onCall().outOfHours();
            if (level == OnCallLevel.NONE) waits.add(service.owner());
            if (level == OnCallLevel.TEAM || level == OnCallLevel.DOMAIN) calls.add(service.owner());
        });
        waits.removeAll(calls);
        return waits;
    }
}
